// SPDX-License-Identifier: Apache-2.0
#include "events/eventstore.h"

#include "models/timestamp.h"
#include "runningitem.h"
#include "support/outsidesql.h"
#include "support/resultchecks.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace pipeline;
using events::Event;
using events::EventStore;
using store::Connection;
using tests::RunningItem;

namespace {

Result<Event> append(RunningItem &parts, qint64 item, const QString &kind, const QJsonObject &payload = {})
{
    return parts.database().write(
        [&](Connection &connection) { return events::append(connection, item, 1, kind, payload); }, {});
}

} // namespace

class TestEventStore : public QObject {
    Q_OBJECT

private slots:
    void anEventIsPartOfItsTransaction()
    {
        RunningItem parts;
        const EventStore store(parts.database());
        const qint64 newest = *store.newestId({});
        const auto failed = parts.database().write(
            [&](Connection &connection) -> Result<void> {
                if (const auto event = events::append(connection, parts.claim().item, 1, u"log"_s, {}); !event)
                    return fail(event.error());
                return fail(ErrorCode::Refused, u"no"_s);
            },
            {});
        COMPARE_ERROR(failed, ErrorCode::Refused);
        QCOMPARE(*store.newestId({}), newest);
    }

    void anEventNeedsItsItem()
    {
        RunningItem parts;
        COMPARE_ERROR(append(parts, 4711, u"log"_s), ErrorCode::Conflict);
    }

    void requireClaimAsksForTheFence()
    {
        RunningItem parts;
        const auto require = [&](const Claim &claim) {
            return parts.database().read(
                [=](Connection &connection) { return events::requireClaim(connection, claim); }, {});
        };
        VERIFY_RESULT(require(parts.claim()));
        Claim claim = parts.claim();
        claim.fence = 2;
        COMPARE_ERROR(require(claim), ErrorCode::LeaseLost);
        claim = parts.claim();
        claim.item = 4711;
        const auto lost = require(claim);
        COMPARE_ERROR(lost, ErrorCode::LeaseLost);
        QVERIFY(lost.error().text().contains(u"4711"_s));
        parts.end();
        COMPARE_ERROR(require(parts.claim()), ErrorCode::LeaseLost);
    }

    void since()
    {
        RunningItem parts;
        const EventStore store(parts.database());
        const qint64 first = parts.claim().item;
        const qint64 second = parts.begin().item;
        const qint64 start = *store.newestId({});
        QCOMPARE(start, 2);
        const QJsonObject payload{{u"text"_s, u"São João"_s}, {u"n"_s, 0.1}, {u"list"_s, QJsonArray{1, u"x"_s}}};
        const auto a = append(parts, first, u"log"_s, payload);
        const auto b = append(parts, second, u"log"_s);
        const auto c = append(parts, first, u"check"_s);
        VERIFY_RESULT(c);
        const auto ids = [&](qint64 from, std::optional<qint64> item, int limit) {
            QList<qint64> list;
            const auto events = store.since(from, item, limit, {});
            for (const Event &event : events.value_or(QList<Event>()))
                list << event.id;
            return list;
        };
        QCOMPARE(ids(start, {}, 10), (QList{a->id, b->id, c->id}));
        QCOMPARE(ids(start, {}, 2), (QList{a->id, b->id}));
        QCOMPARE(ids(b->id, {}, 10), QList{c->id});
        QCOMPARE(ids(start, first, 10), (QList{a->id, c->id}));
        QCOMPARE(ids(start, first, 1), QList{a->id});
        QCOMPARE(ids(c->id, {}, 10), QList<qint64>());
        QCOMPARE(ids(0, 4711, 10), QList<qint64>());
        QCOMPARE(*store.newestId({}), c->id);

        const Event read = store.since(start, {}, 1, {})->first();
        QCOMPARE(read.payload, payload);
        QCOMPARE(read.at, a->at);
        const QJsonObject json = read.toJson();
        QCOMPARE(json["event"_L1].toString(), u"log"_s);
        QCOMPARE(json["item"_L1].toInteger(), first);
        QCOMPARE(json["attempt"_L1].toInt(), 1);
        QCOMPARE(json["at"_L1].toString(), toTimestamp(read.at));
        QCOMPARE(json["text"_L1].toString(), u"São João"_s);
    }

    void idsAreNeverReused()
    {
        RunningItem parts;
        const EventStore store(parts.database());
        const qint64 last = append(parts, parts.claim().item, u"log"_s)->id;
        tests::OutsideSql outside(parts.database().fileName());
        VERIFY_RESULT(outside.run(u"delete from run_event"_s));
        QCOMPARE(*store.newestId({}), 0);
        QVERIFY(append(parts, parts.claim().item, u"log"_s)->id > last);
    }

    void attempts()
    {
        RunningItem parts;
        const EventStore store(parts.database());
        QVERIFY(store.attempts(4711, {})->isEmpty());
        const Claim claim = parts.claim();
        VERIFY_RESULT(parts.backlog().postpone(claim, 0ms, u"engine unreachable"_s, {}));
        VERIFY_RESULT(parts.backlog().claim(tests::everything(), tests::runner(u"r2"_s), 30s, {}));
        const auto attempts = store.attempts(claim.item, {});
        VERIFY_RESULT(attempts);
        QCOMPARE(attempts->size(), 2);
        QCOMPARE(attempts->first().number, 1);
        QCOMPARE(attempts->first().runner, u"r1"_s);
        QCOMPARE(attempts->first().reason, u"engine unreachable"_s);
        QVERIFY(attempts->first().endedAt >= attempts->first().startedAt);
        QCOMPARE(attempts->last().number, 2);
        QCOMPARE(attempts->last().runner, u"r2"_s);
        QVERIFY(attempts->last().startedAt.isValid());
        QVERIFY(!attempts->last().endedAt.isValid());
        QVERIFY(attempts->last().outcome.isEmpty());
    }

    void stagesComeInTheOrderOfTheirBeginning()
    {
        RunningItem parts;
        tests::OutsideSql outside(parts.database().fileName());
        // All in one millisecond.
        for (const auto &stage : {u"validate"_s, u"test"_s})
            VERIFY_RESULT(
                outside.run(u"insert into run_stage (item_id, attempt, stage, status, started_at) "
                            "values (%1, 1, '%2', 'running', '2026-11-24T14:31:52.000Z')"_s.arg(parts.claim().item)
                                .arg(stage)));
        const auto stages = EventStore(parts.database()).stages(parts.claim().item, {});
        VERIFY_RESULT(stages);
        QCOMPARE(stages->first().stage, u"validate"_s);
        QCOMPARE(stages->last().stage, u"test"_s);
    }
};

QTEST_GUILESS_MAIN(TestEventStore)
#include "tst_eventstore.moc"
