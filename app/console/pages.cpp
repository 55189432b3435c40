// SPDX-License-Identifier: Apache-2.0
#include "pages.h"

#include "ui/audit/auditpage.h"
#include "ui/environments/environmentspage.h"
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

} // namespace

Pages addPages(ui::MainWindow &window, ui::Session &session, ui::Theme &theme, ui::LocalRunner &runner)
{
    Pages pages;
    auto *queue = new ui::QueuePage(session, theme);
    ui::RailButton *entry = window.addPage(queue, u"queue"_s, ui::MainWindow::tr("Queue"));
    QObject::connect(queue, &ui::QueuePage::needsYouChanged, entry, &ui::RailButton::setBadge);
    pages.queue = queue;

    auto *releases = new ui::ReleasesPage(session, theme);
    window.addPage(releases, u"release"_s, ui::MainWindow::tr("Releases"));

    auto *environments = new ui::EnvironmentsPage(session, theme);
    window.addPage(environments, u"server"_s, ui::MainWindow::tr("Environments"));
    pages.environments = environments;

    auto *audit = new ui::AuditPage(session, theme);
    ui::RailButton *auditEntry = window.addPage(audit, u"audit"_s, ui::MainWindow::tr("Audit"));
    QObject::connect(audit, &ui::AuditPage::alarmChanged, auditEntry, [auditEntry](bool on) {
        auditEntry->setAlarm(on ? ui::MainWindow::tr("the chain is broken") : QString());
    });

    window.addRailStretch();
    auto *settings = new ui::SettingsPage(session, theme, runner);
    window.addPage(settings, u"settings"_s, ui::MainWindow::tr("Settings"));
    QObject::connect(settings, &ui::SettingsPage::environmentRequested, &window,
                     [&window, environments] { window.open(environments); });
    pages.settings = settings;

    auto *welcome = new ui::WelcomePage(session, theme);
    window.addSubPage(welcome, queue);
    QObject::connect(welcome, &ui::WelcomePage::firstRunFound, &window, [&window, welcome, queue] {
        if (window.current() == queue)
            window.open(welcome);
    });
    QObject::connect(welcome, &ui::WelcomePage::environmentRequested, &window, [&window, environments] {
        window.open(environments);
        environments->add();
    });
    QObject::connect(welcome, &ui::WelcomePage::queueRequested, &window, [&window, queue] { window.open(queue); });
    QAction *help = window.addCommand(u"help"_s, u"flame"_s, ui::MainWindow::tr("&Welcome"), {});
    QObject::connect(help, &QAction::triggered, &window, [&window, welcome] { window.open(welcome); });

    auto *release = new ui::ReleasePage(session, theme);
    window.addSubPage(release, releases);
    QObject::connect(release, &ui::ReleasePage::releasesRequested, releases,
                     [&window, releases] { window.open(releases); });
    pages.openRelease = [&window, release](const QString &releaseRef, qint64 item, const QString &tab) {
        release->showRelease(releaseRef, item, tab);
        window.open(release);
    };
    for (ui::Page *page : window.pages() + QList<ui::Page *>{release}) {
        QObject::connect(page, &ui::Page::releaseRequested, release, pages.openRelease);
        QObject::connect(page, &ui::Page::noticeRaised, &window,
                         [&window](const QString &tone, const QString &title, const QString &text) {
                             window.toasts()->show({.tone = tone, .icon = iconOf(tone), .title = title, .text = text});
                         });
    }
    return pages;
}

} // namespace pipeline::app
