// SPDX-License-Identifier: Apache-2.0
#include "console/pages.h"
#include "ui/session/localrunner.h"
#include "ui/shell/mainwindow.h"
#include "ui/support/consolefixture.h"
#include "ui/support/mockbacklog.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QDirIterator>
#include <QFontDatabase>
#include <QSettings>
#include <QStandardPaths>
#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace pipeline;

namespace {

/// The sample release's files under the paths that the mock backlog names; others are not at their commit.
QMap<QString, QMap<QString, QByteArray>> sampleFiles()
{
    const QDir samples(qEnvironmentVariable("PIPELINE_SOURCE_DIR", u"."_s) + u"/resources/samples/artefatos"_s);
    QMap<QString, QMap<QString, QByteArray>> files;
    QDirIterator each(samples.path(), QDir::Files, QDirIterator::Subdirectories);
    while (each.hasNext()) {
        QFile file(each.next());
        const QString path = samples.relativeFilePath(file.fileName());
        if (file.open(QIODevice::ReadOnly))
            files[path].insert(path, file.readAll());
    }
    return files;
}

} // namespace

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

    QTranslator plurals;
    if (plurals.load(u":/translations/en"_s))
        QApplication::installTranslator(&plurals);
    // The design's own stand-ins for the system's fonts.
    QFont font(u"Inter"_s);
    font.setPixelSize(13);
    QApplication::setFont(font);
    for (const auto choice : {ui::ThemeChoice::Light, ui::ThemeChoice::Dark}) {
        tests::ConsoleFixture console;
        tests::fillLikeThePictures(console.databaseFile());
        console.files = sampleFiles();
        console.theme.apply(choice);
        ui::MainWindow window(*console.session, console.theme);
        ui::LocalRunner runner(*console.session);
        const app::Pages pages = app::addPages(window, *console.session, console.theme, runner);
        window.open(pages.queue);
        window.resize(1440, 872);
        window.show();
        console.start();
        const QString suffix = choice == ui::ThemeChoice::Light ? u"light"_s : u"dark"_s;
        const auto draw = [&](const QString &name) {
            QTest::qWait(1500);
            const QString file = folder.filePath(u"%1-%2.png"_s.arg(name, suffix));
            if (!window.grab().save(file))
                qFatal("%s cannot be written", qPrintable(file));
            qInfo("%s", qPrintable(file));
        };
        for (ui::Page *page : window.pages()) {
            window.open(page);
            page->refresh();
            draw(page->title().toLower());
        }
        const std::initializer_list<std::array<QString, 3>> releases{{u"R-2026.11.3"_s, u"artefacts"_s, u"release"_s},
                                                                     {u"R-2026.11.4"_s, u"findings"_s, u"findings"_s},
                                                                     {u"R-2026.11.2"_s, u"log"_s, u"deploying"_s},
                                                                     {u"R-2026.10.9"_s, u"log"_s, u"failed"_s}};
        for (const auto &[ref, tab, name] : releases) {
            pages.openRelease(ref, 0, tab);
            draw(name);
        }
    }
    return 0;
}
