// SPDX-License-Identifier: Apache-2.0
#include "console/pages.h"
#include "ui/session/localrunner.h"
#include "ui/shell/mainwindow.h"
#include "ui/support/consolefixture.h"
#include "ui/support/mockbacklog.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QFontDatabase>
#include <QSettings>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace pipeline;

/// Opens each page and writes what it shows, in both themes, at the size of the design's pictures.
int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QApplication::setOrganizationName(u"prometheus-pipeline"_s);
    QApplication::setApplicationName(u"screenshots"_s);
    QStandardPaths::setTestModeEnabled(true);
    QSettings().clear();
    QCommandLineParser parser;
    parser.addPositionalArgument(u"folder"_s, u"Where the pictures go."_s);
    parser.process(application);
    const QDir folder(parser.positionalArguments().value(0, u"."_s));
    folder.mkpath(u"."_s);

    // The design's own stand-ins for the system's fonts.
    QFont font(u"Inter"_s);
    font.setPixelSize(13);
    QApplication::setFont(font);
    for (const auto choice : {ui::ThemeChoice::Light, ui::ThemeChoice::Dark}) {
        tests::ConsoleFixture console;
        tests::fillLikeThePictures(console.databaseFile());
        console.theme.apply(choice);
        ui::MainWindow window(*console.session, console.theme);
        ui::LocalRunner runner(*console.session);
        const app::Pages pages = app::addPages(window, *console.session, console.theme, runner);
        window.open(pages.queue);
        window.resize(1440, 872);
        window.show();
        console.start();
        const QString suffix = choice == ui::ThemeChoice::Light ? u"light"_s : u"dark"_s;
        for (ui::Page *page : window.pages()) {
            window.open(page);
            page->refresh();
            QTest::qWait(1500);
            const QString file = folder.filePath(u"%1-%2.png"_s.arg(page->title().toLower(), suffix));
            if (!window.grab().save(file))
                qFatal("%s cannot be written", qPrintable(file));
            qInfo("%s", qPrintable(file));
        }
    }
    return 0;
}
