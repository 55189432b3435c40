// SPDX-License-Identifier: Apache-2.0
#include "heldstage.h"

#include "support/backlogsamples.h"
#include "support/resultchecks.h"
#include "ui/session/localrunner.h"
#include "ui/session/preferences.h"
#include "ui/support/consolefixture.h"

#include <QSettings>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace pipeline;
using State = ui::LocalRunner::State;

/// The runner of the window on a real backlog, with one stage that the test holds.
class TestLocalRunner : public QObject {
    Q_OBJECT

    static constexpr int Limit = 30000;

    struct Window {
        Window()
        {
            session = std::make_unique<ui::Session>(console.configuration, console.session->actor(),
                                                    [this](std::stop_token) { return heldServices(console, let); });
            runner = std::make_unique<ui::LocalRunner>(*session);
        }
        qint64 insert()
        {
            const auto item = console.backlog->insert(tests::sampleItem(contract::Mode::Validate, u"homologacao"_s),
                                                      tests::person(u"ana.lima"_s), {});
            return item ? item->id : 0;
        }
        contract::BacklogItem item(qint64 id) { return *console.backlog->item(id, {}); }

        tests::ConsoleFixture console;
        std::shared_ptr<std::atomic<bool>> let = std::make_shared<std::atomic<bool>>(false);
        std::unique_ptr<ui::Session> session;
        std::unique_ptr<ui::LocalRunner> runner;
    };

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init() { QSettings().clear(); }

    void isOffUntilItIsSwitchedOn()
    {
        Window window;
        const qint64 id = window.insert();
        window.session->start();
        QTRY_VERIFY_WITH_TIMEOUT(window.session->services(), Limit);
        QVERIFY(window.runner->state() == State::Off);
        QVERIFY(window.item(id).state == contract::ItemState::Pending);
    }

    void runsWhatItFinds()
    {
        Window window;
        window.runner->switchOn(); // before the backlog is open
        QVERIFY(window.runner->state() == State::Starting);
        window.session->start();
        QTRY_VERIFY_WITH_TIMEOUT(window.runner->state() == State::Idle, Limit);
        const qint64 id = window.insert();
        QTRY_VERIFY_WITH_TIMEOUT(window.runner->items() == 1, Limit);
        QTRY_VERIFY_WITH_TIMEOUT(window.runner->words().contains(u"VALIDATE"_s), Limit);
        QVERIFY(window.runner->words().contains(QString::number(id)));
        *window.let = true;
        QTRY_VERIFY_WITH_TIMEOUT(window.item(id).state == contract::ItemState::Done, Limit);
        QTRY_VERIFY_WITH_TIMEOUT(window.runner->state() == State::Idle && window.runner->items() == 0, Limit);
    }

    void runsAsManyAtATimeAsAreChosen()
    {
        Window window;
        ui::preferences::setRunnerJobs(2);
        for (int i = 0; i < 3; ++i)
            window.insert();
        window.session->start();
        window.runner->switchOn();
        QTRY_COMPARE_WITH_TIMEOUT(window.runner->items(), 2, Limit);
        const auto pending = [&] {
            return window.console.backlog
                ->list({.types = {u"executar_pipeline"_s}, .states = {contract::ItemState::Pending}}, {})
                ->size();
        };
        QCOMPARE(pending(), 1);
        QCOMPARE(window.runner->words(), u"on · 2 items"_s);

        ui::preferences::setRunnerJobs(3);
        window.runner->restart();
        QVERIFY(window.runner->state() == State::Running);
        QCOMPARE(window.runner->items(), 2); // what is under way goes on
        *window.let = true;
        QTRY_COMPARE_WITH_TIMEOUT(pending(), 0, Limit);
        QTRY_VERIFY_WITH_TIMEOUT(window.runner->state() == State::Idle, Limit);
    }

    void drainsWhenItIsSwitchedOff()
    {
        Window window;
        const qint64 first = window.insert();
        const qint64 second = window.insert();
        window.session->start();
        window.runner->switchOn();
        QTRY_VERIFY_WITH_TIMEOUT(window.runner->items() == 1, Limit);
        window.runner->switchOff();
        QVERIFY(window.runner->state() == State::Draining);
        *window.let = true;
        QTRY_VERIFY_WITH_TIMEOUT(window.runner->state() == State::Off, Limit);
        QVERIFY(window.item(first).state == contract::ItemState::Done);
        QVERIFY(window.item(second).state == contract::ItemState::Pending);
        window.runner->switchOn();
        QTRY_VERIFY_WITH_TIMEOUT(window.item(second).state == contract::ItemState::Done, Limit);
    }

    void givesTheItemBackWhenItIsStopped()
    {
        Window window;
        const qint64 id = window.insert();
        window.session->start();
        window.runner->switchOn();
        QTRY_VERIFY_WITH_TIMEOUT(window.runner->items() == 1, Limit);
        window.runner->stopNow();
        QTRY_VERIFY_WITH_TIMEOUT(window.runner->state() == State::Off, Limit);
        QVERIFY(window.item(id).state == contract::ItemState::Pending);
    }

    void endsWithTheWindow()
    {
        Window window;
        const qint64 id = window.insert();
        window.session->start();
        window.runner->switchOn();
        QTRY_VERIFY_WITH_TIMEOUT(window.runner->items() == 1, Limit);
        window.runner.reset();
        QVERIFY(window.item(id).state == contract::ItemState::Pending);
    }

    void beginsAgainWithServicesThatAreNew()
    {
        Window window;
        window.session->start();
        window.runner->switchOn();
        QTRY_VERIFY_WITH_TIMEOUT(window.runner->state() == State::Idle, Limit);
        QList<State> states;
        connect(window.runner.get(), &ui::LocalRunner::changed, this, [&] { states << window.runner->state(); });
        window.session->adopt(window.console.configuration);
        QTRY_VERIFY_WITH_TIMEOUT(states.contains(State::Starting), Limit);
        QTRY_VERIFY_WITH_TIMEOUT(window.runner->state() == State::Idle, Limit);
        window.runner->disconnect(this);
    }
};

QTEST_MAIN(TestLocalRunner)
#include "tst_localrunner.moc"
