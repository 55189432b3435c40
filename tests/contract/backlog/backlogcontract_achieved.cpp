// SPDX-License-Identifier: Apache-2.0
#include "backlogcontract.h"

#include "events/effectledger.h"
#include "events/eventstore.h"
#include "models/contract/pipelineresult.h"
#include "support/backlogsamples.h"
#include "support/resultchecks.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace pipeline::tests {

using contract::Mode;

namespace {

/// A new `implantar` item whose runner has it and got \a answer to an effect of \a kind.
Claim begunWith(BacklogUnderTest &parts, const QString &kind, const QJsonObject &answer)
{
    const Actor holder = runner(u"r1"_s);
    const auto inserted = parts.backlog().insert(sampleItem(Mode::Deploy, u"producao"_s), person(u"ana"_s), {});
    const auto claimed = parts.backlog().claim(everything(), holder, 30s, {});
    if (!inserted || !claimed || !*claimed) {
        qWarning("the item that was inserted could not be claimed");
        return {};
    }
    const Claim claim = claimOf(**claimed, holder);
    events::EffectLedger ledger(parts.database());
    const auto effect = ledger.intend(claim, kind, u"Genesis"_s, {{u"manifesto"_s, QString(64, u'c')}}, {});
    if (!effect || !ledger.answer(claim, *effect, answer, {.what = u"test"_s, .item = claim.item}, {}))
        qWarning("the effect could not be recorded");
    return claim;
}

} // namespace

void BacklogContract::exhaustedAttemptsTellWhatWasDone()
{
    const auto parts = make();
    auto &backlog = parts->backlog();
    contract::ProductDeployment made;
    made.product = u"Genesis"_s;
    made.deploymentId = u"d-1"_s;
    const qint64 id = begunWith(*parts, u"deployment"_s, made.toJson()).item;
    VERIFY_RESULT(backlog.cancel(id, person(u"bruno"_s), {}));
    VERIFY_RESULT(parts->sql(u"update backlog set tentativa = max_tentativas where id = %1"_s.arg(id)));
    parts->endLease(id);
    QVERIFY(!backlog.claim({}, runner(u"r2"_s), 30s, {}).value());

    const auto item = backlog.item(id, {});
    VERIFY_RESULT(item);
    QCOMPARE(contract::toString(item->state), u"cancelado"_s);
    QVERIFY(item->result);
    QVERIFY((*item->result)["motivo"_L1].toString().startsWith("Cancelled by bruno"_L1));
    QCOMPARE((*item->result)["manifesto"_L1].toString(), QString(64, u'c'));
    QCOMPARE((*item->result)["etapas"_L1]["deploy"_L1]["deployment_id"_L1].toString(), u"d-1"_s);
    const auto events = events::EventStore(parts->database()).since(0, id, 100, {});
    VERIFY_RESULT(events);
    QCOMPARE(events->last().payload["estado"_L1].toString(), u"cancelado"_s);
}

void BacklogContract::aCancelledItemTellsWhatWasDone()
{
    const auto parts = make();
    auto &backlog = parts->backlog();
    const Claim claim = begunWith(*parts, u"push"_s, {{u"commit"_s, QString(40, u'b')}});
    VERIFY_RESULT(backlog.postpone(claim, 0ms, u"the engine is away"_s, {}));
    VERIFY_RESULT(backlog.cancel(claim.item, person(u"bruno"_s), {}));
    const auto item = backlog.item(claim.item, {});
    VERIFY_RESULT(item);
    QCOMPARE((*item->result)["manifesto"_L1].toString(), QString(64, u'c'));
    QCOMPARE((*item->result)["etapas"_L1]["deploy"_L1]["commit_workers"_L1].toString(), QString(40, u'b'));
}

} // namespace pipeline::tests
