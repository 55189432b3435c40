// SPDX-License-Identifier: Apache-2.0
#include "releasepage.h"

#include "approvalpane.h"
#include "artefactstab.h"
#include "audittab.h"
#include "findingstab.h"
#include "logtab.h"
#include "stagestrip.h"
#include "teststab.h"

#include "ui/common/badge.h"
#include "ui/common/statepage.h"
#include "ui/common/theme.h"

#include <QFrame>
#include <QStackedLayout>
#include <QTabBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

void ReleasePage::makeFrame()
{
    auto *pages = new QStackedLayout;
    pages->setContentsMargins(0, 0, 0, 0);
    auto *all = new QWidget;
    auto *column = new QVBoxLayout(all);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_strip);
    auto *bar = new QWidget;
    bar->setProperty("kind", u"tabs"_s);
    bar->setAttribute(Qt::WA_StyledBackground);
    auto *barRow = new QHBoxLayout(bar);
    barRow->setContentsMargins(theme().size(u"space.m"_s), 0, 0, 0); // a tab has a margin of its own
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setAccessibleName(tr("Views of the release"));
    m_tabs->setFocusPolicy(Qt::StrongFocus);
    barRow->addWidget(m_tabs);
    barRow->addStretch();
    column->addWidget(bar);
    auto *line = new QFrame;
    line->setProperty("kind", u"line"_s);
    column->addWidget(line);
    m_content->setProperty("kind", u"content"_s);
    m_content->setAttribute(Qt::WA_StyledBackground);
    m_content->setLayout(pages);
    column->addWidget(m_content, 1);
    auto *place = new QWidget;
    place->setLayout(m_stack);
    m_stack->setContentsMargins(0, 0, 0, 0);
    m_stack->addWidget(all);
    m_stack->addWidget(m_state);
    m_stack->setCurrentWidget(m_state);
    body()->addWidget(place, 1);

    connect(m_tabs, &QTabBar::currentChanged, pages, &QStackedLayout::setCurrentIndex);
}

bool ReleasePage::makeNextTab()
{
    if (!m_artefacts) {
        addTab(u"artefacts"_s, tr("Artefacts"), m_artefacts = new ArtefactsTab(session(), theme(), m_highlighter));
    } else if (!m_findings) {
        addTab(u"findings"_s, tr("Findings"), m_findings = new FindingsTab(session(), theme(), m_highlighter));
    } else if (!m_tests) {
        addTab(u"tests"_s, tr("Tests"), m_tests = new TestsTab(session(), theme(), m_highlighter));
    } else if (!m_log) {
        addTab(u"log"_s, tr("Log"), m_log = new LogTab(session(), theme(), m_highlighter));
    } else if (!m_audit) {
        addTab(u"audit"_s, tr("Audit"), m_audit = new AuditTab(session(), theme()));
        connectTabs();
    } else {
        return false;
    }
    return true;
}

void ReleasePage::connectTabs()
{
    ApprovalPane *approval = m_artefacts->approval();
    connect(approval, &ApprovalPane::findingsRequested, this, [this] { openTab(u"findings"_s); });
    connect(approval, &ApprovalPane::decided, this, [this](bool approved) {
        emit noticeRaised(approved ? u"okay"_s : u"run"_s,
                          approved ? tr("%1 is approved for %2").arg(m_releaseRef, m_data.environment)
                                   : tr("%1 is rejected").arg(m_releaseRef),
                          approved ? tr("A runner that serves %1 deploys it next.").arg(m_data.environment)
                                   : tr("Nothing is deployed. The reason is in the audit trail."));
        refresh();
    });
    connect(approval, &ApprovalPane::notRecorded, this, [this](bool approved, const Error &error) {
        const bool late = error.code == ErrorCode::Conflict || error.code == ErrorCode::NotFound;
        emit noticeRaised(late ? u"wait"_s : u"fail"_s,
                          approved ? tr("Approval was not recorded") : tr("Rejection was not recorded"), error.text());
        refresh();
    });
    const auto source = [this](const QString &path, int line, int column) { showSource(path, line, column); };
    connect(m_log, &LogTab::sourceRequested, this, source);
    connect(m_log, &LogTab::noticeRaised, this, &Page::noticeRaised);
    connect(m_log, &LogTab::changed, this, &ReleasePage::refresh);
    connect(m_tests, &TestsTab::sourceRequested, this, source);
    connect(m_tests, &TestsTab::logRequested, this, [this] { openTab(u"log"_s); });
}

void ReleasePage::addTab(const QString &name, const QString &text, QWidget *page)
{
    m_tabNames << name;
    m_content->layout()->addWidget(page);
    m_tabs->addTab(text);
}

void ReleasePage::setCount(const QString &tab, int count, const QString &tone)
{
    const int index = int(m_tabNames.indexOf(tab));
    auto *badge = qobject_cast<Badge *>(m_tabs->tabButton(index, QTabBar::RightSide));
    if (count < 0) {
        m_tabs->setTabButton(index, QTabBar::RightSide, nullptr);
        delete badge;
        return;
    }
    const bool fresh = !badge;
    if (fresh)
        badge = new Badge(theme(), m_tabs);
    badge->set({}, QString::number(count), tone);
    badge->resize(badge->sizeHint());
    if (fresh)
        m_tabs->setTabButton(index, QTabBar::RightSide, badge);
    else
        m_tabs->setTabText(index, m_tabs->tabText(index)); // lays the tabs out again
}

void ReleasePage::showCounts()
{
    setCount(u"artefacts"_s, int(m_data.artefacts.size()), u"idle"_s);
    const int errors = m_data.count(Severity::Error);
    const bool validated = m_data.validation && m_data.validation->item.result;
    setCount(u"findings"_s, validated ? int(m_data.findings.size()) : -1,
             errors                                    ? u"fail"_s
                 : m_data.count(Severity::Warning) > 0 ? u"wait"_s
                                                       : u"idle"_s);
    const QJsonObject test = ReleaseData::result(m_data.validation, u"test"_s);
    const int failed = test["falhou"_L1].toInt();
    const int passed = test["passou"_L1].toInt();
    setCount(u"tests"_s, failed > 0 ? failed : passed > 0 ? passed : -1, failed > 0 ? u"fail"_s : u"idle"_s);
}

QString ReleasePage::currentTab() const
{
    return m_tabNames.value(m_tabs->currentIndex());
}

void ReleasePage::openTab(const QString &name)
{
    if (const int index = int(m_tabNames.indexOf(name)); index >= 0)
        m_tabs->setCurrentIndex(index);
}

void ReleasePage::openTabOfStage(int index)
{
    static const QStringList tabs{u"findings"_s, u"tests"_s, u"artefacts"_s, u"log"_s, u"log"_s};
    m_tabChosen = true;
    openTab(tabs.value(index));
    if (index == 2)
        m_artefacts->approval()->focusDecision();
}

void ReleasePage::openTabOfState()
{
    const backlog::HistoryItem *furthest = m_data.furthest();
    if (!furthest)
        return;
    const contract::ItemState state = furthest->item.state;
    const auto failed = [&](const QString &stage) {
        const auto found = ReleaseData::stage(m_data.validation, stage);
        return !m_data.deployment && found && found->status == "failed"_L1;
    };
    if (failed(u"validate"_s) && m_data.count(Severity::Error) > 0)
        openTab(u"findings"_s);
    else if (failed(u"test"_s))
        openTab(u"tests"_s);
    else if (state == contract::ItemState::Running || state == contract::ItemState::Failed)
        openTab(u"log"_s);
    else
        openTab(u"artefacts"_s);
}

void ReleasePage::moveTab(int by)
{
    m_tabChosen = true;
    m_tabs->setCurrentIndex((m_tabs->currentIndex() + by + m_tabs->count()) % m_tabs->count());
}

} // namespace pipeline::ui
