// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "failure.h"

#include "models/result.h"
#include "ui/code/highlighter.h"
#include "ui/common/background.h"

#include <QFrame>

class QGridLayout;
class QLabel;

namespace pipeline::ui {

class Button;
class CodeView;
class Session;
class Theme;

/// A failed run: what happened, why, where with a few lines of the source, what to do, and the actions that exist.
class FailureCard : public QFrame {
    Q_OBJECT

public:
    FailureCard(Session &session, const Theme &theme, const std::shared_ptr<Highlighter> &highlighter,
                QWidget *parent = nullptr);

    void set(const ReleaseData &release, const Failure &failure);

    Button *retryButton() const { return m_retry; }
    QString text() const; ///< the four parts as they stand there

signals:
    void retryRequested();
    void sourceRequested(const QString &path, int line, int column);

private:
    QLabel *addPart(QGridLayout *grid, const QString &name);
    void showRetry();
    void showExcerpt(const ReleaseData &release);
    void showLines(const QByteArray &bytes);

    Session &m_session;
    const Theme &m_theme;
    QLabel *m_title;
    QLabel *m_when;
    QLabel *m_what;
    QLabel *m_why;
    QLabel *m_engineWords;
    QLabel *m_whereCaption;
    QWidget *m_where;
    QLabel *m_place;
    Button *m_open;
    CodeView *m_excerpt;
    QLabel *m_steps;
    Button *m_retry;
    QLabel *m_hint;
    Failure m_failure;
    QString m_report;
    QString m_excerptOf;
    Task m_task;
};

} // namespace pipeline::ui
