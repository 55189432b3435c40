// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "releasedata.h"

#include "models/result.h"
#include "ui/code/highlighter.h"
#include "ui/common/background.h"

#include <QScrollArea>

class QLabel;
class QVBoxLayout;

namespace pipeline::ui {

class Badge;
class Button;
class CodeView;
class Session;
class Theme;

/// What a test tool's message says was expected and what came instead; empty when it does not say.
struct Expectation {
    QString call; ///< "expect(received).toBe(expected)"
    QString expected;
    QString received;
    QString rest;
};
Expectation expectationOf(const QString &message);

/// One test: where it is, what it expected and got, and the lines around the failure.
class TestDetails : public QScrollArea {
    Q_OBJECT

public:
    TestDetails(Session &session, const Theme &theme, const std::shared_ptr<Highlighter> &highlighter,
                QWidget *parent = nullptr);

    void set(const ReleaseData &release, const TestCase &test);
    QString text() const;

signals:
    void sourceRequested(const QString &path, int line, int column);

private:
    void showExcerpt(const ReleaseData &release);
    void showLines(const QByteArray &bytes);
    QLabel *addValue(QVBoxLayout *column, const QString &icon, const QString &tone, const QString &name);

    Session &m_session;
    const Theme &m_theme;
    Badge *m_badge;
    QLabel *m_name;
    QLabel *m_duration;
    QLabel *m_place;
    QLabel *m_failureCaption;
    QWidget *m_failure;
    QLabel *m_call;
    QLabel *m_expected;
    QLabel *m_received;
    QLabel *m_rest;
    QWidget *m_where;
    Button *m_open;
    CodeView *m_excerpt;
    TestCase m_test;
    Task m_task;
};

} // namespace pipeline::ui
