// SPDX-License-Identifier: Apache-2.0
#include "enginedouble.h"
#include "runnerunderway.h"

#include "backlog/sqlitebacklog.h"
#include "events/eventstore.h"
#include "store/database.h"
#include "support/backlogsamples.h"
#include "support/processlist.h"

#include <QElapsedTimer>

#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace pipeline;
using contract::ItemState;
using tests::Answer;
using tests::EngineDouble;
using tests::FaultServer;
using tests::Installation;
using tests::OutsideSql;
using tests::RunnerUnderWay;

/// A person cancels while a run is at something that would never end by itself. Nothing is cut off by a time limit
/// here: those are longer than the test.
class TestCancellation : public QObject {
    Q_OBJECT

    static void cancel(const Installation &installation, qint64 item)
    {
        const auto database = store::Database::open(installation.backlogUrl());
        VERIFY_RESULT(database);
        backlog::SqliteBacklog backlog(**database);
        VERIFY_RESULT(backlog.cancel(item, tests::person(u"ana"_s), {}));
    }

    /// Cancels what is under way, and looks at what became of it.
    static void cancelAndCheck(const Installation &installation, RunnerUnderWay &runner, qint64 item)
    {
        QElapsedTimer timer;
        timer.start();
        cancel(installation, item);
        checkCancelled(installation, runner.outcome(), item);
        qInfo("it had stopped %lld ms later", timer.elapsed());
    }

    static void checkCancelled(const Installation &installation, const runner::Outcome &outcome, qint64 item)
    {
        QVERIFY2(outcome.state == ItemState::Cancelled, qPrintable(outcome.error ? outcome.error->text() : QString()));
        QVERIFY(!outcome.error);
        QCOMPARE(outcome.result["status"_L1].toString(), u"falha"_s);
        QCOMPARE(outcome.result["motivo"_L1].toString(), u"Cancelled by ana"_s);
        OutsideSql outside(installation.backlogFile());
        const auto row = outside.run(u"select estado, resultado ->> '$.motivo', reserva_expira_em from backlog "
                                     "where id = %1"_s.arg(item));
        VERIFY_RESULT(row);
        QCOMPARE(row->first().mid(0, 2), (QVariantList{u"cancelado"_s, u"Cancelled by ana"_s}));
        QVERIFY(row->first().last().isNull());
        QCOMPARE(outside.value(u"select count(*) from backlog where origem_id = %1"_s.arg(item)).toInt(), 0);
        const auto events = outside.run(u"select payload ->> '$.estado' from run_event where item_id = %1 "
                                        "and kind = 'finished'"_s.arg(item));
        VERIFY_RESULT(events);
        QCOMPARE(*events, (tests::OutsideRows{{u"cancelado"_s}}));
        const auto acts = outside.run(u"select act, actor from journal where item_id = %1 and act <> 'item.claimed' "
                                      "order by id"_s.arg(item));
        VERIFY_RESULT(acts);
        QCOMPARE(*acts, (tests::OutsideRows{{u"item.cancel-requested"_s, u"ana"_s}, {u"item.completed"_s, u"r1"_s}}));
    }

    static bool startedStage(const Installation &installation, const QString &stage)
    {
        OutsideSql outside(installation.backlogFile());
        return outside.value(u"select count(*) from run_stage where stage = '%1'"_s.arg(stage)).toInt() > 0;
    }

    const QTemporaryDir m_home;
    QString m_jestProblem; ///< why Jest cannot be had

private slots:
    void initTestCase()
    {
        m_jestProblem = Installation::prepareJest();
        tests::GitRepository::isolate(m_home.path());
    }

    void whileTheEngineHangs_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::newRow("before its version") << EngineDouble::versionPath();
        QTest::newRow("over a deployment") << EngineDouble::createPath();
    }

    void whileTheEngineHangs()
    {
        QFETCH(const QByteArray, path);
        EngineDouble engine;
        engine.setAnswers(path, {Answer::silence()});
        Installation installation;
        installation.configure(engine.configuration());
        const qint64 item = installation.insert(u"implantar"_s, installation.makeRelease());
        RunnerUnderWay runner(installation, {});
        runner.start();
        QTRY_COMPARE_WITH_TIMEOUT(engine.requests(path).size(), 1, 60'000);
        QVERIFY(!runner.hasEnded());
        cancelAndCheck(installation, runner, item);
        QCOMPARE(engine.requests(path).size(), 1);
        QVERIFY(!startedStage(installation, u"verify"_s));
    }

    void afterTheEngineTookIt()
    {
        EngineDouble engine;
        const QByteArray path = "/engine-rest/decision-requirements-definition";
        engine.setAnswers(path, {Answer::silence()});
        Installation installation;
        installation.configure(engine.configuration());
        const qint64 item = installation.insert(u"implantar"_s, installation.makeRelease({.worker = false}));
        RunnerUnderWay runner(installation, {});
        runner.start();
        QTRY_COMPARE_WITH_TIMEOUT(engine.requests(path).size(), 1, 60'000);
        QCOMPARE(engine.requests(EngineDouble::createPath()).size(), 1);
        cancel(installation, item);
        const auto &outcome = runner.outcome();
        QCOMPARE(outcome.result["motivo"_L1].toString(), u"Cancelled by ana"_s);
        QCOMPARE(outcome.result["etapas"_L1]["deploy"_L1]["deployment_id"_L1].toString(), u"d1"_s);
        OutsideSql outside(installation.backlogFile());
        QCOMPARE(outside.value(u"select count(*) from journal where act = 'deployment.created'"_s).toInt(), 1);
    }

    void whileGitHangs()
    {
        FaultServer remote;
        remote.setHandler([](const tests::ReceivedRequest &) { return Answer::silence(); });
        Installation installation;
        installation.configure(EngineDouble().configuration(), remote.url(u"/artefatos.git"_s).toString());
        const qint64 item = installation.insert(u"validar"_s, installation.makeRelease());
        const QByteArray marker = remote.url(u"/artefatos.git"_s).toEncoded();
        RunnerUnderWay runner(installation, {});
        runner.start();
        QVERIFY(remote.waitForRequests(1));
        QVERIFY(tests::processesWith(marker).size() > 1); // git and its helper for http
        cancelAndCheck(installation, runner, item);
        QCOMPARE(tests::processesWith(marker), QList<qint64>());
        QCOMPARE(tests::processesWith(installation.path({}).toLocal8Bit()), QList<qint64>());
        QVERIFY(remote.waitForNoConnection());
    }

    void whileATestSleeps()
    {
        if (!m_jestProblem.isEmpty())
            QSKIP(qPrintable(m_jestProblem));
        Installation installation;
        installation.configure(EngineDouble().configuration());
        const qint64 item = installation.insert(
            u"validar"_s,
            installation.makeRelease(
                {.models = false,
                 .jestTest = "const {spawn} = require('child_process');\n"
                             "test('dorme', done => {\n"
                             "    spawn(process.execPath, ['-e', 'setTimeout(() => {}, 6e5)', 'neto do worker'],\n"
                             "          {detached: true, stdio: 'ignore'});\n"
                             "    process.stderr.write('adormecido\\n');\n"
                             "    setTimeout(done, 6e5);\n"
                             "}, 6e5);\n"}));
        RunnerUnderWay runner(installation, {});
        runner.start();
        OutsideSql outside(installation.backlogFile());
        QTRY_VERIFY_WITH_TIMEOUT(
            outside.value(u"select count(*) from run_event where payload ->> '$.text' like '%adormecido%'"_s).toInt()
                > 0,
            60'000);
        const QByteArray folder = installation.path({}).toLocal8Bit();
        QVERIFY(tests::processesWith(folder).size() > 0);
        QVERIFY(tests::processesWith("neto do worker").size() > 0);
        cancelAndCheck(installation, runner, item);
        QTRY_COMPARE_WITH_TIMEOUT(tests::processesWith(folder), QList<qint64>(), 30'000);
        QTRY_COMPARE_WITH_TIMEOUT(tests::processesWith("neto do worker"), QList<qint64>(), 30'000);
        QCOMPARE(QDir(installation.cacheFolder() + u"/checkouts"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot),
                 QStringList());
    }

    void whileWaitingToTryAgain()
    {
        EngineDouble engine;
        engine.setAnswers(EngineDouble::versionPath(), {Answer::html(503)});
        Installation installation;
        installation.configure(engine.configuration());
        const qint64 item = installation.insert(u"implantar"_s, installation.makeRelease());
        RunnerUnderWay runner(installation, {.retry = {.firstPause = 1h}});
        runner.start();
        OutsideSql outside(installation.backlogFile());
        QTRY_VERIFY_WITH_TIMEOUT(
            outside.value(u"select count(*) from run_event where payload ->> '$.text' like '%Trying again%'"_s).toInt()
                > 0,
            60'000);
        cancelAndCheck(installation, runner, item);
        QCOMPARE(engine.requests(EngineDouble::versionPath()).size(), 1);
    }

    /// The next stage does not begin, however short it would be.
    void betweenStages()
    {
        Installation installation;
        installation.configure(EngineDouble().configuration());
        const qint64 item = installation.insert(u"validar"_s, installation.makeRelease({.worker = false}));
        runner::Options options;
        options.checkpoint = [&](QLatin1StringView name) {
            if (name == "validate-ended"_L1)
                cancel(installation, item);
        };
        RunnerUnderWay runner(installation, options);
        checkCancelled(installation, runner.run(), item);
        QVERIFY(startedStage(installation, u"validate"_s));
        QVERIFY(!startedStage(installation, u"test"_s));
    }

    /// What is done is done: a cancellation that comes as a stage succeeds does not make it a failed one.
    void asAStageEnds()
    {
        EngineDouble engine;
        Installation installation;
        installation.configure(engine.configuration());
        const qint64 item = installation.insert(u"implantar"_s, installation.makeRelease({.worker = false}));
        runner::Options options{.times = {.look = 20ms}};
        options.checkpoint = [&, products = 0](QLatin1StringView name) mutable {
            if (name != "deployment-recorded"_L1 || ++products < 2)
                return;
            cancel(installation, item);
            std::this_thread::sleep_for(500ms); // until the runner has heard of it
        };
        RunnerUnderWay runner(installation, options);
        const auto outcome = runner.run();
        QVERIFY(outcome.state == ItemState::Cancelled);
        QCOMPARE(outcome.result["motivo"_L1].toString(), u"Cancelled by ana"_s);
        const QJsonObject deploy = outcome.result["etapas"_L1]["deploy"_L1].toObject();
        QCOMPARE(deploy["status"_L1].toString(), u"success"_s);
        QCOMPARE(deploy["deployments"_L1].toArray().size(), 2);
        QVERIFY(!startedStage(installation, u"verify"_s));
        OutsideSql outside(installation.backlogFile());
        QCOMPARE(outside.value(u"select status from run_stage where stage = 'deploy'"_s).toString(), u"success"_s);
    }

    /// The item is about to be given back as pending.
    void asTheItemIsGivenBack()
    {
        EngineDouble engine;
        engine.setAnswers(EngineDouble::versionPath(), {Answer::html(503)});
        Installation installation;
        installation.configure(engine.configuration());
        const qint64 item = installation.insert(u"implantar"_s, installation.makeRelease({.worker = false}));
        runner::Options options{.times = {.look = 1h}, .retry = {.attempts = 1}};
        options.listener = [&](const events::Event &event) {
            if (event.kind == "stage"_L1 && event.payload["status"_L1] == "failed"_L1)
                cancel(installation, item);
        };
        RunnerUnderWay runner(installation, options);
        checkCancelled(installation, runner.run(), item);
    }

    /// Whoever takes the item over does no work for it.
    void anItemWhoseRunnerDied()
    {
        Installation installation;
        installation.configure(EngineDouble().configuration());
        const qint64 item = installation.insert(u"validar"_s, installation.makeRelease({.worker = false}));
        RunnerUnderWay runner(installation, {});
        const auto taken = runner.backlog().claim({true, {}, {}}, tests::runner(u"dead"_s), 1h, {});
        VERIFY_RESULT(taken);
        cancel(installation, item);
        OutsideSql outside(installation.backlogFile());
        VERIFY_RESULT(outside.run(u"update backlog set reserva_expira_em = '2000-01-01T00:00:00.000Z'"_s));
        checkCancelled(installation, runner.run(), item);
        QVERIFY(!startedStage(installation, u"validate"_s));
    }

    /// SIGTERM is no cancellation: the item goes back, and not before an effect under way can have ended.
    void theRunnerIsStopped()
    {
        EngineDouble engine;
        engine.setAnswers(EngineDouble::createPath(), {Answer::silence()});
        Installation installation;
        installation.configure(engine.configuration());
        const qint64 item = installation.insert(u"implantar"_s, installation.makeRelease());
        RunnerUnderWay runner(installation, {});
        runner.start();
        QTRY_COMPARE_WITH_TIMEOUT(engine.requests(EngineDouble::createPath()).size(), 1, 60'000);
        runner.stop();
        const auto outcome = runner.outcome();
        QVERIFY(outcome.state == ItemState::Pending);
        const auto row = runner.backlog().item(item, {});
        VERIFY_RESULT(row);
        QVERIFY(row->state == ItemState::Pending);
        QVERIFY(row->updatedAt.secsTo(row->availableAt) >= 60);
        QCOMPARE(row->reservedBy, QString());
        const auto attempts = events::EventStore(runner.database()).attempts(item, {});
        VERIFY_RESULT(attempts);
        QCOMPARE(attempts->size(), 1);
        QCOMPARE(attempts->first().outcome, u"pendente"_s);
    }
};

QTEST_GUILESS_MAIN(TestCancellation)
#include "tst_cancellation.moc"
