// SPDX-License-Identifier: Apache-2.0
#include "enginedouble.h"
#include "runnerunderway.h"

#include "events/eventstore.h"

#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace pipeline;
using contract::ItemState;
using tests::Answer;
using tests::EngineDouble;
using tests::Installation;
using tests::OutsideSql;
using tests::RunnerUnderWay;

/// What an attempt came to, and what earlier ones did, is neither lost nor denied.
class TestAttempts : public QObject {
    Q_OBJECT

    static runner::Options quick() { return {.retry = {.firstPause = 10ms}}; }

    const QTemporaryDir m_home;

private slots:
    void initTestCase() { tests::GitRepository::isolate(m_home.path()); }

    void aLockedDatabaseCostsNothing_data()
    {
        QTest::addColumn<QString>("point");
        QTest::newRow("while it runs") << u"bytes-read"_s;
        QTest::newRow("as it ends") << u"before-completion"_s;
    }

    /// The database waits for a lock for five seconds, and this one is held for longer.
    void aLockedDatabaseCostsNothing()
    {
        QFETCH(const QString, point);
        Installation installation;
        installation.configure(EngineDouble().configuration());
        const qint64 item = installation.insert(u"validar"_s, installation.makeRelease({.worker = false}));
        std::jthread intruder;
        runner::Options options = quick();
        options.checkpoint = [&](QLatin1StringView name) {
            if (name != point)
                return;
            std::promise<void> locked;
            intruder = std::jthread([&installation, &locked] {
                OutsideSql outside(installation.backlogFile());
                VERIFY_RESULT(outside.run(u"begin immediate"_s));
                locked.set_value();
                std::this_thread::sleep_for(6s);
                VERIFY_RESULT(outside.run(u"rollback"_s));
            });
            locked.get_future().wait();
        };
        RunnerUnderWay runner(installation, options);
        const auto outcome = runner.run();
        QVERIFY2(!outcome.error, qPrintable(outcome.error ? outcome.error->text() : QString()));
        QVERIFY(outcome.state == ItemState::Done);
        const auto row = runner.backlog().item(item, {});
        VERIFY_RESULT(row);
        QVERIFY(row->state == ItemState::Done);
        QCOMPARE(row->attempt, 1);
        QStringList stages;
        const auto events = events::EventStore(runner.database()).since(0, item, 1000, {});
        VERIFY_RESULT(events);
        for (const events::Event &event : *events) {
            if (event.kind == "stage"_L1)
                stages << event.payload["stage"_L1].toString() + u' ' + event.payload["status"_L1].toString();
        }
        QCOMPARE(stages,
                 (QStringList{u"validate running"_s, u"validate success"_s, u"test running"_s, u"test skipped"_s}));
    }

    /// The last attempt does not even reach the engine; what the first one deployed runs there all the same.
    void aResultTellsWhatEarlierAttemptsDid()
    {
        EngineDouble engine;
        tests::FaultServer workers;
        workers.setHandler([](const auto &) { return Answer::html(503); });
        Installation installation;
        installation.configure(engine.configuration() + "worker_webhook = \"" + workers.url().toEncoded() + "\"\n");
        const auto release = installation.makeRelease();
        const qint64 item = installation.insert(u"implantar"_s, release, 2);
        RunnerUnderWay runner(installation, quick());
        QVERIFY(runner.run().state == ItemState::Pending);
        const qsizetype sent = engine.requests(EngineDouble::createPath()).size();
        QVERIFY(sent >= 2);

        engine.setAnswers(EngineDouble::versionPath(), {Answer::html(503)});
        OutsideSql outside(installation.backlogFile());
        VERIFY_RESULT(outside.run(u"update backlog set disponivel_em = '2000-01-01T00:00:00.000Z'"_s));
        const auto last = runner.run();
        QCOMPARE(last.item, item);
        QVERIFY(last.state == ItemState::Failed);
        const QJsonObject deploy = last.result["etapas"_L1]["deploy"_L1].toObject();
        QCOMPARE(deploy["status"_L1].toString(), u"failed"_s);
        QCOMPARE(deploy["deployment_id"_L1].toString(), u"d1"_s);
        QCOMPARE(deploy["commit_workers"_L1].toString(), release.workersCommit);
        QStringList products;
        for (const QJsonValue &deployment : deploy["deployments"_L1].toArray())
            products << deployment["produto"_L1].toString();
        QCOMPARE(products, (QStringList{u"Genesis"_s, u"Prometheus"_s}));
        QVERIFY(!last.result["manifesto"_L1].toString().isEmpty());
        QCOMPARE(engine.requests(EngineDouble::createPath()).size(), sent);
    }

    /// The first request is lost, and its repetition is refused: the same files are not planned and sent once more.
    void aRefusedRepetitionIsFinal()
    {
        EngineDouble engine;
        engine.setAnswers(
            EngineDouble::createPath(),
            {Answer::reset(), Answer::json(R"({"type":"ParseException","message":"cvc-complex-type"})", 400)});
        Installation installation;
        installation.configure(engine.configuration());
        installation.insert(u"implantar"_s, installation.makeRelease({.worker = false}));
        RunnerUnderWay runner(installation, quick());
        const auto outcome = runner.run();
        QVERIFY(outcome.state == ItemState::Failed);
        QCOMPARE(engine.requests(EngineDouble::createPath()).size(), 2);
        QVERIFY(outcome.result["motivo"_L1].toString().contains("cvc-complex-type"_L1));
    }

    void thePauseBetweenAttemptsHasALimit()
    {
        EngineDouble engine;
        engine.setAnswers(EngineDouble::versionPath(), {Answer::reset()});
        Installation installation;
        installation.configure(engine.configuration());
        const qint64 item = installation.insert(u"implantar"_s, installation.makeRelease({.worker = false}), 100);
        OutsideSql outside(installation.backlogFile());
        VERIFY_RESULT(outside.run(u"update backlog set tentativa = 60"_s));
        RunnerUnderWay runner(installation, quick());
        QVERIFY(runner.run().state == ItemState::Pending);
        const auto row = runner.backlog().item(item, {});
        VERIFY_RESULT(row);
        QCOMPARE((row->updatedAt.msecsTo(row->availableAt) + 500) / 1000, 1800);
    }

    void shortCommitsAreRecordedInFull()
    {
        Installation installation;
        installation.configure(EngineDouble().configuration());
        tests::SampleRelease release = installation.makeRelease();
        const QJsonArray full = release.artefacts;
        for (QJsonValueRef value : release.artefacts) {
            QJsonObject artefact = value.toObject();
            artefact["sha"_L1] = artefact["sha"_L1].toString().first(10);
            value = artefact;
        }
        const qint64 item = installation.insert(u"validar"_s, release);
        RunnerUnderWay runner(installation, quick());
        const auto outcome = runner.run();
        QVERIFY2(outcome.state == ItemState::Done, qPrintable(outcome.result["motivo"_L1].toString()));
        const auto followers = runner.backlog().list({.origin = item}, {});
        VERIFY_RESULT(followers);
        QCOMPARE(followers->size(), 1);
        QCOMPARE(followers->first().context["artefatos"_L1].toArray(), full);
    }

    void aProductThatIsNotConfiguredIsRefused_data()
    {
        QTest::addColumn<QString>("mode");
        QTest::newRow("validar") << u"validar"_s;
        QTest::newRow("implantar") << u"implantar"_s;
    }

    void aProductThatIsNotConfiguredIsRefused()
    {
        QFETCH(const QString, mode);
        EngineDouble engine;
        Installation installation;
        installation.configure(engine.configuration());
        tests::SampleRelease release = installation.makeRelease({.worker = false});
        installation.addArtefact(release, u"form"_s, u"Outro/forms/x.form"_s, "{}");
        const qint64 item = installation.insert(mode, release);
        RunnerUnderWay runner(installation, quick());
        QVERIFY(runner.run().state == ItemState::Failed);
        QCOMPARE(engine.requests(EngineDouble::createPath()).size(), 0);
        QStringList rules;
        const auto events = events::EventStore(runner.database()).since(0, item, 1000, {});
        VERIFY_RESULT(events);
        for (const events::Event &event : *events) {
            if (event.kind == "finding"_L1 && event.payload["severidade"_L1] == "error"_L1)
                rules << event.payload["regra"_L1].toString();
        }
        QCOMPARE(rules, QStringList{u"artefact-of-unknown-product"_s});
    }

    void withoutGitNothingCanBeDone()
    {
        Installation installation;
        installation.configure(EngineDouble().configuration());
        QProcessEnvironment variables = installation.variables();
        variables.insert(u"PATH"_s, installation.path({}));
        app::Composition composition(installation.configuration(), variables);
        const auto able = composition.capabilities({});
        VERIFY_RESULT(able);
        QVERIFY(!able->validate);
        QCOMPARE(able->environments, QStringList());
    }
};

QTEST_GUILESS_MAIN(TestAttempts)
#include "tst_attempts.moc"
