// SPDX-License-Identifier: Apache-2.0
#include "enginedouble.h"
#include "runnerunderway.h"

#include "backlog/sqlitebacklog.h"
#include "events/eventstore.h"
#include "store/database.h"
#include "support/workerserver.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace pipeline;
using contract::ItemState;
using tests::Answer;
using tests::EngineDouble;
using tests::Installation;
using tests::OutsideSql;
using tests::RunnerUnderWay;
using tests::SampleRelease;

class TestRunner : public QObject {
    Q_OBJECT

    /// Everything that a runner may write about an item.
    static QVariantList traces(const Installation &installation, qint64 item)
    {
        OutsideSql outside(installation.backlogFile());
        QVariantList all;
        for (const QString &table :
             {u"run_event"_s, u"run_stage"_s, u"run_effect"_s, u"run_test"_s, u"run_attempt"_s, u"journal"_s})
            all << outside.value(
                u"select json_group_array(rowid) || count(*) from (select %1 from %2 where item_id = %3)"_s
                    .arg(table == "run_attempt"_L1 || table == "run_test"_L1 ? u"attempt as rowid"_s : u"rowid"_s,
                         table)
                    .arg(item));
        return all << outside.value(u"select count(*) from backlog"_s)
                   << outside.value(u"select estado || reservado_por || cerca || ifnull(resultado, '') from backlog "
                                    "where id = %1"_s.arg(item));
    }

    static QString column(const Installation &installation, qint64 item, const QString &expression)
    {
        OutsideSql outside(installation.backlogFile());
        return outside.value(u"select %1 from backlog where id = %2"_s.arg(expression).arg(item)).toString();
    }

    static runner::Options quick() { return {.retry = {.firstPause = 10ms}}; }

    const QTemporaryDir m_home;

private slots:
    void initTestCase() { tests::GitRepository::isolate(m_home.path()); }

    void eventsInTheirOrder()
    {
        Installation installation;
        installation.configure(EngineDouble().configuration());
        const qint64 item = installation.insert(u"validar"_s, installation.makeRelease());
        QList<qint64> heard;
        runner::Options options;
        options.listener = [&heard](const events::Event &event) { heard << event.id; };
        RunnerUnderWay runner(installation, options);
        const auto outcome = runner.run();
        QVERIFY2(outcome.state == ItemState::Done, qPrintable(outcome.result["motivo"_L1].toString()));
        QCOMPARE(outcome.item, item);

        const auto events = events::EventStore(runner.database()).since(0, item, 1000, {});
        VERIFY_RESULT(events);
        QStringList main;
        QList<qint64> ofTheRun;
        int done = -1;
        for (const events::Event &event : *events) {
            if (event.kind == "progress"_L1) {
                QVERIFY(event.payload["done"_L1].toInt() > done);
                done = event.payload["done"_L1].toInt();
            } else if (event.kind == "stage"_L1) {
                main << event.payload["stage"_L1].toString() + u' ' + event.payload["status"_L1].toString();
            } else if (event.kind == "finding"_L1) {
                QCOMPARE(main.last(), u"validate running"_s);
            } else if (event.kind != "log"_L1) {
                main << event.kind;
            }
            if (event.kind != "claimed"_L1 && event.kind != "finished"_L1)
                ofTheRun << event.id;
        }
        QCOMPARE(main,
                 (QStringList{u"claimed"_s, u"validate running"_s, u"validate success"_s, u"test running"_s,
                              u"test skipped"_s, u"finished"_s}));
        QCOMPARE(done, 3);
        QCOMPARE(events->first().kind, u"claimed"_s);
        QCOMPARE(events->last().kind, u"finished"_s);
        QVERIFY(std::ranges::is_sorted(ofTheRun));
        QCOMPARE(heard, ofTheRun);
        QVERIFY(runner.backlog().item(item, {})->isFinished());
    }

    void aFailedStageEndsTheRun()
    {
        Installation installation;
        installation.configure(EngineDouble().configuration());
        SampleRelease release = installation.makeRelease({.worker = false});
        release.artefacts = {};
        installation.addArtefact(release, u"bpmn"_s, u"Genesis/bpmn/quebrado.bpmn"_s, "<definitions>\n<process>\n");
        const qint64 item = installation.insert(u"validar"_s, release);
        RunnerUnderWay runner(installation, {});
        const auto outcome = runner.run();
        QVERIFY(outcome.state == ItemState::Failed);
        QVERIFY(!outcome.error);
        const auto stages = events::EventStore(runner.database()).stages(item, {});
        VERIFY_RESULT(stages);
        QCOMPARE(stages->size(), 2);
        QCOMPARE(stages->at(0).status, u"failed"_s);
        QCOMPARE(stages->at(1).status, u"skipped"_s);
        const QJsonArray errors = outcome.result["etapas"_L1]["validate"_L1]["erros"_L1].toArray();
        QVERIFY(!errors.isEmpty());
        QCOMPARE(errors.first()["path"_L1].toString(), u"Genesis/bpmn/quebrado.bpmn"_s);
        OutsideSql outside(installation.backlogFile());
        QCOMPARE(outside.value(u"select count(*) from backlog"_s).toInt(), 1); // no follower
    }

    void validatesByTheConfiguredRulesAndTheWorkersSources()
    {
        Installation installation;
        installation.configure(EngineDouble().configuration() + "\n[rules]\nnot-executable = \"error\"\n");
        installation.workers().write(u"worker/outro/index.js"_s, "client.subscribe('outro', responder);\n");
        SampleRelease release = installation.makeRelease();
        installation.addArtefact(
            release, u"bpmn"_s, u"Genesis/bpmn/esboco.bpmn"_s,
            "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" targetNamespace=\"t\">"
            "<process id=\"esboco\"/></definitions>");
        installation.addArtefact(
            release, u"bpmn"_s, u"Genesis/bpmn/consulta.bpmn"_s,
            "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" targetNamespace=\"t\" "
            "xmlns:camunda=\"http://camunda.org/schema/1.0/bpmn\"><process id=\"consulta_"
                + release.key.toUtf8()
                + "\" isExecutable=\"true\" camunda:historyTimeToLive=\"P30D\"><startEvent id=\"i\"/>"
                  "<serviceTask id=\"c\" camunda:type=\"external\" camunda:topic=\"consulta\"/>"
                  "<sequenceFlow id=\"f\" sourceRef=\"i\" targetRef=\"c\"/></process></definitions>");
        installation.insert(u"validar"_s, release);
        RunnerUnderWay runner(installation, {});
        const auto outcome = runner.run();
        QVERIFY(outcome.state == ItemState::Failed);
        const QJsonObject validate = outcome.result["etapas"_L1]["validate"_L1].toObject();
        const auto rulesOf = [&validate](QLatin1StringView list) {
            QStringList rules;
            for (const QJsonValue &finding : validate[list].toArray())
                rules << finding["regra"_L1].toString();
            return rules;
        };
        QCOMPARE(rulesOf("erros"_L1), QStringList{u"not-executable"_s});
        QVERIFY(rulesOf("avisos"_L1).contains("topic-without-worker"_L1));
    }

    void aLostLeaseEndsAllWriting_data()
    {
        QTest::addColumn<QString>("mode");
        QTest::addColumn<QString>("point");
        for (const char *point : {"bytes-read", "validate-ended", "tests-recorded", "before-completion"})
            QTest::addRow("validar %s", point) << u"validar"_s << QString::fromLatin1(point);
        for (const char *point : {"policy-met", "deployment-intended", "deployment-answered", "push-intended",
                                  "push-done", "webhook-intended", "webhook-sent"})
            QTest::addRow("implantar %s", point) << u"implantar"_s << QString::fromLatin1(point);
    }

    void aLostLeaseEndsAllWriting()
    {
        QFETCH(const QString, mode);
        QFETCH(const QString, point);
        EngineDouble engine;
        const tests::WorkerServer workers(Installation::webhookSecret());
        Installation installation;
        installation.configure(engine.configuration() + "worker_webhook = \"" + workers.url().toEncoded() + "\"\n");
        const qint64 item = installation.insert(mode, installation.makeRelease());

        const auto main = [&] { return installation.workers().inRemote({u"rev-parse"_s, u"main"_s}); };
        QVariantList before;
        QByteArray branch;
        qsizetype calls = 0;
        qsizetype deployments = 0;
        runner::Options options = quick();
        options.checkpoint = [&](QLatin1StringView name) {
            if (name != point || !before.isEmpty())
                return;
            OutsideSql outside(installation.backlogFile());
            VERIFY_RESULT(outside.run(u"update backlog set cerca = cerca + 1, reservado_por = 'thief', "
                                      "reserva_expira_em = '2999-01-01T00:00:00.000Z' where id = %1"_s.arg(item)));
            before = traces(installation, item);
            branch = main();
            calls = workers.calls().size();
            deployments = engine.requests(EngineDouble::createPath()).size();
        };
        RunnerUnderWay runner(installation, options);
        const auto outcome = runner.run();
        QVERIFY(!before.isEmpty());
        QVERIFY(outcome.error);
        QVERIFY2(outcome.error->code == ErrorCode::LeaseLost, qPrintable(outcome.error->text()));
        QVERIFY(outcome.result.isEmpty());
        QCOMPARE(traces(installation, item), before);
        QCOMPARE(main(), branch);
        QCOMPARE(workers.calls().size(), calls);
        QCOMPARE(engine.requests(EngineDouble::createPath()).size(), deployments);
    }

    void theHeartbeatOutlastsTheLease()
    {
        Installation installation;
        installation.configure(EngineDouble().configuration());
        const qint64 item = installation.insert(u"validar"_s, installation.makeRelease({.worker = false}));
        runner::Options options{.times = {.lease = 2s, .heartbeat = 100ms, .look = 50ms}};
        options.checkpoint = [&](QLatin1StringView name) {
            if (name != "bytes-read"_L1)
                return;
            // The work goes on while the lease that the claim gave runs out.
            const auto expires = [&] { return column(installation, item, u"reserva_expira_em"_s); };
            const QString first = expires();
            OutsideSql outside(installation.backlogFile());
            QTRY_VERIFY_WITH_TIMEOUT(
                outside.value(u"select strftime('%Y-%m-%dT%H:%M:%fZ', 'now') > '%1'"_s.arg(first)).toInt() == 1,
                60'000);
            QVERIFY(expires() > first);
            const auto database = store::Database::open(installation.backlogUrl());
            VERIFY_RESULT(database);
            const auto taken = backlog::SqliteBacklog(**database).claim({true, {}, {}}, {u"r2"_s, {}, {}, {}}, 1s, {});
            VERIFY_RESULT(taken);
            QVERIFY(!*taken);
        };
        RunnerUnderWay runner(installation, options);
        QVERIFY(runner.run().state == ItemState::Done);
        QCOMPARE(column(installation, item, u"tentativa"_s), u"1"_s);
    }

    void anEffectIsCoveredByTheLease_data()
    {
        QTest::addColumn<QString>("point");
        QTest::addColumn<int>("seconds");
        QTest::newRow("deployment") << u"deployment-sending"_s << 60;
        QTest::newRow("push") << u"push-done"_s << 60;
    }

    void anEffectIsCoveredByTheLease()
    {
        QFETCH(const QString, point);
        QFETCH(const int, seconds);
        EngineDouble engine;
        Installation installation;
        installation.configure(engine.configuration());
        // The push follows no deployment, whose lease would still hold.
        const qint64 item = installation.insert(
            u"implantar"_s, installation.makeRelease({.models = point.startsWith("deployment"_L1)}));
        double left = 0;
        runner::Options options;
        options.checkpoint = [&](QLatin1StringView name) {
            if (name == point && left == 0)
                left = OutsideSql(installation.backlogFile())
                           .value(u"select (julianday(reserva_expira_em) - julianday(atualizado_em)) * 86400 "
                                  "from backlog where id = %1"_s.arg(item))
                           .toDouble();
        };
        RunnerUnderWay runner(installation, options);
        runner.run();
        QVERIFY2(left > seconds, qPrintable(QString::number(left)));
    }

    void aTransientFailureIsTriedThreeTimesThenPostponed()
    {
        EngineDouble engine;
        engine.setAnswers(EngineDouble::versionPath(), {Answer::html(503)});
        Installation installation;
        installation.configure(engine.configuration());
        const qint64 item = installation.insert(u"implantar"_s, installation.makeRelease({.worker = false}), 2);
        RunnerUnderWay runner(installation, quick());

        const auto first = runner.run();
        QVERIFY(first.state == ItemState::Pending);
        QVERIFY(first.error);
        QCOMPARE(exitCode(first.error->code), 3);
        QCOMPARE(engine.requests(EngineDouble::versionPath()).size(), 3);
        QCOMPARE(column(installation, item, u"estado"_s), u"pendente"_s);
        QVERIFY(runner.backlog().item(item, {})->availableAt > QDateTime::currentDateTimeUtc());
        OutsideSql outside(installation.backlogFile());
        QCOMPARE(outside
                     .value(u"select count(*) from run_event where kind = 'log' and payload ->> '$.severity' = 'warn' "
                            "and payload ->> '$.text' like '%Trying again%'"_s)
                     .toInt(),
                 2);

        VERIFY_RESULT(outside.run(u"update backlog set disponivel_em = '2000-01-01T00:00:00.000Z'"_s));
        const auto last = runner.run();
        QVERIFY(last.state == ItemState::Failed);
        QVERIFY(last.error);
        QCOMPARE(exitCode(last.error->code), 3);
        QCOMPARE(engine.requests(EngineDouble::versionPath()).size(), 6);
        QCOMPARE(column(installation, item, u"estado"_s), u"falhou"_s);
        QVERIFY(last.result["motivo"_L1].toString().contains(u"503"_s));
        QVERIFY(engine.requests(EngineDouble::createPath()).isEmpty());
    }

    /// The second attempt waits longer than the first.
    void postponementGrows()
    {
        EngineDouble engine;
        engine.setAnswers(EngineDouble::versionPath(), {Answer::reset()});
        Installation installation;
        installation.configure(engine.configuration());
        const qint64 item = installation.insert(u"implantar"_s, installation.makeRelease({.worker = false}));
        RunnerUnderWay runner(installation, quick());
        OutsideSql outside(installation.backlogFile());
        QList<qint64> pauses;
        for (int attempt = 0; attempt < 2; ++attempt) {
            QVERIFY(runner.run().state == ItemState::Pending);
            const auto row = runner.backlog().item(item, {});
            VERIFY_RESULT(row);
            pauses << (row->updatedAt.msecsTo(row->availableAt) + 500) / 1000;
            VERIFY_RESULT(outside.run(u"update backlog set disponivel_em = '2000-01-01T00:00:00.000Z'"_s));
        }
        QCOMPARE(pauses, (QList<qint64>{30, 60}));
    }

    void whatIsDeterministicIsNeverRepeated_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<int>("status");
        QTest::newRow("wrong password") << EngineDouble::versionPath() << 401;
        QTest::newRow("refused model") << EngineDouble::createPath() << 400;
        QTest::newRow("refused credentials at the deployment") << EngineDouble::createPath() << 401;
    }

    void whatIsDeterministicIsNeverRepeated()
    {
        QFETCH(const QByteArray, path);
        QFETCH(const int, status);
        EngineDouble engine;
        engine.setAnswers(path, {Answer::json(R"({"type":"ParseException","message":"cvc-complex-type"})", status)});
        Installation installation;
        installation.configure(engine.configuration());
        const qint64 item = installation.insert(u"implantar"_s, installation.makeRelease());
        RunnerUnderWay runner(installation, quick());
        const QByteArray branch = installation.workers().inRemote({u"rev-parse"_s, u"main"_s});
        const auto outcome = runner.run();
        QVERIFY(outcome.state == ItemState::Failed);
        QCOMPARE(engine.requests(path).size(), 1);
        QCOMPARE(engine.server().requests().last().path(), path); // nothing came after it
        QCOMPARE(column(installation, item, u"estado"_s), u"falhou"_s);
        QVERIFY(!outcome.result["motivo"_L1].toString().isEmpty());
        QCOMPARE(installation.workers().inRemote({u"rev-parse"_s, u"main"_s}), branch);
    }

    void abandonedCheckoutsAreRemoved()
    {
        Installation installation;
        installation.configure(EngineDouble().configuration());
        const QString folder = installation.cacheFolder() + u"/checkouts"_s;
        QVERIFY(QDir().mkpath(folder + u"/run-1-velho/worker"_s));
        QProcess touch;
        touch.start(u"touch"_s, {u"--date=3 days ago"_s, folder + u"/run-1-velho"_s});
        QVERIFY(touch.waitForFinished() && touch.exitCode() == 0);
        installation.insert(u"validar"_s, installation.makeRelease());
        RunnerUnderWay runner(installation, {});
        QVERIFY(runner.run().state == ItemState::Done);
        QCOMPARE(QDir(folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestRunner)
#include "tst_runner.moc"
