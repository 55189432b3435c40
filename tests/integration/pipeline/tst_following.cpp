// SPDX-License-Identifier: Apache-2.0
#include "enginedouble.h"

#include "events/eventstore.h"
#include "store/database.h"
#include "support/installation.h"
#include "support/resultchecks.h"

using namespace Qt::StringLiterals;
using namespace pipeline;
using events::Event;
using tests::Installation;

/// Follows the run of another process by the backlog's events.
class TestFollowing : public QObject {
    Q_OBJECT

    const QTemporaryDir m_home;

private slots:
    void initTestCase()
    {
        if (const QString problem = Installation::prepareJest(); !problem.isEmpty())
            QSKIP(qPrintable(problem));
        tests::GitRepository::isolate(m_home.path());
    }

    void whileItRuns()
    {
        Installation installation;
        installation.configure(tests::EngineDouble().configuration());
        tests::SampleRelease release = installation.makeRelease(
            {.jestTest = "test('fala', () => { process.stderr.write('linha do teste\\n'); });\n"});
        installation.addArtefact(release, u"form"_s, u"Genesis/forms/sem-id.form"_s, "{\"components\": []}\n");
        const qint64 item = installation.insert(u"validar"_s, release);

        const auto database = store::Database::open(installation.backlogUrl());
        VERIFY_RESULT(database);
        const events::EventStore store(**database);
        QList<Event> seen;
        qint64 latest = 0;
        const auto follow = [&] {
            const auto more = store.since(seen.isEmpty() ? 0 : seen.last().id, item, 1000, {});
            const QDateTime now = QDateTime::currentDateTimeUtc();
            VERIFY_RESULT(more);
            for (const Event &event : *more)
                latest = std::max(latest, event.at.msecsTo(now));
            seen += *more;
        };
        const auto saw = [&](const QString &kind, const QString &field, const QString &text) {
            return std::ranges::any_of(seen, [&](const Event &event) {
                return event.kind == kind && event.payload[field].toString().contains(text);
            });
        };
        const auto estado = [&] {
            return tests::OutsideSql(installation.backlogFile()).value(u"select estado from backlog"_s).toString();
        };

        QProcess runner;
        runner.setProcessEnvironment(installation.variables());
        runner.start(
            QStringLiteral(PIPELINE_ACTOR),
            {installation.configurationFile(), u"r1"_s, u"hold"_s, u"validate-ended#1"_s, u"tests-recorded#1"_s});
        // It is held after VALIDATE and in the middle of TEST: what it has written by then is there to be seen.
        QTRY_VERIFY_WITH_TIMEOUT((follow(), saw(u"stage"_s, u"status"_s, u"success"_s)), 60'000);
        QVERIFY(saw(u"finding"_s, u"path"_s, u"sem-id.form"_s));
        QVERIFY(saw(u"log"_s, u"text"_s, u"files and"_s));
        QCOMPARE(seen.first().kind, u"claimed"_s);
        QVERIFY(!saw(u"stage"_s, u"stage"_s, u"test"_s));
        QCOMPARE(runner.state(), QProcess::Running);
        QCOMPARE(estado(), u"executando"_s);
        runner.write("\n");

        QTRY_VERIFY_WITH_TIMEOUT((follow(), saw(u"log"_s, u"text"_s, u"linha do teste"_s)), 60'000);
        QTRY_VERIFY_WITH_TIMEOUT((follow(), saw(u"progress"_s, u"step"_s, u"index.test.js"_s)), 60'000);
        QCOMPARE(seen.last().payload["status"_L1].toString(), QString()); // TEST has not ended
        QCOMPARE(runner.state(), QProcess::Running);
        QCOMPARE(estado(), u"executando"_s);
        runner.write("\n");

        QTRY_VERIFY_WITH_TIMEOUT((follow(), saw(u"finished"_s, u"estado"_s, u"concluido"_s)), 60'000);
        QTRY_COMPARE_WITH_TIMEOUT(runner.state(), QProcess::NotRunning, 60'000);
        QCOMPARE(runner.exitCode(), 0);

        // Nothing was missed, nothing came twice or out of order.
        const auto all = store.since(0, item, 1000, {});
        VERIFY_RESULT(all);
        const auto ids = [](const QList<Event> &events) {
            QList<qint64> list;
            for (const Event &event : events)
                list << event.id;
            return list;
        };
        QCOMPARE(ids(seen), ids(*all));
        QVERIFY(std::ranges::is_sorted(ids(seen)));
        QCOMPARE(seen.last().kind, u"finished"_s);
        qInfo("%lld events, each at most %lld ms after it was written", qint64(seen.size()), latest);
    }
};

QTEST_GUILESS_MAIN(TestFollowing)
#include "tst_following.moc"
