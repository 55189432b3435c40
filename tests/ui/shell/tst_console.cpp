// SPDX-License-Identifier: Apache-2.0
#include "heldstage.h"

#include "console/console.h"
#include "support/backlogsamples.h"
#include "support/outsidesql.h"
#include "support/resultchecks.h"
#include "ui/audit/auditpage.h"
#include "ui/environments/environmentspage.h"
#include "ui/palette/palette.h"
#include "ui/queue/queuepage.h"
#include "ui/queue/readinessline.h"
#include "ui/release/releasepage.h"
#include "ui/releases/releasesview.h"
#include "ui/session/languagebox.h"
#include "ui/session/preferences.h"
#include "ui/settings/settingspage.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/rail.h"
#include "ui/shell/toast.h"
#include "ui/shell/toasts.h"
#include "ui/welcome/welcomepage.h"

#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace pipeline;
using State = ui::LocalRunner::State;

/// Which windows come up, as a desktop would show them.
struct WindowsShown : QObject {
    WindowsShown() { qApp->installEventFilter(this); }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Show && watched->isWidgetType() && static_cast<QWidget *>(watched)->isWindow())
            names << QLatin1StringView(watched->metaObject()->className());
        return false;
    }

    QStringList names;
};

/// The program as a whole: its window, its runner and how they end.
class TestConsole : public QObject {
    Q_OBJECT

    static constexpr int Limit = 30000;

    struct Program {
        explicit Program(const configuration::Configuration &configuration)
            : console(configuration, fixture.session->actor(),
                      [this](std::stop_token) { return tests::heldServices(fixture, let); })
        {}
        Program() : Program(tests::ConsoleFixture().configuration) {}

        qint64 insert()
        {
            const auto item = fixture.backlog->insert(tests::sampleItem(contract::Mode::Validate, u"homologacao"_s),
                                                      tests::person(u"ana.lima"_s), {});
            return item ? item->id : 0;
        }
        bool isPending(qint64 id) { return fixture.backlog->item(id, {})->state == contract::ItemState::Pending; }

        /// Tries to close the window and presses what it offers.
        void closeAndAnswer(const QString &text)
        {
            console.window().close();
            QTRY_VERIFY_WITH_TIMEOUT(QApplication::activeModalWidget(), Limit);
            for (auto *button : QApplication::activeModalWidget()->findChildren<QPushButton *>()) {
                if (button->text() == text) {
                    QTest::mouseClick(button, Qt::LeftButton);
                    return;
                }
            }
            QFAIL(qPrintable(text));
        }

        tests::ConsoleFixture fixture;
        std::shared_ptr<std::atomic<bool>> let = std::make_shared<std::atomic<bool>>(false);
        app::Console console;
    };

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init()
    {
        QSettings().clear();
        QDir(QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation)).removeRecursively();
        ui::preferences::setLanguage(u"en"_s);
    }

    void closingAsksWhileSomethingRuns()
    {
        Program program;
        program.console.start();
        program.console.runner().switchOn();
        const qint64 id = program.insert();
        QTRY_VERIFY_WITH_TIMEOUT(program.console.runner().items() == 1, Limit);
        program.closeAndAnswer(u"Keep the window open"_s);
        QVERIFY(program.console.window().isVisible());
        QVERIFY(program.console.runner().state() == State::Running);
        program.closeAndAnswer(u"Stop now"_s);
        QVERIFY(!program.console.window().isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(program.console.runner().state() == State::Off, Limit);
        QVERIFY(program.isPending(id));
    }

    void theRunnerFinishesInTheBackground()
    {
        Program program;
        program.console.start();
        program.console.runner().switchOn();
        const qint64 id = program.insert();
        QTRY_VERIFY_WITH_TIMEOUT(program.console.runner().items() == 1, Limit);
        program.closeAndAnswer(u"Finish in the background, then quit"_s);
        QVERIFY(!program.console.window().isVisible());
        QVERIFY(program.console.runner().state() == State::Draining);
        program.console.show({}); // a second start of the program
        QVERIFY(program.console.window().isVisible());
        *program.let = true;
        QTRY_VERIFY_WITH_TIMEOUT(!program.isPending(id) && program.console.runner().state() == State::Off, Limit);
        QVERIFY(program.console.window().isVisible());
    }

    void theTrayLeadsBackToTheWindow()
    {
        Program program;
        program.console.start();
        program.console.runner().switchOn();
        const qint64 id = program.insert();
        QTRY_VERIFY_WITH_TIMEOUT(program.console.runner().items() == 1, Limit);
        QSystemTrayIcon &icon = program.console.tray().icon();
        QVERIFY(!icon.isVisible());
        program.closeAndAnswer(u"Finish in the background, then quit"_s);
        QVERIFY(icon.isVisible());
        QVERIFY2(icon.toolTip().contains(u"ends after item %1"_s.arg(id)), qPrintable(icon.toolTip()));
        const auto actions = icon.contextMenu()->actions();
        actions.first()->trigger();
        QVERIFY(program.console.window().isVisible() && !icon.isVisible());
        program.closeAndAnswer(u"Finish in the background, then quit"_s);
        icon.contextMenu()->actions().last()->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(program.console.runner().state() == State::Off, Limit);
        QVERIFY(program.isPending(id));
    }

    void theLogTellsWhatHappened()
    {
        QString folder;
        qint64 id = 0;
        {
            Program program;
            folder = program.console.log().folder();
            program.console.start();
            program.console.runner().switchOn();
            *program.let = true;
            const QSignalSpy heard(&program.console.runner(), &ui::LocalRunner::heard);
            id = program.insert();
            QTRY_VERIFY_WITH_TIMEOUT(heard.count() > 0 && program.console.runner().items() == 0, Limit);
            program.console.window().toasts()->show({.tone = u"fail"_s, .title = u"Title"_s, .text = u"Text"_s});
            qWarning("a warning");
        }
        QByteArray log;
        for (const QFileInfo &info : QDir(folder).entryInfoList(QDir::Files)) {
            QFile file(info.filePath());
            QVERIFY(file.open(QIODevice::ReadOnly));
            log += file.readAll();
        }
        for (const QString &line : {u" info console: Prometheus Pipeline "_s, u"\"item\":%1"_s.arg(id),
                                    u" error notice: Title: Text\n"_s, u" warning qt: a warning\n"_s})
            QVERIFY2(log.contains(line.toUtf8()), log + "\nhas not: " + line.toUtf8());
    }

    void closingAsksNothingWhileNothingRuns()
    {
        Program program;
        program.console.start();
        QVERIFY(program.console.window().close());
        QVERIFY(!QApplication::activeModalWidget());
    }

    void theSwitchIsKept()
    {
        ui::preferences::setRunnerOn(true);
        Program program;
        program.console.start();
        QTRY_VERIFY_WITH_TIMEOUT(program.console.runner().state() == State::Idle, Limit);
    }

    void aLinkOpensItsRelease()
    {
        Program program;
        program.fixture.fill();
        program.console.start();
        program.console.show(u"prometheus-pipeline://release/R-2026.11.3"_s);
        auto *page = qobject_cast<ui::ReleasePage *>(program.console.window().current());
        QVERIFY(page);
        QTRY_VERIFY_WITH_TIMEOUT(page->window()->windowTitle().contains("R-2026.11.3"_L1), Limit);
        program.console.show(u"prometheus-pipeline://elsewhere/R-1"_s);
        program.console.show(u"https://release/R-1"_s);
        QCOMPARE(program.console.window().current(), page);
    }

    void theFirstRunIsWelcomed()
    {
        configuration::Configuration bare = tests::ConsoleFixture().configuration;
        bare.environments.clear();
        bare.defaultEnvironment.clear();
        Program program(bare);
        program.console.start();
        QTRY_VERIFY_WITH_TIMEOUT(qobject_cast<ui::WelcomePage *>(program.console.window().current()), Limit);
    }

    void theFirstPageSpeaksTheLanguageThatIsChosen()
    {
        configuration::Configuration bare = tests::ConsoleFixture().configuration;
        bare.environments.clear();
        bare.defaultEnvironment.clear();
        Program program(bare);
        program.console.start();
        QTRY_VERIFY_WITH_TIMEOUT(qobject_cast<ui::WelcomePage *>(program.console.window().current()), Limit);
        ui::LanguageBox *language = program.console.pages().welcome()->language();
        language->setFocus();
        language->setCurrentIndex(language->findData(u"pt_BR"_s));
        emit language->activated(language->currentIndex());
        QTRY_COMPARE_WITH_TIMEOUT(program.console.pages().welcome()->title(), u"Boas-vindas"_s, Limit);
        QCOMPARE(program.console.window().current(), program.console.pages().welcome());
        QCOMPARE(program.console.pages().welcome()->language()->currentData().toString(), u"pt_BR"_s);
    }

    void pagesThatNobodyOpensAreMadeLater()
    {
        Program program;
        program.fixture.fill();
        tests::OutsideSql other(program.fixture.databaseFile());
        VERIFY_RESULT(other.run(u"drop trigger journal_keep_update"_s));
        VERIFY_RESULT(other.run(u"update journal set actor = 'somebody' where id = 2"_s));
        const QSignalSpy opened(&program.console.session(), &ui::Session::opened);
        program.console.start();
        ui::MainWindow &window = program.console.window();
        QVERIFY(window.findChild<ui::QueuePage *>());
        QVERIFY(!window.findChild<ui::AuditPage *>());
        QVERIFY(!window.findChild<ui::ReleasePage *>());
        QTRY_VERIFY_WITH_TIMEOUT(window.findChild<ui::ReleasePage *>(), Limit);
        // The journal's page tells of a broken chain also when nobody opens it.
        const auto told = [&] {
            return std::ranges::any_of(window.findChildren<ui::RailButton *>(), [](const ui::RailButton *entry) {
                return entry->accessibleName().contains("the chain is broken"_L1);
            });
        };
        QTRY_VERIFY_WITH_TIMEOUT(told(), Limit);
        QCOMPARE(window.toasts()->findChildren<ui::Toast *>().size(), 1);
        QCOMPARE(window.current(), program.console.pages().queue());

        // It is only now that they read; none asks for another backlog.
        window.open(program.console.pages().environments());
        window.open(window.pages().at(1));
        auto *releases = window.current()->findChild<ui::ReleasesView *>();
        QTRY_VERIFY_WITH_TIMEOUT(releases->model()->rowCount() > 0, Limit);
        QCOMPARE(opened.count(), 1);
    }

    void noPartOfAPageIsAWindowForAMoment()
    {
        Program program;
        program.console.start();
        WindowsShown shown;
        program.console.window().pages();
        program.console.pages().welcome();
        program.console.pages().openRelease(u"R-2026.11.3"_s, 0, {});
        QCOMPARE(shown.names, QStringList());
        QWidget other;
        other.show();
        QCOMPARE(shown.names, QStringList{u"QWidget"_s}); // it sees what it is to see
    }

    void anEmptyQueueTellsWhetherAnythingWouldTakeAnItem()
    {
        Program program;
        program.console.start();
        auto *line = program.console.pages().queue()->findChild<ui::ReadinessLine *>();
        QVERIFY(line);
        const auto says = [line](const QString &words) {
            for (const auto *label : line->findChildren<QLabel *>()) {
                if (label->text() == words)
                    return true;
            }
            return false;
        };
        QTRY_VERIFY_WITH_TIMEOUT(line->isVisible() && says(u"Backlog ready"_s), Limit);
        QTRY_VERIFY_WITH_TIMEOUT(says(u"producao does not answer"_s), Limit);
        QVERIFY(says(u"No runner on this computer, items would wait for another one"_s));
        auto *turnOn = line->findChild<QPushButton *>();
        QTest::mouseClick(turnOn, Qt::LeftButton);
        QCOMPARE(program.console.window().current(), static_cast<ui::Page *>(program.console.pages().settings()));

        program.console.window().open(program.console.pages().queue());
        program.console.runner().switchOn();
        QTRY_VERIFY_WITH_TIMEOUT(says(u"Runner on this computer: on · idle"_s) && turnOn->isHidden(), Limit);
        QVERIFY(program.insert() > 0);
        QTRY_VERIFY_WITH_TIMEOUT(line->isHidden(), Limit);
        *program.let = true;
        program.console.runner().stopNow();
        QTRY_VERIFY_WITH_TIMEOUT(program.console.runner().state() == State::Off, Limit);
    }

    void thePaletteOpensPages()
    {
        Program program;
        program.console.start();
        program.console.window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&program.console.window(), Limit));
        QTest::keyClick(&program.console.window(), Qt::Key_K, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(program.console.window().findChild<ui::Palette *>(), Limit);
        auto *palette = program.console.window().findChild<ui::Palette *>();
        QTest::keyClicks(palette->field(), u">environments"_s);
        QTest::keyClick(palette->field(), Qt::Key_Return);
        QCOMPARE(program.console.window().current(), program.console.pages().environments());
    }
};

QTEST_MAIN(TestConsole)
#include "tst_console.moc"
