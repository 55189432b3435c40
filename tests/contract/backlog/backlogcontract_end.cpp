// SPDX-License-Identifier: Apache-2.0
#include "backlogcontract.h"

#include "events/effectledger.h"
#include "events/eventstore.h"
#include "models/contract/pipelineresult.h"
#include "support/backlogsamples.h"
#include "support/resultchecks.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace pipeline::tests {

using backlog::Completion;
using contract::ItemState;
using contract::Mode;

namespace {

const Actor Holder = runner(u"r1"_s);

/// A new item that runs.
Claim begun(backlog::Backlog &backlog, Mode mode = Mode::Validate)
{
    const auto inserted = backlog.insert(sampleItem(mode), person(u"ana"_s), {});
    const auto claimed = backlog.claim(everything(), Holder, 30s, {});
    if (!inserted || !claimed || !*claimed || (*claimed)->id != inserted->id) {
        qWarning("the item that was inserted could not be claimed");
        return {};
    }
    return claimOf(**claimed, Holder);
}

} // namespace

void BacklogContract::completionBringsFollowerAndJournal()
{
    const auto parts = make();
    auto &backlog = parts->backlog();
    const Claim claim = begun(backlog);
    const QJsonObject result{{u"status"_s, u"sucesso"_s}, {u"manifesto"_s, QString(64, u'c')}};
    const auto id = backlog.complete(claim, {ItemState::Done, result, sampleApproval(claim.item), u"producao"_s}, {});
    VERIFY_RESULT(id);
    QVERIFY(*id);

    const auto item = backlog.item(claim.item, {});
    VERIFY_RESULT(item);
    QCOMPARE(contract::toString(item->state), u"concluido"_s);
    QCOMPARE(item->result, result);
    QVERIFY(!item->leaseExpiresAt.isValid());
    const auto follower = backlog.item(**id, {});
    VERIFY_RESULT(follower);
    QCOMPARE(follower->type, u"aprovar_release"_s);
    QCOMPARE(contract::toString(follower->state), u"pendente"_s);
    QCOMPARE(follower->originId, claim.item);
    QCOMPARE(follower->context, sampleApproval(claim.item).context);
    QCOMPARE(follower->priority, 7);
    QCOMPARE(follower->createdBy, u"r1"_s);

    const events::EventStore store(parts->database());
    const auto attempts = store.attempts(claim.item, {});
    VERIFY_RESULT(attempts);
    QCOMPARE(attempts->last().outcome, u"concluido"_s);
    QVERIFY(attempts->last().endedAt.isValid());
    const auto events = store.since(0, claim.item, 10, {});
    VERIFY_RESULT(events);
    QCOMPARE(events->last().kind, u"finished"_s);
    QCOMPARE(events->last().payload,
             (QJsonObject{{u"estado"_s, u"concluido"_s}, {u"resultado"_s, result}, {u"seguinte"_s, **id}}));
    const auto entry = journal(*parts).first();
    QCOMPARE(entry.act.what, u"item.completed"_s);
    QCOMPARE(entry.actor, Holder);
    QCOMPARE(entry.act.item, claim.item);
    QCOMPARE(entry.act.releaseRef, u"2026.11.3"_s);
    QCOMPARE(entry.act.environment, u"producao"_s);
    QCOMPARE(entry.act.manifest, QString(64, u'c'));
    QCOMPARE(entry.act.details["seguinte"_L1].toInteger(), **id);

    // Once, however often it is repeated.
    const auto before = footprint(*parts);
    COMPARE_ERROR(backlog.complete(claim, {ItemState::Done, result, sampleApproval(claim.item), {}}, {}),
                  ErrorCode::LeaseLost);
    QCOMPARE(footprint(*parts), before);
}

void BacklogContract::completionWithoutFollower()
{
    const auto parts = make();
    auto &backlog = parts->backlog();
    for (const auto &[state, name] :
         {std::pair(ItemState::Failed, u"falhou"_s), std::pair(ItemState::Cancelled, u"cancelado"_s)}) {
        const Claim claim = begun(backlog);
        const auto id = backlog.complete(claim, {state, {{u"motivo"_s, u"61 % below 80 %"_s}}, {}, {}}, {});
        VERIFY_RESULT(id);
        QVERIFY(!*id);
        QCOMPARE(contract::toString(backlog.item(claim.item, {})->state), contract::toString(state));
        QVERIFY(backlog.list({.origin = claim.item}, {})->isEmpty());
        const auto attempts = events::EventStore(parts->database()).attempts(claim.item, {});
        VERIFY_RESULT(attempts);
        QCOMPARE(attempts->last().outcome, name);
        QCOMPARE(attempts->last().reason, u"61 % below 80 %"_s);
        QVERIFY(journal(*parts).first().act.details["seguinte"_L1].isNull());
    }
}

void BacklogContract::postponedItemsComeBackLater()
{
    const auto parts = make();
    auto &backlog = parts->backlog();
    const Claim claim = begun(backlog, Mode::Deploy);
    const QDateTime before = backlog.item(claim.item, {})->updatedAt;
    VERIFY_RESULT(backlog.postpone(claim, 90s, u"the engine did not answer"_s, {}));
    const auto item = backlog.item(claim.item, {});
    VERIFY_RESULT(item);
    QCOMPARE(contract::toString(item->state), u"pendente"_s);
    QVERIFY(before.secsTo(item->availableAt) >= 90);
    QVERIFY(item->reservedBy.isEmpty());
    QVERIFY(!item->leaseExpiresAt.isValid());
    QCOMPARE(item->fence, 1);
    QCOMPARE(item->attempt, 1);
    QVERIFY(!item->result);
    QVERIFY(!backlog.claim(everything(), runner(u"r2"_s), 30s, {})->has_value());
    COMPARE_ERROR(backlog.extend(claim, 30s, {}), ErrorCode::LeaseLost);

    const events::EventStore store(parts->database());
    const auto attempts = store.attempts(claim.item, {});
    VERIFY_RESULT(attempts);
    QCOMPARE(attempts->last().outcome, u"pendente"_s);
    QCOMPARE(attempts->last().reason, u"the engine did not answer"_s);
    const auto events = store.since(0, claim.item, 10, {});
    VERIFY_RESULT(events);
    QCOMPARE(events->last().kind, u"postponed"_s);
    QCOMPARE(events->last().payload["motivo"_L1].toString(), u"the engine did not answer"_s);
    QCOMPARE(journal(*parts).first().act.what, u"item.postponed"_s);

    // Its environment is free for another one meanwhile.
    const Claim other = begun(backlog, Mode::Deploy);
    QVERIFY(other.item > claim.item);
    VERIFY_RESULT(backlog.complete(other, {ItemState::Done, {}, {}, {}}, {}));
    parts->moveAvailability(claim.item, -1);
    const auto again = backlog.claim(everything(), runner(u"r2"_s), 30s, {});
    VERIFY_RESULT(again);
    QVERIFY(*again);
    QCOMPARE((*again)->id, claim.item);
    QCOMPARE((*again)->fence, 2);
    QCOMPARE((*again)->attempt, 2);
}

void BacklogContract::aCancelledItemIsNotPostponed()
{
    const auto parts = make();
    auto &backlog = parts->backlog();
    const Claim claim = begun(backlog);
    VERIFY_RESULT(backlog.cancel(claim.item, person(u"bruno"_s), {}));
    const auto before = footprint(*parts);
    const auto refused = backlog.postpone(claim, 90s, u"the engine did not answer"_s, {});
    COMPARE_ERROR(refused, ErrorCode::Cancelled);
    QVERIFY(refused.error().message.contains(u"bruno"_s));
    QCOMPARE(footprint(*parts), before);
    VERIFY_RESULT(backlog.complete(claim, {ItemState::Cancelled, {}, {}, {}}, {}));
}

void BacklogContract::arrivalsAreWhatReachedAnEnvironment()
{
    const auto parts = make();
    auto &backlog = parts->backlog();
    events::EffectLedger ledger(parts->database());
    const auto ended = [&](Mode mode, ItemState state, const QString &environment, const QString &act) {
        const Claim claim = begun(backlog, mode);
        const QString manifest = QString::number(claim.item).rightJustified(64, u'0');
        if (!act.isEmpty()) {
            const auto effect = ledger.intend(claim, u"deployment"_s, u"Genesis"_s, {}, {});
            const auto answered = ledger.answer(
                claim, *effect, {}, {.what = act, .item = claim.item, .environment = environment, .manifest = manifest},
                {});
            if (!answered)
                qWarning("%s", qPrintable(answered.error().text()));
        }
        const auto done = backlog.complete(claim, {state, {{u"manifesto"_s, manifest}}, {}, environment}, {});
        if (!done)
            qWarning("%s", qPrintable(done.error().text()));
        return claim.item;
    };
    const qint64 done = ended(Mode::Deploy, ItemState::Done, u"producao"_s, {});
    ended(Mode::Deploy, ItemState::Failed, u"producao"_s, {});
    ended(Mode::Deploy, ItemState::Failed, u"producao"_s, u"deployment.refused"_s);
    const qint64 failedLater = ended(Mode::Deploy, ItemState::Failed, u"producao"_s, u"deployment.created"_s);
    const qint64 pushed = ended(Mode::Deploy, ItemState::Cancelled, u"producao"_s, u"workers.pushed"_s);
    ended(Mode::Deploy, ItemState::Done, u"homologacao"_s, u"deployment.created"_s);
    ended(Mode::Validate, ItemState::Done, u"producao"_s, {});

    const auto arrivals = backlog.arrivals(u"producao"_s, 0, {});
    VERIFY_RESULT(arrivals);
    QList<qint64> items;
    for (const backlog::Arrival &arrival : *arrivals) {
        items << arrival.item.id;
        QCOMPARE(arrival.manifest, QString::number(arrival.item.id).rightJustified(64, u'0'));
    }
    QCOMPARE(items, (QList<qint64>{pushed, failedLater, done}));
    QCOMPARE(backlog.arrivals(u"producao"_s, failedLater, {})->size(), 1);
    QVERIFY(backlog.arrivals(u"teste"_s, 0, {})->isEmpty());
}

void BacklogContract::cancelAPendingItem()
{
    const auto parts = make();
    auto &backlog = parts->backlog();
    const qint64 deploy = backlog.insert(sampleItem(Mode::Deploy, u"producao"_s), person(u"ana"_s), {})->id;
    const auto item = backlog.cancel(deploy, person(u"bruno"_s), {});
    VERIFY_RESULT(item);
    QCOMPARE(contract::toString(item->state), u"cancelado"_s);
    QCOMPARE(item->cancelRequestedBy, u"bruno"_s);
    QVERIFY(item->result);
    QCOMPARE((*item->result)["status"_L1].toString(), u"falha"_s);
    QCOMPARE((*item->result)["modo"_L1].toString(), u"implantar"_s);
    QVERIFY((*item->result)["motivo"_L1].toString().contains(u"bruno"_s));
    const auto entry = journal(*parts).first();
    QCOMPARE(entry.act.what, u"item.cancelled"_s);
    QCOMPARE(entry.actor, person(u"bruno"_s));
    QCOMPARE(entry.act.environment, u"producao"_s);
    QVERIFY(!backlog.claim(everything(), Holder, 30s, {})->has_value());

    const qint64 approval = backlog.insert(sampleApproval(0), person(u"ana"_s), {})->id;
    const auto cancelled = backlog.cancel(approval, person(u"bruno"_s), {});
    VERIFY_RESULT(cancelled);
    QCOMPARE(contract::toString(cancelled->state), u"cancelado"_s);
    COMPARE_ERROR(backlog.decide({approval, cancelled->version, true, {}}, person(u"carla"_s), {}),
                  ErrorCode::Conflict);
}

void BacklogContract::cancelARunningItem()
{
    const auto parts = make();
    auto &backlog = parts->backlog();
    const Claim claim = begun(backlog);
    const auto item = backlog.cancel(claim.item, person(u"bruno"_s), {});
    VERIFY_RESULT(item);
    QCOMPARE(contract::toString(item->state), u"executando"_s);
    QCOMPARE(item->cancelRequestedBy, u"bruno"_s);
    QCOMPARE(journal(*parts).first().act.what, u"item.cancel-requested"_s);
    // The runner is asked, not robbed: it ends the item itself.
    QCOMPARE(backlog.pulse(claim, {})->cancelRequestedBy, u"bruno"_s);
    VERIFY_RESULT(backlog.complete(claim, {ItemState::Cancelled, {}, {}, {}}, {}));
    QCOMPARE(contract::toString(backlog.item(claim.item, {})->state), u"cancelado"_s);
}

void BacklogContract::cancelAFinishedItem()
{
    const auto parts = make();
    auto &backlog = parts->backlog();
    for (const auto state : {ItemState::Done, ItemState::Failed, ItemState::Cancelled}) {
        const Claim claim = begun(backlog);
        VERIFY_RESULT(backlog.complete(claim, {state, {}, {}, {}}, {}));
        const auto before = footprint(*parts);
        const auto refused = backlog.cancel(claim.item, person(u"bruno"_s), {});
        COMPARE_ERROR(refused, ErrorCode::Conflict);
        QVERIFY(refused.error().text().contains(contract::toString(state)));
        QCOMPARE(footprint(*parts), before);
    }
}

void BacklogContract::cancelAForeignItem()
{
    const auto parts = make();
    VERIFY_RESULT(parts->sql(u"insert into backlog(tipo, contexto) values ('gerar_relatorio', '{}')"_s));
    const auto before = footprint(*parts);
    const auto refused = parts->backlog().cancel(1, person(u"bruno"_s), {});
    COMPARE_ERROR(refused, ErrorCode::Refused);
    QVERIFY(refused.error().message.contains(u"gerar_relatorio"_s));
    QCOMPARE(footprint(*parts), before);
}

void BacklogContract::retryAFailedItem()
{
    const auto parts = make();
    auto &backlog = parts->backlog();
    for (const auto state : {ItemState::Failed, ItemState::Cancelled}) {
        const Claim claim = begun(backlog);
        VERIFY_RESULT(parts->sql(u"update backlog set tentativa = 3 where id = %1"_s.arg(claim.item)));
        VERIFY_RESULT(backlog.cancel(claim.item, person(u"ana"_s), {}));
        VERIFY_RESULT(backlog.complete(claim, {state, {{u"motivo"_s, u"x"_s}}, {}, {}}, {}));
        parts->moveAvailability(claim.item, 3600);
        const auto item = backlog.retry(claim.item, person(u"bruno"_s), {});
        VERIFY_RESULT(item);
        QCOMPARE(contract::toString(item->state), u"pendente"_s);
        QVERIFY(!item->result);
        QVERIFY(item->cancelRequestedBy.isEmpty());
        QVERIFY(item->reservedBy.isEmpty());
        QVERIFY(item->availableAt <= item->updatedAt);
        QCOMPARE(item->attempt, 3);
        QCOMPARE(item->fence, claim.fence);
        QCOMPARE(journal(*parts).first().act.what, u"item.retried"_s);
        COMPARE_ERROR(backlog.retry(claim.item, person(u"bruno"_s), {}), ErrorCode::Conflict);
        COMPARE_ERROR(backlog.extend(claim, 30s, {}), ErrorCode::LeaseLost);

        // It gets as many attempts as a new one.
        for (int attempt = 4; attempt <= 6; ++attempt) {
            const auto taken = backlog.claim(everything(), Holder, 30s, {});
            VERIFY_RESULT(taken);
            QVERIFY(*taken);
            QCOMPARE((*taken)->id, claim.item);
            QCOMPARE((*taken)->attempt, attempt);
            parts->endLease(claim.item);
        }
        QVERIFY(!backlog.claim(everything(), Holder, 30s, {})->has_value());
        QCOMPARE(contract::toString(backlog.item(claim.item, {})->state), u"falhou"_s);
    }
}

void BacklogContract::retryNothingElse()
{
    const auto parts = make();
    auto &backlog = parts->backlog();
    const Claim running = begun(backlog);
    const Claim done = begun(backlog);
    VERIFY_RESULT(backlog.complete(done, {ItemState::Done, {}, {}, {}}, {}));
    const qint64 pending = backlog.insert(sampleItem(Mode::Validate), person(u"ana"_s), {})->id;
    const qint64 approval = backlog.insert(sampleApproval(done.item), person(u"ana"_s), {})->id;
    VERIFY_RESULT(backlog.cancel(approval, person(u"ana"_s), {}));
    const auto before = footprint(*parts);
    COMPARE_ERROR(backlog.retry(running.item, person(u"bruno"_s), {}), ErrorCode::Conflict);
    COMPARE_ERROR(backlog.retry(done.item, person(u"bruno"_s), {}), ErrorCode::Conflict);
    COMPARE_ERROR(backlog.retry(pending, person(u"bruno"_s), {}), ErrorCode::Conflict);
    COMPARE_ERROR(backlog.retry(approval, person(u"bruno"_s), {}), ErrorCode::Refused);
    QCOMPARE(footprint(*parts), before);
}

void BacklogContract::withoutJournalNothingHappens_data()
{
    QTest::addColumn<QString>("act");
    for (const char *act : {"insert", "claim", "claim that ends an exhausted item", "complete", "postpone",
                            "cancel pending", "cancel running", "retry", "approve", "reject"})
        QTest::newRow(act) << QString::fromLatin1(act);
}

void BacklogContract::withoutJournalNothingHappens()
{
    QFETCH(QString, act);
    const auto parts = make();
    auto &backlog = parts->backlog();
    const Claim failed = begun(backlog);
    VERIFY_RESULT(backlog.complete(failed, {ItemState::Failed, {}, {}, {}}, {}));
    const Claim running = begun(backlog);
    const qint64 pending = backlog.insert(sampleItem(Mode::Validate), person(u"ana"_s), {})->id;
    const qint64 approval = backlog.insert(sampleApproval(failed.item), person(u"ana"_s), {})->id;
    if (act.contains(u"exhausted"_s)) {
        VERIFY_RESULT(parts->sql(u"update backlog set tentativa = max_tentativas where id = %1"_s.arg(running.item)));
        parts->endLease(running.item);
    }
    parts->breakJournal();
    const auto before = footprint(*parts);
    const auto items = [&] {
        QJsonArray list;
        const auto listed = backlog.list({}, {});
        for (const auto &item : *listed)
            list << item.toJson();
        return list;
    };
    const QJsonArray rows = items();

    std::optional<Error> error;
    const auto keep = [&](const auto &result) { error = result ? std::nullopt : std::optional(result.error()); };
    if (act == "insert"_L1)
        keep(backlog.insert(sampleItem(Mode::Validate), person(u"ana"_s), {}));
    else if (act.startsWith("claim"_L1))
        keep(backlog.claim(everything(), Holder, 30s, {}));
    else if (act == "complete"_L1)
        keep(backlog.complete(running, {ItemState::Done, {}, sampleApproval(running.item), {}}, {}));
    else if (act == "postpone"_L1)
        keep(backlog.postpone(running, 1s, u"later"_s, {}));
    else if (act.startsWith("cancel"_L1))
        keep(backlog.cancel(act.endsWith("pending"_L1) ? pending : running.item, person(u"ana"_s), {}));
    else if (act == "retry"_L1)
        keep(backlog.retry(failed.item, person(u"ana"_s), {}));
    else
        keep(backlog.decide({approval, 0, act == "approve"_L1, {}}, person(u"carla"_s), {}));
    QVERIFY(error);
    QVERIFY2(error->text().contains(u"no journal today"_s), qPrintable(error->text()));
    QCOMPARE(footprint(*parts), before);
    QCOMPARE(items(), rows);
}

} // namespace pipeline::tests
