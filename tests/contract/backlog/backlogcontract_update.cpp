// SPDX-License-Identifier: Apache-2.0
#include "backlogcontract.h"

#include "support/backlogsamples.h"
#include "support/resultchecks.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace pipeline::tests {

using contract::Mode;

void BacklogContract::updatesGoToTheirHost()
{
    const auto parts = make();
    auto &backlog = parts->backlog();
    const auto update = [&](const QString &server, int priority) {
        return backlog
            .insert({.type = contract::type::UpdateServer,
                     .mode = {},
                     .context = {{u"alvo"_s, u"workers"_s}, {u"servidor"_s, server}},
                     .priority = priority,
                     .idempotencyKey = {},
                     .originId = {}},
                    person(u"ana"_s), {})
            ->id;
    };
    const auto claimed = [&](const QString &server) -> qint64 {
        const auto item = backlog.claimUpdate(server, runner(u"r1"_s), 30s, {});
        return item ? (*item ? (*item)->id : 0) : -1;
    };
    const qint64 first = update(u"a"_s, 0);
    const qint64 urgent = update(u"a"_s, 5);
    const qint64 other = update(u"b"_s, 0);
    const qint64 job = backlog.insert(sampleItem(Mode::Validate), person(u"ana"_s), {})->id;
    QCOMPARE(backlog.claim(everything(), runner(u"r1"_s), 30s, {}).value()->id, job);
    QVERIFY(!backlog.claim(everything(), runner(u"r1"_s), 30s, {}).value());
    QCOMPARE(claimed(u"a"_s), urgent);
    QCOMPARE(claimed(u"a"_s), first);
    QCOMPARE(claimed(u"a"_s), 0);
    QCOMPARE(claimed(u"b"_s), other);

    VERIFY_RESULT(parts->sql(u"update backlog set tentativa = max_tentativas where id = %1"_s.arg(other)));
    parts->endLease(other);
    QCOMPARE(claimed(u"b"_s), 0);
    const auto lost = backlog.item(other, {});
    VERIFY_RESULT(lost);
    QCOMPARE(contract::toString(lost->state), u"falhou"_s);
    QCOMPARE((*lost->result)["sucesso"_L1], QJsonValue(false));
    QVERIFY((*lost->result)["motivo"_L1].toString().startsWith("The runner was lost"_L1));
}

} // namespace pipeline::tests
