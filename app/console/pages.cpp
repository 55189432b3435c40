// SPDX-License-Identifier: Apache-2.0
#include "pages.h"

#include "ui/audit/auditpage.h"
#include "ui/environments/environmentspage.h"
#include "ui/palette/palette.h"
#include "ui/queue/queuepage.h"
#include "ui/release/releasepage.h"
#include "ui/releases/releasespage.h"
#include "ui/session/localrunner.h"
#include "ui/session/session.h"
#include "ui/settings/settingspage.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/rail.h"
#include "ui/welcome/welcomepage.h"

#include <QAction>

using namespace Qt::StringLiterals;

namespace pipeline::app {

namespace {

QString iconOf(const QString &tone)
{
    return tone == "okay"_L1 ? u"ok"_s : tone == "fail"_L1 ? u"fail"_s : tone == "wait"_L1 ? u"warn"_s : u"info"_s;
}

/// The rail's first entries and the page that they lead to.
void addReleases(Pages &pages, ui::MainWindow &window, ui::Session &session, ui::Theme &theme)
{
    auto *queue = new ui::QueuePage(session, theme);
    ui::RailButton *entry = window.addPage(queue, u"queue"_s, ui::MainWindow::tr("Queue"));
    QObject::connect(queue, &ui::QueuePage::needsYouChanged, entry, &ui::RailButton::setBadge);
    pages.queue = queue;

    auto *releases = new ui::ReleasesPage(session, theme);
    window.addPage(releases, u"release"_s, ui::MainWindow::tr("Releases"));
    auto *release = new ui::ReleasePage(session, theme);
    window.addSubPage(release, releases);
    QObject::connect(release, &ui::ReleasePage::releasesRequested, releases,
                     [&window, releases] { window.open(releases); });
    pages.release = release;
    pages.openRelease = [&window, release](const QString &releaseRef, qint64 item, const QString &tab) {
        release->showRelease(releaseRef, item, tab);
        window.open(release);
    };
}

void addAudit(ui::MainWindow &window, ui::Session &session, ui::Theme &theme)
{
    auto *audit = new ui::AuditPage(session, theme);
    ui::RailButton *entry = window.addPage(audit, u"audit"_s, ui::MainWindow::tr("Audit"));
    QObject::connect(audit, &ui::AuditPage::alarmChanged, entry,
                     [entry](bool on) { entry->setAlarm(on ? ui::MainWindow::tr("the chain is broken") : QString()); });
}

/// Leads from every page to the releases that it names, and shows what it has to tell.
void connectPages(const Pages &pages, ui::MainWindow &window)
{
    for (ui::Page *page : window.pages() + QList<ui::Page *>{pages.release}) {
        QObject::connect(page, &ui::Page::releaseRequested, pages.release, pages.openRelease);
        QObject::connect(page, &ui::Page::noticeRaised, &window,
                         [&window](const QString &tone, const QString &title, const QString &text) {
                             window.toasts()->show({.tone = tone, .icon = iconOf(tone), .title = title, .text = text});
                         });
    }
}

} // namespace

Pages addBacklogPages(ui::MainWindow &window, ui::Session &session, ui::Theme &theme)
{
    Pages pages;
    addReleases(pages, window, session, theme);
    addAudit(window, session, theme);
    window.addRailStretch();
    connectPages(pages, window);
    return pages;
}

Pages addPages(ui::MainWindow &window, ui::Session &session, ui::Theme &theme, ui::LocalRunner &runner,
               logs::LogFolder &log)
{
    Pages pages;
    addReleases(pages, window, session, theme);
    auto *environments = new ui::EnvironmentsPage(session, theme);
    window.addPage(environments, u"server"_s, ui::MainWindow::tr("Environments"));
    pages.environments = environments;
    addAudit(window, session, theme);

    window.addRailStretch();
    auto *settings = new ui::SettingsPage(session, theme, runner, log);
    window.addPage(settings, u"settings"_s, ui::MainWindow::tr("Settings"));
    QObject::connect(settings, &ui::SettingsPage::environmentRequested, &window,
                     [&window, environments] { window.open(environments); });
    pages.settings = settings;

    auto *welcome = new ui::WelcomePage(session, theme);
    window.addSubPage(welcome, pages.queue);
    pages.welcome = welcome;
    QObject::connect(welcome, &ui::WelcomePage::firstRunFound, &window, [&window, welcome, queue = pages.queue] {
        if (window.current() == queue)
            window.open(welcome);
    });
    QObject::connect(welcome, &ui::WelcomePage::environmentRequested, &window, [&window, environments] {
        window.open(environments);
        environments->add();
    });
    QObject::connect(welcome, &ui::WelcomePage::queueRequested, &window,
                     [&window, queue = pages.queue] { window.open(queue); });
    QAction *help = window.addCommand(u"help"_s, u"flame"_s, ui::MainWindow::tr("&Welcome"), {});
    QObject::connect(help, &QAction::triggered, &window, [&window, welcome] { window.open(welcome); });
    connectPages(pages, window);
    return pages;
}

void openPalette(ui::MainWindow &window, ui::Session &session, const ui::Theme &theme, const Pages &pages)
{
    auto *palette = new ui::Palette(session, theme, window.commands(), &window);
    QObject::connect(palette, &ui::Palette::releaseRequested, &window, pages.openRelease);
    palette->open();
}

} // namespace pipeline::app
