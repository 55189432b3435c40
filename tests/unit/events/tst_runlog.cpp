// SPDX-License-Identifier: Apache-2.0
#include "events/runlog.h"

#include "events/eventstore.h"
#include "runningitem.h"
#include "support/outsidesql.h"
#include "support/resultchecks.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace pipeline;
using contract::StageStatus;
using events::Event;
using events::EventStore;
using events::LogSeverity;
using events::RunLog;
using tests::RunningItem;

namespace {

/// What another process does that follows a run: it prints the kind and the status of each event.
int follow(const QString &url, qint64 from)
{
    const auto opened = store::Database::open(url);
    if (!opened)
        return 1;
    const EventStore store(**opened);
    std::puts("following");
    std::fflush(stdout);
    for (;;) {
        const auto events = store.since(from, {}, 100, {});
        if (!events)
            return 1;
        for (const Event &event : *events) {
            std::printf("%s %s\n", qPrintable(event.kind), qPrintable(event.payload["status"_L1].toString()));
            std::fflush(stdout);
            from = event.id;
            if (event.payload["status"_L1] == "success"_L1)
                return 0;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
}

QList<Event> eventsOf(RunningItem &parts, qint64 item)
{
    const auto events = EventStore(parts.database()).since(0, item, 1'000'000, {});
    if (!events)
        qWarning("%s", qPrintable(events.error().text()));
    QList<Event> list = events.value_or(QList<Event>());
    list.removeIf([](const Event &event) { return event.kind == "claimed"_L1 || event.kind == "finished"_L1; });
    return list;
}

Finding sampleFinding()
{
    Finding finding;
    finding.rule = u"history-time-to-live"_s;
    finding.message = u"A definição não tem tempo de vida"_s;
    finding.path = u"Genesis/bpmn/a.bpmn"_s;
    finding.line = 12;
    return finding;
}

} // namespace

class TestRunLog : public QObject {
    Q_OBJECT

private slots:
    void aLostLeaseStopsAllWriting()
    {
        RunningItem parts;
        QList<Event> heard;
        RunLog log(parts.database(), parts.claim(), [&](const Event &event) { heard << event; });
        VERIFY_RESULT(log.stageStarted(u"validate"_s, 3));
        parts.end();
        const auto before = eventsOf(parts, parts.claim().item).size();
        const auto stages = EventStore(parts.database()).stages(parts.claim().item, {});
        COMPARE_ERROR(log.stageEnded(u"validate"_s, StageStatus::Success), ErrorCode::LeaseLost);
        for (int i = 0; i < 2; ++i) {
            log.log(LogSeverity::Info, u"jest"_s, u"PASS"_s);
            log.progress(u"validate"_s, 2, 3, u"a.bpmn"_s);
            COMPARE_ERROR(log.flush(), ErrorCode::LeaseLost);
            COMPARE_ERROR(log.finding(sampleFinding()), ErrorCode::LeaseLost);
            COMPARE_ERROR(log.check({}), ErrorCode::LeaseLost);
        }
        QCOMPARE(heard.size(), 1);
        QCOMPARE(eventsOf(parts, parts.claim().item).size(), before);
        const auto after = EventStore(parts.database()).stages(parts.claim().item, {});
        VERIFY_RESULT(after);
        QCOMPARE(after->size(), 1);
        QCOMPARE(after->first().status, u"running"_s);
        QCOMPARE(after->first().done, stages->first().done);
    }

    void aBackgroundErrorIsToldLater()
    {
        RunningItem parts;
        RunLog log(parts.database(), parts.claim(), {});
        parts.end();
        log.log(LogSeverity::Info, u"jest"_s, u"PASS"_s);
        COMPARE_ERROR(log.flush(), ErrorCode::LeaseLost);
        COMPARE_ERROR(log.flush(), ErrorCode::LeaseLost); // also when there is nothing to write
        QVERIFY(eventsOf(parts, parts.claim().item).isEmpty());
    }

    void whatALockedDatabaseDoesNotTakeIsWrittenLater()
    {
        RunningItem parts;
        RunLog log(parts.database(), parts.claim(), {});
        tests::OutsideSql outside(parts.database().fileName());
        VERIFY_RESULT(outside.run(u"begin immediate"_s));
        // Somebody else's lock is no reason to end the attempt; flush() tells of it.
        VERIFY_RESULT(log.stageStarted(u"validate"_s, 3));
        log.log(LogSeverity::Info, u"jest"_s, u"PASS"_s);
        COMPARE_ERROR(log.flush(), ErrorCode::Unreachable);
        QVERIFY(eventsOf(parts, parts.claim().item).isEmpty());
        VERIFY_RESULT(outside.run(u"rollback"_s));
        VERIFY_RESULT(log.stageEnded(u"validate"_s, StageStatus::Success));
        QStringList kinds;
        for (const Event &event : eventsOf(parts, parts.claim().item))
            kinds << event.kind + event.payload["status"_L1].toString();
        QCOMPARE(kinds, (QStringList{u"stagerunning"_s, u"log"_s, u"stagesuccess"_s}));
    }

    void keepsTheOrderAndTellsTheListener()
    {
        RunningItem parts;
        QList<Event> heard;
        RunLog log(parts.database(), parts.claim(), [&](const Event &event) { heard << event; });
        log.log(LogSeverity::Info, u"runner"_s, u"claimed"_s);
        VERIFY_RESULT(log.stageStarted(u"validate"_s, 3));
        log.progress(u"validate"_s, 1, 3, u"a.bpmn"_s);
        log.log(LogSeverity::Warning, u"validate"_s, u"atenção"_s);
        VERIFY_RESULT(log.finding(sampleFinding()));
        contract::Check check;
        check.name = u"engine"_s;
        check.status = contract::CheckStatus::Success;
        check.milliseconds = 12;
        VERIFY_RESULT(log.check(check));
        VERIFY_RESULT(log.stageEnded(u"validate"_s, StageStatus::Failed));
        log.log(LogSeverity::Error, u"runner"_s, u"end"_s);
        VERIFY_RESULT(log.flush());

        const QList<Event> events = eventsOf(parts, parts.claim().item);
        QStringList kinds;
        for (const Event &event : events)
            kinds << event.kind;
        QCOMPARE(kinds,
                 (QStringList{u"log"_s, u"stage"_s, u"progress"_s, u"log"_s, u"finding"_s, u"check"_s, u"stage"_s,
                              u"log"_s}));
        QCOMPARE(heard.size(), events.size());
        for (qsizetype i = 0; i < events.size(); ++i) {
            QVERIFY(i == 0 || events[i].id > events[i - 1].id);
            QCOMPARE(heard[i].id, events[i].id);
            QCOMPARE(heard[i].toJson(), events[i].toJson());
            QCOMPARE(events[i].item, parts.claim().item);
            QCOMPARE(events[i].attempt, 1);
        }
        QCOMPARE(events[1].payload,
                 (QJsonObject{{u"stage"_s, u"validate"_s}, {u"status"_s, u"running"_s}, {u"total"_s, 3}}));
        QCOMPARE(events[2].payload,
                 (QJsonObject{{u"stage"_s, u"validate"_s}, {u"done"_s, 1}, {u"total"_s, 3}, {u"step"_s, u"a.bpmn"_s}}));
        QCOMPARE(events[3].payload,
                 (QJsonObject{{u"severity"_s, u"warn"_s}, {u"source"_s, u"validate"_s}, {u"text"_s, u"atenção"_s}}));
        QCOMPARE(events[4].payload, sampleFinding().toResultado());
        QCOMPARE(events[5].payload, check.toJson());
        QCOMPARE(events[6].payload, (QJsonObject{{u"stage"_s, u"validate"_s}, {u"status"_s, u"failed"_s}}));
        QCOMPARE(events[7].payload["severity"_L1].toString(), u"error"_s);
    }

    void gatheredLinesAreWrittenByThemselves()
    {
        RunningItem parts;
        RunLog log(parts.database(), parts.claim(), {});
        log.log(LogSeverity::Info, u"jest"_s, {});
        log.progress(u"test"_s, 0, 0, {});
        QTRY_COMPARE_WITH_TIMEOUT(eventsOf(parts, parts.claim().item).size(), 2, 10'000);
        log.log(LogSeverity::Info, u"jest"_s, u"again"_s);
        QTRY_COMPARE_WITH_TIMEOUT(eventsOf(parts, parts.claim().item).size(), 3, 10'000);
        VERIFY_RESULT(log.flush());
    }

    void theLastLinesAreWrittenAtTheEnd()
    {
        RunningItem parts;
        {
            RunLog log(parts.database(), parts.claim(), {});
            for (int i = 0; i < 5; ++i)
                log.log(LogSeverity::Info, u"jest"_s, u"line"_s);
        }
        QCOMPARE(eventsOf(parts, parts.claim().item).size(), 5);
    }

    void theTableOfStagesKeepsStep()
    {
        RunningItem parts;
        const qint64 item = parts.claim().item;
        RunLog log(parts.database(), parts.claim(), {});
        const auto stages = [&] { return EventStore(parts.database()).stages(item, {}); };
        VERIFY_RESULT(log.stageStarted(u"validate"_s, 3));
        auto state = stages()->first();
        QCOMPARE(state.attempt, 1);
        QCOMPARE(state.status, u"running"_s);
        QVERIFY(state.startedAt.isValid());
        QVERIFY(!state.endedAt.isValid());
        QCOMPARE(state.total, 3);
        QCOMPARE(state.done, 0);

        log.progress(u"validate"_s, 1, 3, u"a.bpmn"_s);
        log.progress(u"validate"_s, 2, 4, u"b.bpmn"_s);
        log.progress(u"verify"_s, 9, 9, u"not begun"_s);
        VERIFY_RESULT(log.flush());
        QCOMPARE(stages()->size(), 1);
        state = stages()->first();
        QCOMPARE(state.done, 2);
        QCOMPARE(state.total, 4);
        QCOMPARE(state.step, u"b.bpmn"_s);

        VERIFY_RESULT(log.stageEnded(u"validate"_s, StageStatus::Success));
        VERIFY_RESULT(log.stageEnded(u"test"_s, StageStatus::Skipped));
        state = stages()->first();
        QCOMPARE(state.status, u"success"_s);
        QVERIFY(state.endedAt >= state.startedAt);
        QCOMPARE(state.done, 2);
        const auto skipped = stages()->last();
        QCOMPARE(skipped.stage, u"test"_s);
        QCOMPARE(skipped.status, u"skipped"_s);
        QVERIFY(skipped.startedAt.isValid());

        // Begun again in the same attempt.
        VERIFY_RESULT(log.stageStarted(u"test"_s, 7));
        QCOMPARE(stages()->last().status, u"running"_s);
        QVERIFY(!stages()->last().endedAt.isValid());
        QCOMPARE(stages()->size(), 2);
    }

    void severalThreadsAndItems()
    {
        RunningItem parts;
        const Claim other = parts.begin();
        RunLog first(parts.database(), parts.claim(), {});
        RunLog second(parts.database(), other, {});
        std::atomic<int> failures = 0;
        {
            std::vector<std::jthread> threads;
            for (int i = 0; i < 4; ++i) {
                threads.emplace_back([&, i] {
                    RunLog &log = i % 2 == 0 ? first : second;
                    for (int n = 0; n < 20; ++n) {
                        log.log(LogSeverity::Info, u"t"_s, QString::number(i));
                        failures += !log.finding(sampleFinding());
                    }
                });
            }
        }
        QCOMPARE(failures, 0);
        VERIFY_RESULT(first.flush());
        VERIFY_RESULT(second.flush());
        QCOMPARE(eventsOf(parts, parts.claim().item).size(), 80);
        QCOMPARE(eventsOf(parts, other.item).size(), 80);
    }

    void anotherProcessFollows()
    {
        RunningItem parts;
        QProcess follower;
        follower.start(QCoreApplication::applicationFilePath(), {u"--follow"_s, parts.url(), u"0"_s});
        const auto nextLine = [&] {
            while (!follower.canReadLine() && follower.waitForReadyRead(10'000)) {}
            return follower.readLine().trimmed();
        };
        QCOMPARE(nextLine(), "following");
        QCOMPARE(nextLine(), "claimed");
        RunLog log(parts.database(), parts.claim(), {});
        VERIFY_RESULT(log.stageStarted(u"validate"_s, 3));
        QCOMPARE(nextLine(), "stage running");
        log.log(LogSeverity::Info, u"jest"_s, u"PASS"_s);
        QCOMPARE(nextLine(), "log");
        VERIFY_RESULT(log.finding(sampleFinding()));
        QCOMPARE(nextLine(), "finding");
        VERIFY_RESULT(log.stageEnded(u"validate"_s, StageStatus::Success));
        QCOMPARE(nextLine(), "stage success");
        QVERIFY(follower.waitForFinished(10'000));
        QCOMPARE(follower.exitCode(), 0);
    }
};

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    if (arguments.value(1) == "--follow"_L1)
        return follow(arguments.value(2), arguments.value(3).toLongLong());
    TestRunLog test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_runlog.moc"
