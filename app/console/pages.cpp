// SPDX-License-Identifier: Apache-2.0
#include "pages.h"

#include "ui/queue/queuepage.h"
#include "ui/session/localrunner.h"
#include "ui/session/session.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/rail.h"

using namespace Qt::StringLiterals;

namespace pipeline::app {

Pages addPages(ui::MainWindow &window, ui::Session &session, ui::Theme &theme, ui::LocalRunner &runner)
{
    Q_UNUSED(runner)
    Pages pages;
    auto *queue = new ui::QueuePage(session, theme);
    ui::RailButton *entry = window.addPage(queue, u"queue"_s, ui::MainWindow::tr("Queue"));
    QObject::connect(queue, &ui::QueuePage::needsYouChanged, entry, &ui::RailButton::setBadge);
    pages.queue = queue;

    window.addRailStretch();

    pages.openRelease = [&window, queue](const QString &, qint64, const QString &) { window.open(queue); };
    for (ui::Page *page : window.pages()) {
        QObject::connect(page, &ui::Page::noticeRaised, &window,
                         [&window](const QString &tone, const QString &title, const QString &text) {
                             window.toasts()->show({.tone = tone, .title = title, .text = text});
                         });
    }
    return pages;
}

} // namespace pipeline::app
