// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "releasedata.h"
#include "stageinfo.h"

#include "ui/code/highlighter.h"
#include "ui/common/background.h"
#include "ui/shell/page.h"

class QMenu;
class QStackedLayout;
class QTabBar;
class QTimer;

namespace pipeline::ui {

class ArtefactsTab;
class AuditTab;
class FindingsTab;
class LogTab;
class ReleaseHeader;
class StageStrip;
class StatePage;
class TestsTab;

/// One release: where it stands, what it is made of, what was found and tested, how its runs went, who did what.
class ReleasePage : public Page {
    Q_OBJECT

public:
    ReleasePage(Session &session, const Theme &theme, QWidget *parent = nullptr);
    ~ReleasePage() override;

    /// \a item chooses one of its rounds through the pipeline, 0 the newest; \a tab is "artefacts", "findings",
    /// "tests", "log", "audit" or empty for the one that suits its state.
    void showRelease(const QString &releaseRef, qint64 item, const QString &tab);

    /// Makes one of the views, in the order of their tabs; false when all are there. Each takes a while: who has time
    /// makes them one by one, before showRelease() makes those that are missing.
    bool makeNextTab();

    void refresh() override;
    void focusSearch() override;

    StageStrip *strip() const { return m_strip; }
    QTabBar *tabs() const { return m_tabs; }
    ArtefactsTab *artefacts() const { return m_artefacts; }
    FindingsTab *findings() const { return m_findings; }
    TestsTab *tests() const { return m_tests; }
    LogTab *log() const { return m_log; }
    AuditTab *audit() const { return m_audit; }
    QString currentTab() const;
    void openTab(const QString &name);

signals:
    void releasesRequested();
    void closeRequested();

private:
    void addTab(const QString &name, const QString &text, QWidget *page);
    void setCount(const QString &tab, int count, const QString &tone);
    void makeFrame();
    void connectTabs();
    void makeCommands();
    void moveFinding(int by);
    void showSource(const QString &path, int line, int column);
    void showCounts();
    void fillMenu();
    void adopt(const ReleaseData &release);
    void adoptFailure(const Error &error);
    void showStages();
    void openTabOfStage(int index);
    void openTabOfState();
    void moveTab(int by);

    ReleaseHeader *m_header;
    StageStrip *m_strip;
    QTabBar *m_tabs;
    QStackedLayout *m_stack;
    StatePage *m_state;
    QWidget *m_content;
    std::shared_ptr<Highlighter> m_highlighter;
    ArtefactsTab *m_artefacts = nullptr;
    FindingsTab *m_findings = nullptr;
    TestsTab *m_tests = nullptr;
    LogTab *m_log = nullptr;
    AuditTab *m_audit = nullptr;
    QMenu *m_menu;
    QTimer *m_tick;
    QList<QString> m_tabNames;
    ReleaseData m_data;
    QString m_releaseRef;
    qint64 m_item = 0;
    bool m_loaded = false;
    bool m_reading = false;
    bool m_again = false; ///< a change came while it was being read
    bool m_tabChosen = false; ///< otherwise the state decides, once it is known
    Task m_task;
};

} // namespace pipeline::ui
