// SPDX-License-Identifier: Apache-2.0
#include "studio.h"
#include "support/outsidesql.h"
#include "ui/environments/environmentspage.h"
#include "ui/queue/queuepage.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QCursor>
#include <QFont>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QSettings>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace pipeline;
using tests::Studio;

namespace {

void drawPages(Studio &studio)
{
    for (ui::Page *page : studio.window().pages()) {
        studio.window().open(page);
        page->refresh();
        studio.draw(page->title().toLower());
    }
    const std::initializer_list<std::array<QString, 3>> releases{
        {u"R-2026.11.3"_s, u"artefacts"_s, u"release"_s}, {u"R-2026.11.4"_s, u"findings"_s, u"findings"_s},
        {u"R-2026.11.8"_s, u"tests"_s, u"tests"_s},       {u"R-2026.11.1-h2"_s, u"tests"_s, u"tests-none"_s},
        {u"R-2026.11.2"_s, u"log"_s, u"deploying"_s},     {u"R-2026.10.10"_s, u"log"_s, u"failed"_s},
        {u"R-2026.10.9"_s, u"log"_s, u"failed-verify"_s}, {u"R-2026.11.3"_s, u"audit"_s, u"release-audit"_s},
    };
    for (const auto &[ref, tab, name] : releases) {
        studio.console().pages().openRelease(ref, 0, tab);
        studio.draw(name);
    }
    studio.window().open(studio.console().pages().queue());
    emit studio.window().paletteRequested(); // a screen without a window manager gives no window the keys
    QTest::qWait(200);
    if (auto *field = QApplication::activeModalWidget() ? QApplication::activeModalWidget()->findChild<QLineEdit *>()
                                                        : nullptr)
        QTest::keyClicks(field, u"11.3"_s);
    studio.draw(u"palette"_s);
    if (QWidget *palette = QApplication::activeModalWidget())
        palette->close();
    studio.console().showSheet();
    studio.draw(u"sheet"_s);
}

/// The questions before a decision.
void drawDecisions(Studio &studio)
{
    studio.console().pages().openRelease(u"R-2026.11.3"_s, 0, u"artefacts"_s);
    QTest::qWait(1500);
    for (const auto &[text, name] :
         {std::pair(u"Approve for producao"_s, u"approve"_s), std::pair(u"Reject…"_s, u"reject"_s)}) {
        for (auto *button : studio.window().current()->findChildren<QPushButton *>()) {
            if (button->text() == text)
                button->click();
        }
        studio.draw(name);
        if (QWidget *dialog = QApplication::activeModalWidget())
            dialog->close();
    }
}

/// The sample in its own window.
void drawSample(Studio &studio)
{
    studio.console().openSample();
    ui::MainWindow &window = studio.console().sample()->window();
    window.resize(studio.window().size());
    studio.draw(window, u"sample"_s);
    studio.console().sample()->pages().openRelease(u"R-2026.11.3"_s, 0, u"artefacts"_s);
    studio.draw(window, u"sample-release"_s);
    window.close();
}

/// Somebody writes into the journal without the program.
void drawBrokenChain(Studio &studio)
{
    tests::OutsideSql intruder(studio.surroundings().databaseFile());
    for (const QString &statement :
         {u"drop trigger journal_keep_update"_s,
          u"update journal set actor = 'marina.duarte' where act = 'item.completed' and item_id = 48186"_s}) {
        if (const auto done = intruder.run(statement); !done)
            qFatal("%s", qPrintable(done.error().text()));
    }
    ui::Page *audit = studio.window().pages().at(3);
    studio.window().open(audit);
    for (auto *button : audit->findChildren<QPushButton *>()) {
        if (button->text() == "Verify now"_L1)
            button->click();
    }
    studio.draw(u"audit-broken"_s);
}

/// The states of a page that are not the usual one.
void drawStates(Studio &studio)
{
    studio.window().open(studio.console().pages().queue());
    studio.search(u"boleto vencido"_s);
    studio.draw(u"queue-filtered"_s);
    studio.search({});
    studio.console().session().noteDatabaseError(
        {ErrorCode::Unreachable, u"The backlog cannot be opened"_s, u"disk I/O error"_s, {}});
    studio.draw(u"queue-offline"_s);
    studio.console().session().testDatabaseNow();
    studio.stopEngine();
    studio.draw(u"queue-engine-offline"_s);
    studio.surroundings().credentials.locked = true;
    studio.window().open(studio.console().pages().environments());
    studio.console().pages().environments()->refresh();
    studio.draw(u"environments-locked"_s);
}

} // namespace

/// Opens each page in each of its states and writes what it shows, at the size of the design's pictures.
int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QApplication::setOrganizationName(u"prometheus-pipeline"_s);
    QApplication::setApplicationName(u"screenshots"_s);
    QApplication::setApplicationDisplayName(u"Prometheus Pipeline"_s);
    QStandardPaths::setTestModeEnabled(true);
    QCommandLineParser parser;
    parser.addPositionalArgument(u"folder"_s, u"Where the pictures go."_s);
    parser.addOption({u"language"_s, u"Instead of English."_s, u"NAME"_s, u"en"_s});
    parser.process(application);

    // The design's own stand-ins for the system's fonts.
    QFont font(u"Inter"_s);
    font.setPixelSize(13);
    QApplication::setFont(font);
    QCursor::setPos(QGuiApplication::primaryScreen()->geometry().bottomRight()); // over nothing
    const QString folder = parser.positionalArguments().value(0, u"."_s);
    for (const auto theme : {ui::ThemeChoice::Light, ui::ThemeChoice::Dark}) {
        QSettings().clear();
        ui::preferences::setLanguage(parser.value(u"language"_s));
        {
            Studio studio(folder, theme, Studio::Backlog::Sample);
            drawPages(studio);
            drawDecisions(studio);
            drawSample(studio);
            drawStates(studio);
            drawBrokenChain(studio);
        }
        {
            Studio studio(folder, theme, Studio::Backlog::Empty);
            studio.draw(u"queue-empty"_s);
        }
        {
            Studio studio(folder, theme, Studio::Backlog::Empty, Studio::Environments::None);
            studio.draw(u"welcome"_s);
        }
        {
            Studio studio(folder, theme, Studio::Backlog::Hanging);
            studio.draw(u"queue-loading"_s, 6000);
        }
    }
    return 0;
}
