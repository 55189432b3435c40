// SPDX-License-Identifier: Apache-2.0
#include "pages.h"

#include "ui/audit/auditpage.h"
#include "ui/environments/environmentspage.h"
#include "ui/palette/palette.h"
#include "ui/queue/queuepage.h"
#include "ui/release/releasepage.h"
#include "ui/releases/releasespage.h"
#include "ui/session/languagebox.h"
#include "ui/session/localrunner.h"
#include "ui/session/session.h"
#include "ui/settings/settingspage.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/rail.h"
#include "ui/welcome/welcomepage.h"

#include <QAction>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace pipeline::app {

using ui::MainWindow;

namespace {

constexpr int MakeMilliseconds = 100;

QString iconOf(const QString &tone)
{
    return tone == "okay"_L1 ? u"ok"_s : tone == "fail"_L1 ? u"fail"_s : tone == "wait"_L1 ? u"warn"_s : u"info"_s;
}

} // namespace

Pages::Pages(MainWindow &window, ui::Session &session, ui::Theme &theme)
    : m_window(window), m_session(session), m_theme(theme)
{
    addQueue(nullptr);
    addReleases();
    addAudit();
    m_window.addRailStretch();
    makeTheRest();
}

Pages::Pages(MainWindow &window, ui::Session &session, ui::Theme &theme, ui::LocalRunner &runner, logs::LogFolder &log)
    : m_window(window), m_session(session), m_theme(theme)
{
    addQueue(&runner);
    addReleases();
    m_environments = m_window.addPage(
        [this] { return connected(new ui::EnvironmentsPage(m_session, m_theme, m_window.pageParent())); }, u"server"_s,
        tr("Environments"));
    addAudit();
    m_window.addRailStretch();
    m_settings = m_window.addPage(
        [this, &runner, &log] {
            auto *settings = connected(new ui::SettingsPage(m_session, m_theme, runner, log, m_window.pageParent()));
            connect(settings, &ui::SettingsPage::environmentRequested, this, [this] { m_window.open(environments()); });
            connect(settings, &ui::SettingsPage::layoutChanged, this, &Pages::layoutChanged);
            return settings;
        },
        u"settings"_s, tr("Settings"));
    QAction *help = m_window.addCommand(u"help"_s, u"flame"_s, tr("&Welcome"), QKeySequence(u"F1"_s));
    connect(help, &QAction::triggered, this, [this] { m_window.open(welcome()); });
    connect(&m_session, &ui::Session::opened, this, [this] {
        if (m_session.configuration().environments.isEmpty())
            welcome(); // finds out whether this is the first run
    });
    makeTheRest();
}

/// One by one, so that nobody notices: who opens one has it at once, and the journal's page looks at the chain.
void Pages::makeTheRest()
{
    auto *timer = new QTimer(this);
    timer->setInterval(MakeMilliseconds);
    connect(timer, &QTimer::timeout, this, [this, timer] {
        if (!m_release)
            release();
        else if (!m_release->makeNextTab() && !m_window.makeNextPage())
            timer->stop();
    });
    connect(&m_session, &ui::Session::opened, timer, qOverload<>(&QTimer::start));
}

void Pages::addQueue(ui::LocalRunner *runner)
{
    m_queue = m_window.addPage(
        [this, runner] {
            auto *queue = connected(new ui::QueuePage(m_session, m_theme, m_window.pageParent()));
            connect(queue, &ui::QueuePage::needsYouChanged, m_queue, &ui::RailButton::setBadge);
            connect(queue, &ui::Page::sampleRequested, this, &Pages::sampleRequested);
            connect(queue, &ui::QueuePage::runnerRequested, this, [this] { m_window.open(settings()); });
            if (runner)
                queue->watch(*runner);
            return queue;
        },
        u"queue"_s, tr("Queue"));
}

void Pages::addReleases()
{
    m_releases = m_window.addPage(
        [this] { return connected(new ui::ReleasesPage(m_session, m_theme, m_window.pageParent())); }, u"release"_s,
        tr("Releases"));
    QAction *search = m_window.addCommand(u"go"_s, u"search"_s, tr("&Search in all releases"),
                                          QKeySequence(u"Ctrl+Shift+F"_s));
    connect(search, &QAction::triggered, this, [this] {
        ui::Page *releases = m_window.page(m_releases);
        m_window.open(releases);
        releases->focusSearch();
    });
}

void Pages::addAudit()
{
    m_audit = m_window.addPage(
        [this] {
            auto *audit = connected(new ui::AuditPage(m_session, m_theme, m_window.pageParent()));
            connect(audit, &ui::AuditPage::alarmChanged, this, &Pages::showAlarm);
            return audit;
        },
        u"audit"_s, tr("Audit"));
}

/// Whatever else somebody wants to be told.
void Pages::showAlarm(bool on)
{
    const bool news = on && !m_alarm;
    m_alarm = on;
    m_audit->setAlarm(on ? tr("the chain is broken") : QString());
    if (news)
        m_window.toasts()->show({.tone = u"fail"_s,
                                 .icon = u"fail"_s,
                                 .title = tr("The chain of the audit trail is broken"),
                                 .text = tr("Entries from the break on are not proven."),
                                 .action = tr("Show"),
                                 .onAction = [this] { m_window.open(m_window.page(m_audit)); }});
}

template<class P>
P *Pages::connected(P *page)
{
    connect(page, &ui::Page::releaseRequested, this, &Pages::openRelease);
    connect(page, &ui::Page::noticeRaised, this,
            [this](const QString &tone, const QString &title, const QString &text) {
                m_window.toasts()->show({.tone = tone, .icon = iconOf(tone), .title = title, .text = text});
            });
    return page;
}

ui::QueuePage *Pages::queue()
{
    return qobject_cast<ui::QueuePage *>(m_window.page(m_queue));
}

ui::EnvironmentsPage *Pages::environments()
{
    return qobject_cast<ui::EnvironmentsPage *>(m_window.page(m_environments));
}

ui::SettingsPage *Pages::settings()
{
    return qobject_cast<ui::SettingsPage *>(m_window.page(m_settings));
}

ui::ReleasePage *Pages::release()
{
    if (!m_release) {
        m_release = connected(new ui::ReleasePage(m_session, m_theme, m_window.pageParent()));
        m_window.addSubPage(m_release, m_releases);
        connect(m_release, &ui::ReleasePage::closeRequested, &m_window, &MainWindow::goBack);
        connect(m_release, &ui::ReleasePage::releasesRequested, this,
                [this] { m_window.open(m_window.page(m_releases)); });
    }
    return m_release;
}

ui::WelcomePage *Pages::welcome()
{
    if (m_welcome || !m_environments)
        return m_welcome;
    m_welcome = connected(new ui::WelcomePage(m_session, m_theme, m_window.pageParent()));
    m_window.addSubPage(m_welcome, m_queue);
    connect(m_welcome, &ui::WelcomePage::firstRunFound, this, [this] {
        if (m_window.current() == queue())
            m_window.open(m_welcome);
    });
    connect(m_welcome, &ui::WelcomePage::environmentRequested, this, [this] {
        m_window.open(environments());
        environments()->add();
    });
    connect(m_welcome, &ui::WelcomePage::queueRequested, this, [this] { m_window.open(queue()); });
    connect(m_welcome, &ui::Page::sampleRequested, this, &Pages::sampleRequested);
    connect(m_welcome->language(), &ui::LanguageBox::languageChanged, this, &Pages::layoutChanged);
    return m_welcome;
}

void Pages::openRelease(const QString &releaseRef, qint64 item, const QString &tab)
{
    release()->showRelease(releaseRef, item, tab);
    m_window.open(m_release);
}

void Pages::openPalette()
{
    auto *palette = new ui::Palette(m_session, m_theme, m_window.commands(), &m_window);
    connect(palette, &ui::Palette::releaseRequested, this, &Pages::openRelease);
    palette->open();
}

} // namespace pipeline::app
