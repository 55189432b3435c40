// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "releasedata.h"

#include "ui/code/highlighter.h"

#include <QSet>
#include <QWidget>

class QHBoxLayout;
class QLabel;
class QListView;
class QStackedLayout;
class QStandardItemModel;
class QVBoxLayout;

namespace pipeline::ui {

class Button;
class Chip;
class FlowLayout;
class GroupTree;
class Session;
class StatePage;
class TestDetails;
class TestTree;
class Theme;

/// How the tests of a release's workers went, and how much of the workers they reached.
class TestsTab : public QWidget {
    Q_OBJECT

public:
    TestsTab(Session &session, const Theme &theme, const std::shared_ptr<Highlighter> &highlighter,
             QWidget *parent = nullptr);

    void set(const ReleaseData &release);

    /// F8 and Shift+F8: the next failure.
    void move(int by);

    GroupTree *view() const { return m_view; }
    TestTree *tree() const { return m_tree; }
    TestDetails *details() const { return m_details; }
    QListView *coverageList() const { return m_files; }
    QString figures() const;
    QString textForProducer() const;

signals:
    void sourceRequested(const QString &path, int line, int column);
    void logRequested();

private:
    QWidget *makeLeft();
    QHBoxLayout *makeHeads();
    QWidget *makeRight();
    void fill();
    void showFigures();
    void addFigure(const QString &number, const QString &words, const QString &tone = {});
    void showCoverage();
    void showState();
    void showSelected();
    double minimum() const;

    Session &m_session;
    const Theme &m_theme;
    FlowLayout *m_figures;
    Button *m_copy;
    QList<Chip *> m_chips; ///< failed, skipped, passed
    GroupTree *m_view;
    TestTree *m_tree;
    TestDetails *m_details;
    QLabel *m_reachedSign; ///< its icon
    QLabel *m_reached;
    QLabel *m_rule;
    QListView *m_files;
    QStandardItemModel *m_coverage;
    QStackedLayout *m_stack;
    StatePage *m_state;
    ReleaseData m_release;
};

} // namespace pipeline::ui
