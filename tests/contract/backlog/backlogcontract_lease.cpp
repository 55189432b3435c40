// SPDX-License-Identifier: Apache-2.0
#include "backlogcontract.h"

#include "events/effectledger.h"
#include "events/eventstore.h"
#include "events/runlog.h"
#include "events/teststore.h"
#include "support/backlogsamples.h"
#include "support/resultchecks.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace pipeline::tests {

using contract::ItemState;
using contract::Mode;

namespace {

/// Something that only the holder of a lease may do; gives its error.
using GuardedCall = std::function<std::optional<ErrorCode>(BacklogUnderTest &, const Claim &)>;

template<class T>
std::optional<ErrorCode> codeOf(const Result<T> &result)
{
    return result ? std::nullopt : std::optional(result.error().code);
}

QMap<QString, GuardedCall> guardedCalls()
{
    const auto runLog = [](auto &&write) {
        return [write](BacklogUnderTest &parts, const Claim &claim) {
            events::RunLog log(parts.database(), claim, {});
            return codeOf(write(log));
        };
    };
    return {
        {u"extend"_s,
         [](BacklogUnderTest &parts, const Claim &claim) { return codeOf(parts.backlog().extend(claim, 60s, {})); }},
        {u"pulse"_s,
         [](BacklogUnderTest &parts, const Claim &claim) { return codeOf(parts.backlog().pulse(claim, {})); }},
        {u"complete"_s,
         [](BacklogUnderTest &parts, const Claim &claim) {
             return codeOf(parts.backlog().complete(claim, {ItemState::Done, {}, sampleApproval(claim.item), {}}, {}));
         }},
        {u"postpone"_s,
         [](BacklogUnderTest &parts, const Claim &claim) {
             return codeOf(parts.backlog().postpone(claim, 1s, u"later"_s, {}));
         }},
        {u"a stage begins"_s, runLog([](events::RunLog &log) { return log.stageStarted(u"validate"_s, 3); })},
        {u"a stage ends"_s,
         runLog([](events::RunLog &log) { return log.stageEnded(u"validate"_s, contract::StageStatus::Success); })},
        {u"a finding"_s, runLog([](events::RunLog &log) { return log.finding({}); })},
        {u"a check"_s, runLog([](events::RunLog &log) { return log.check({}); })},
        {u"a line"_s, runLog([](events::RunLog &log) {
             log.log(events::LogSeverity::Info, u"jest"_s, u"PASS"_s);
             log.progress(u"validate"_s, 1, 3, u"a.bpmn"_s);
             return log.flush();
         })},
        {u"an effect's intent"_s,
         [](BacklogUnderTest &parts, const Claim &claim) {
             return codeOf(events::EffectLedger(parts.database()).intend(claim, u"push"_s, u"main"_s, {}, {}));
         }},
        {u"an effect's answer"_s,
         [](BacklogUnderTest &parts, const Claim &claim) {
             const events::Effect effect{u"deployment"_s, u"Genesis"_s, 1, {}, {}};
             return codeOf(events::EffectLedger(parts.database())
                               .answer(claim, effect, {{u"id"_s, u"7"_s}}, {.what = u"deployment.created"_s}, {}));
         }},
        {u"tests"_s,
         [](BacklogUnderTest &parts, const Claim &claim) {
             TestCase test;
             test.name = u"sums"_s;
             return codeOf(
                 events::TestStore(parts.database()).record(claim, {test}, {FileCoverage{u"index.js"_s, 9, 8}}, {}));
         }},
    };
}

} // namespace

void BacklogContract::anEndedLeaseIsClaimedWithAHigherFence()
{
    const auto parts = make();
    auto &backlog = parts->backlog();
    const qint64 id = backlog.insert(sampleItem(Mode::Validate), person(u"ana"_s), {})->id;
    const auto first = backlog.claim(everything(), runner(u"r1"_s), 30s, {});
    VERIFY_RESULT(first);
    QVERIFY(*first);
    QCOMPARE(contract::toString((*first)->state), u"executando"_s);
    QCOMPARE((*first)->fence, 1);
    QCOMPARE((*first)->attempt, 1);
    QCOMPARE((*first)->reservedBy, u"r1"_s);
    const qint64 lasts = (*first)->updatedAt.msecsTo((*first)->leaseExpiresAt);
    QVERIFY2(lasts >= 29'000 && lasts <= 30'000, qPrintable(QString::number(lasts)));
    QVERIFY(!backlog.claim(everything(), runner(u"r2"_s), 30s, {})->has_value());

    parts->endLease(id);
    const auto second = backlog.claim(everything(), runner(u"r2"_s), 30s, {});
    VERIFY_RESULT(second);
    QVERIFY(*second);
    QCOMPARE((*second)->id, id);
    QCOMPARE((*second)->fence, 2);
    QCOMPARE((*second)->attempt, 2);
    QCOMPARE((*second)->reservedBy, u"r2"_s);

    const events::EventStore store(parts->database());
    const auto attempts = store.attempts(id, {});
    VERIFY_RESULT(attempts);
    QCOMPARE(attempts->size(), 2);
    QCOMPARE(attempts->first().runner, u"r1"_s);
    QCOMPARE(attempts->first().host, u"worker-server"_s);
    QCOMPARE(attempts->first().outcome, u"lost"_s);
    QVERIFY(attempts->first().endedAt.isValid());
    QVERIFY(!attempts->last().endedAt.isValid());
    const auto events = store.since(0, id, 10, {});
    VERIFY_RESULT(events);
    QCOMPARE(events->size(), 2);
    QCOMPARE(events->last().kind, u"claimed"_s);
    QCOMPARE(events->last().payload, (QJsonObject{{u"runner"_s, u"r2"_s}, {u"host"_s, u"worker-server"_s}}));
    const auto entry = journal(*parts).first();
    QCOMPARE(entry.act.what, u"item.claimed"_s);
    QCOMPARE(entry.actor, runner(u"r2"_s));
    QCOMPARE(entry.act.releaseRef, u"2026.11.3"_s);
    QCOMPARE(entry.act.details, (QJsonObject{{u"tentativa"_s, 2}, {u"cerca"_s, 2}}));

    // A fence is not reset by what happens in between.
    VERIFY_RESULT(backlog.complete(claimOf(**second, runner(u"r2"_s)), {ItemState::Failed, {}, {}, {}}, {}));
    VERIFY_RESULT(backlog.retry(id, person(u"ana"_s), {}));
    QCOMPARE(backlog.claim(everything(), runner(u"r3"_s), 30s, {})->value().fence, 3);
}

void BacklogContract::anExtendedLeaseIsNotClaimed()
{
    const auto parts = make();
    auto &backlog = parts->backlog();
    const qint64 id = backlog.insert(sampleItem(Mode::Validate), person(u"ana"_s), {})->id;
    const auto item = backlog.claim(everything(), runner(u"r1"_s), 30s, {});
    VERIFY_RESULT(item);
    // A lease that ran out while nobody looked is the holder's still.
    parts->endLease(id);
    VERIFY_RESULT(backlog.pulse(claimOf(**item, runner(u"r1"_s)), {}));
    VERIFY_RESULT(backlog.extend(claimOf(**item, runner(u"r1"_s)), 30s, {}));
    for (int i = 0; i < 3; ++i) {
        const auto other = backlog.claim(everything(), runner(u"r2"_s), 30s, {});
        VERIFY_RESULT(other);
        QVERIFY(!*other);
    }
    VERIFY_RESULT(backlog.complete(claimOf(**item, runner(u"r1"_s)), {ItemState::Done, {}, {}, {}}, {}));
}

void BacklogContract::extendNeverShortens()
{
    const auto parts = make();
    auto &backlog = parts->backlog();
    const qint64 id = backlog.insert(sampleItem(Mode::Validate), person(u"ana"_s), {})->id;
    const auto item = backlog.claim(everything(), runner(u"r1"_s), 30s, {});
    VERIFY_RESULT(item);
    const Claim claim = claimOf(**item, runner(u"r1"_s));
    VERIFY_RESULT(backlog.extend(claim, 600s, {}));
    const QDateTime far = backlog.item(id, {})->leaseExpiresAt;
    QVERIFY((*item)->leaseExpiresAt.secsTo(far) >= 560);
    for (const auto lease : {30s, 0s, -5s}) {
        VERIFY_RESULT(backlog.extend(claim, lease, {}));
        QCOMPARE(backlog.item(id, {})->leaseExpiresAt, far);
    }
    VERIFY_RESULT(backlog.extend(claim, 601s, {}));
    QVERIFY(backlog.item(id, {})->leaseExpiresAt > far);
}

void BacklogContract::aPulseChangesNothing()
{
    const auto parts = make();
    auto &backlog = parts->backlog();
    const qint64 id = backlog.insert(sampleItem(Mode::Validate), person(u"ana"_s), {})->id;
    const auto item = backlog.claim(everything(), runner(u"r1"_s), 30s, {});
    VERIFY_RESULT(item);
    const Claim claim = claimOf(**item, runner(u"r1"_s));
    auto before = footprint(*parts);
    QVERIFY(backlog.pulse(claim, {})->cancelRequestedBy.isEmpty());
    QCOMPARE(footprint(*parts), before);
    VERIFY_RESULT(backlog.cancel(id, person(u"bruno"_s), {}));
    before = footprint(*parts);
    QCOMPARE(backlog.pulse(claim, {})->cancelRequestedBy, u"bruno"_s);
    QCOMPARE(footprint(*parts), before);
    QCOMPARE(backlog.extend(claim, 30s, {})->cancelRequestedBy, u"bruno"_s);
}

void BacklogContract::theOldHolderWritesNothing_data()
{
    QTest::addColumn<QString>("call");
    const auto names = guardedCalls().keys();
    for (const QString &name : names)
        QTest::newRow(qPrintable(name)) << name;
}

void BacklogContract::theOldHolderWritesNothing()
{
    QFETCH(QString, call);
    const GuardedCall attempt = guardedCalls()[call];
    const auto parts = make();
    auto &backlog = parts->backlog();
    const qint64 id = backlog.insert(sampleItem(Mode::Validate), person(u"ana"_s), {})->id;
    const auto first = backlog.claim(everything(), runner(u"r1"_s), 30s, {});
    VERIFY_RESULT(first);
    const Claim old = claimOf(**first, runner(u"r1"_s));
    VERIFY_RESULT(events::EffectLedger(parts->database()).intend(old, u"deployment"_s, u"Genesis"_s, {}, {}));
    parts->endLease(id);
    // Under the same name, as after a restart: the fence alone tells them apart.
    const auto second = backlog.claim(everything(), runner(u"r1"_s), 30s, {});
    VERIFY_RESULT(second);
    QVERIFY(*second);

    const auto before = footprint(*parts);
    const auto item = backlog.item(id, {})->toJson();
    QCOMPARE(attempt(*parts, old), ErrorCode::LeaseLost);
    QCOMPARE(attempt(*parts, {id, old.fence + 2, 3, runner(u"r1"_s)}), ErrorCode::LeaseLost);
    QCOMPARE(footprint(*parts), before);
    QCOMPARE(backlog.item(id, {})->toJson(), item);
    // The call itself is no nonsense: the new holder may make it.
    QCOMPARE(attempt(*parts, claimOf(**second, runner(u"r1"_s))), std::nullopt);
}

void BacklogContract::nobodyHoldsAnEndedItem()
{
    const auto parts = make();
    auto &backlog = parts->backlog();
    const auto calls = guardedCalls();
    for (const auto state : {ItemState::Done, ItemState::Failed, ItemState::Cancelled}) {
        VERIFY_RESULT(backlog.insert(sampleItem(Mode::Validate), person(u"ana"_s), {}));
        const auto item = backlog.claim(everything(), runner(u"r1"_s), 30s, {});
        VERIFY_RESULT(item);
        const Claim claim = claimOf(**item, runner(u"r1"_s));
        VERIFY_RESULT(backlog.complete(claim, {state, {}, {}, {}}, {}));
        const auto before = footprint(*parts);
        for (auto call = calls.begin(); call != calls.end(); ++call)
            QVERIFY2(call.value()(*parts, claim) == ErrorCode::LeaseLost, qPrintable(call.key()));
        QCOMPARE(footprint(*parts), before);
    }
}

} // namespace pipeline::tests
