// SPDX-License-Identifier: Apache-2.0
#include "backlogcontract.h"

#include "events/effectledger.h"
#include "events/eventstore.h"
#include "support/backlogsamples.h"
#include "support/resultchecks.h"

#include <QTest>

#include <mutex>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace pipeline::tests {

using backlog::Capabilities;
using contract::ItemState;
using contract::Mode;

namespace {

/// The id of the item that a runner gets now; 0 for none, -1 for an error.
qint64 claimedBy(backlog::Backlog &backlog, const QString &name, const Capabilities &capabilities = everything())
{
    const auto item = backlog.claim(capabilities, runner(name), 30s, {});
    if (!item)
        qWarning("%s", qPrintable(item.error().text()));
    return item ? (*item ? (*item)->id : 0) : -1;
}

qint64 inserted(backlog::Backlog &backlog, const contract::NewItem &item)
{
    return backlog.insert(item, person(u"ana"_s), {})->id;
}

} // namespace

void BacklogContract::priorityThenAge()
{
    const auto parts = make();
    auto &backlog = parts->backlog();
    const qint64 first = inserted(backlog, sampleItem(Mode::Validate, {}, 0));
    const qint64 negative = inserted(backlog, sampleItem(Mode::Validate, {}, -1));
    const qint64 urgent = inserted(backlog, sampleItem(Mode::Validate, {}, 10));
    const qint64 second = inserted(backlog, sampleItem(Mode::Validate, {}, 0));
    const qint64 urgentToo = inserted(backlog, sampleItem(Mode::Validate, {}, 10));
    QList<qint64> order;
    for (int i = 0; i < 6; ++i)
        order << claimedBy(backlog, u"r1"_s);
    QCOMPARE(order, (QList<qint64>{urgent, urgentToo, first, second, negative, 0}));
}

void BacklogContract::notBeforeItIsAvailable()
{
    const auto parts = make();
    auto &backlog = parts->backlog();
    const qint64 id = inserted(backlog, sampleItem(Mode::Validate));
    parts->moveAvailability(id, 3600);
    QCOMPARE(claimedBy(backlog, u"r1"_s), 0);
    QVERIFY(backlog.unclaimable({}, {})->isEmpty());
    parts->moveAvailability(id, -1);
    QCOMPARE(claimedBy(backlog, u"r1"_s), id);
}

void BacklogContract::capabilities_data()
{
    QTest::addColumn<QString>("mode"); // of the column; "-" for null
    QTest::addColumn<QString>("context");
    QTest::addColumn<Capabilities>("able");
    QTest::addColumn<bool>("taken");

    const Capabilities nothing;
    const Capabilities validates{true, {}, {}};
    const Capabilities deploys{false, {u"homologacao"_s, u"producao"_s}, {}};
    const auto row = [](const char *name, const QString &mode, const QString &context, const Capabilities &able,
                        bool taken) { QTest::newRow(name) << mode << context << able << taken; };

    row("validar without its tools", u"validar"_s, u"{}"_s, deploys, false);
    row("validar", u"validar"_s, u"{}"_s, validates, true);
    row("validar in contexto only", u"-"_s, uR"({"modo": "validar"})"_s, validates, true);
    row("validar in both", u"validar"_s, uR"({"modo": "validar"})"_s, validates, true);
    row("validar for any environment", u"validar"_s, uR"({"ambiente": "lua"})"_s, validates, true);

    const QString producao = uR"({"ambiente": "producao"})"_s;
    row("implantar by one who validates", u"implantar"_s, producao, validates, false);
    row("implantar there", u"implantar"_s, producao, deploys, true);
    row("implantar in contexto only", u"-"_s, uR"({"modo": "implantar", "ambiente": "producao"})"_s, deploys, true);
    row("implantar in contexto only, elsewhere", u"-"_s, uR"({"modo": "implantar", "ambiente": "lua"})"_s, deploys,
        false);
    row("implantar elsewhere", u"implantar"_s, producao, {true, {u"homologacao"_s}, u"homologacao"_s}, false);
    row("implantar elsewhere, but for its case", u"implantar"_s, producao, {true, {u"Producao"_s}, {}}, false);
    row("implantar, SQL for a name", u"implantar"_s, producao, {true, {u"') or 1 = 1 --"_s}, {}}, false);

    const Capabilities byDefault{false, {u"producao"_s}, u"producao"_s};
    row("implantar in the default environment", u"implantar"_s, u"{}"_s, byDefault, true);
    row("implantar, ambiente null", u"implantar"_s, uR"({"ambiente": null})"_s, byDefault, true);
    row("implantar, ambiente empty", u"implantar"_s, uR"({"ambiente": ""})"_s, byDefault, true);
    row("implantar, another default", u"implantar"_s, u"{}"_s, {true, {u"producao"_s}, u"homologacao"_s}, false);
    row("implantar, no default", u"implantar"_s, u"{}"_s, deploys, false);
    row("implantar, no default and no environment", u"implantar"_s, u"{}"_s, validates, false);
    row("implantar, no default and an empty name", u"implantar"_s, u"{}"_s, {true, {u""_s}, {}}, false);

    // These cannot run, so anybody may take them and say so.
    row("two modes", u"validar"_s, uR"({"modo": "implantar"})"_s, nothing, true);
    row("two modes, the other way", u"implantar"_s, uR"({"modo": "validar", "ambiente": "producao"})"_s, nothing, true);
    row("no mode", u"-"_s, u"{}"_s, nothing, true);
    row("an unknown mode", u"destruir"_s, u"{}"_s, nothing, true);
    row("an unknown mode in contexto", u"-"_s, uR"({"modo": "Validar"})"_s, nothing, true);
    row("a number for a mode", u"-"_s, uR"({"modo": 1})"_s, nothing, true);
    row("a number beside a mode", u"validar"_s, uR"({"modo": 1})"_s, nothing, true);
    row("an object for a mode", u"-"_s, uR"({"modo": {"modo": "validar"}})"_s, nothing, true);
    row("a number for an environment", u"implantar"_s, uR"({"ambiente": 5})"_s, nothing, true);
    row("a list for an environment", u"implantar"_s, uR"({"ambiente": ["producao"]})"_s, nothing, true);
    row("false for an environment", u"validar"_s, uR"({"ambiente": false})"_s, nothing, true);

    // Whoever reads the item reads an empty modo as none, so these can run and must not be anybody's.
    row("an empty modo beside one", u""_s, uR"({"modo": "implantar", "ambiente": "producao"})"_s, nothing, false);
    row("an empty modo in contexto", u"implantar"_s, uR"({"modo": "", "ambiente": "producao"})"_s, nothing, false);
    row("an empty modo beside one, there", u""_s, uR"({"modo": "implantar", "ambiente": "producao"})"_s, deploys, true);
}

void BacklogContract::capabilities()
{
    QFETCH(QString, mode);
    QFETCH(QString, context);
    QFETCH(Capabilities, able);
    QFETCH(bool, taken);
    const auto parts = make();
    const QString modo = mode == "-"_L1 ? u"null"_s : u"'%1'"_s.arg(mode);
    // With what every contexto has, so that only modo and ambiente can be wrong.
    const QString rest = uR"("release_ref": "r1", "sprint_origem": "s1", "artefatos": [{"tipo": "bpmn",
        "arquivo": "a.bpmn", "path": "Genesis/a.bpmn", "sha": "aaaaaaaa"}])"_s;
    const QString contexto = context == "{}"_L1 ? u'{' + rest + u'}' : context.chopped(1) + u", "_s + rest + u'}';
    VERIFY_RESULT(parts->sql(
        u"insert into backlog(tipo, modo, contexto) values ('executar_pipeline', %1, '%2')"_s.arg(modo, contexto)));

    const auto left = parts->backlog().unclaimable(able, {});
    VERIFY_RESULT(left);
    QCOMPARE(left->size(), taken ? 0 : 1);
    const auto item = parts->backlog().claim(able, runner(u"r1"_s), 30s, {});
    VERIFY_RESULT(item);
    QCOMPARE(item->has_value(), taken);

    // What anybody may take is what nobody can run, and the other way round.
    const auto read = parts->backlog().list({}, {})->first();
    const bool runnable = contract::PipelineContext::fromJson(read.context, read.mode).has_value();
    const auto byNobody = make();
    VERIFY_RESULT(byNobody->sql(
        u"insert into backlog(tipo, modo, contexto) values ('executar_pipeline', %1, '%2')"_s.arg(modo, contexto)));
    const auto other = byNobody->backlog().claim({}, runner(u"r2"_s), 30s, {});
    VERIFY_RESULT(other);
    QCOMPARE(other->has_value(), !runnable);
}

void BacklogContract::unknownTypesAreLeftAlone()
{
    const auto parts = make();
    auto &backlog = parts->backlog();
    for (const auto type : {u"gerar_relatorio", u"Executar_Pipeline", u"executar_pipeline ", u"", u"aprovar_release",
                            u"validar_implantacao"})
        VERIFY_RESULT(parts->sql(
            u"insert into backlog(tipo, contexto, prioridade) values ('%1', '{\"modo\": \"validar\"}', 99)"_s.arg(
                QStringView(type))));
    // One that another system runs, whose lease is over and whose attempts are used up.
    VERIFY_RESULT(parts->sql(u"insert into backlog(tipo, contexto, estado, reservado_por, tentativa) "
                             "values ('gerar_relatorio', '{}', 'executando', 'reporter', 3)"_s));
    const qint64 running = backlog.list({}, {})->first().id;
    parts->endLease(running);
    const auto before = footprint(*parts);

    QCOMPARE(claimedBy(backlog, u"r1"_s), 0);
    QVERIFY(backlog.unclaimable({}, {})->isEmpty());
    for (const auto &type : {u"gerar_relatorio"_s, u"validar_implantacao"_s}) {
        const qint64 id = backlog.list({.types = {type}}, {})->last().id;
        COMPARE_ERROR(backlog.cancel(id, person(u"ana"_s), {}), ErrorCode::Refused);
        COMPARE_ERROR(backlog.retry(id, person(u"ana"_s), {}), ErrorCode::Refused);
        QVERIFY(!backlog.decide({id, 0, true, {}}, person(u"ana"_s), {}));
    }
    QCOMPARE(footprint(*parts), before);
}

void BacklogContract::oneDeploymentPerEnvironment()
{
    const auto parts = make();
    auto &backlog = parts->backlog();
    const qint64 first = inserted(backlog, sampleItem(Mode::Deploy, u"producao"_s));
    const qint64 second = inserted(backlog, sampleItem(Mode::Deploy, u"producao"_s, 9));
    const qint64 byDefault = inserted(backlog, sampleItem(Mode::Deploy));
    const qint64 elsewhere = inserted(backlog, sampleItem(Mode::Deploy, u"homologacao"_s));
    const qint64 validate = inserted(backlog, sampleItem(Mode::Validate, u"producao"_s));

    QCOMPARE(claimedBy(backlog, u"r1"_s), second);
    QCOMPARE(claimedBy(backlog, u"r2"_s), elsewhere);
    QCOMPARE(claimedBy(backlog, u"r3"_s), validate);
    QCOMPARE(claimedBy(backlog, u"r4"_s), 0);
    // They wait for their turn, which is no reason to say that nobody can run them.
    QVERIFY(backlog.unclaimable(everything(), {})->isEmpty());

    const auto end = [&](qint64 id) {
        return backlog.complete(claimOf(*backlog.item(id, {}), runner(u"r1"_s)), {ItemState::Done, {}, {}, {}}, {});
    };
    VERIFY_RESULT(end(second));
    QCOMPARE(claimedBy(backlog, u"r4"_s), first);
    QCOMPARE(claimedBy(backlog, u"r5"_s), 0);
    VERIFY_RESULT(end(first));
    QCOMPARE(claimedBy(backlog, u"r5"_s), byDefault);
}

void BacklogContract::aDeploymentThatMayStillRunKeepsItsEnvironment()
{
    const auto parts = make();
    auto &backlog = parts->backlog();
    const qint64 first = inserted(backlog, sampleItem(Mode::Deploy, u"producao"_s));
    QCOMPARE(claimedBy(backlog, u"asleep"_s), first);
    const Claim asleep = claimOf(*backlog.item(first, {}), runner(u"asleep"_s));
    const qint64 urgent = inserted(backlog, sampleItem(Mode::Deploy, u"producao"_s, 9));
    parts->endLease(first);

    // The sleeper could wake up and extend its lease: its item must change hands before another one of the environment
    // begins.
    QCOMPARE(claimedBy(backlog, u"r2"_s), first);
    COMPARE_ERROR(backlog.extend(asleep, 30s, {}), ErrorCode::LeaseLost);
    QCOMPARE(claimedBy(backlog, u"r3"_s), 0);

    VERIFY_RESULT(parts->sql(u"update backlog set tentativa = max_tentativas where id = %1"_s.arg(first)));
    const Claim second = claimOf(*backlog.item(first, {}), runner(u"r2"_s));
    parts->endLease(first);
    QCOMPARE(claimedBy(backlog, u"r3"_s), urgent);
    COMPARE_ERROR(backlog.extend(second, 30s, {}), ErrorCode::LeaseLost);
}

void BacklogContract::anUnansweredDeploymentKeepsItsEnvironment()
{
    const auto parts = make();
    auto &backlog = parts->backlog();
    const auto deploys = [&](const QString &environment) {
        const qint64 id = inserted(backlog, sampleItem(Mode::Deploy, environment));
        const auto item = backlog.claim(everything(), runner(u"r1"_s), 30s, {});
        return item && *item && (*item)->id == id ? claimOf(**item, runner(u"r1"_s)) : Claim();
    };
    events::EffectLedger ledger(parts->database());
    const Claim cancelled = deploys({});
    const auto effect = ledger.intend(cancelled, u"deployment"_s, u"Genesis"_s, {}, {});
    VERIFY_RESULT(effect);
    VERIFY_RESULT(backlog.complete(cancelled, {ItemState::Cancelled, {}, {}, {}}, {}));

    // The engine may still be at it, in this environment alone.
    const qint64 next = inserted(backlog, sampleItem(Mode::Deploy, u"producao"_s));
    QCOMPARE(claimedBy(backlog, u"r2"_s), 0);
    const Claim elsewhere = deploys(u"homologacao"_s);
    QVERIFY(elsewhere.item > 0);
    parts->ageEffects(60);
    QCOMPARE(claimedBy(backlog, u"r2"_s), 0);
    parts->ageEffects(6);
    QCOMPARE(claimedBy(backlog, u"r2"_s), next);

    // An answer frees it at once, and whoever left it open may go on.
    const auto second = ledger.intend(elsewhere, u"deployment"_s, u"Genesis"_s, {}, {});
    VERIFY_RESULT(second);
    VERIFY_RESULT(backlog.postpone(elsewhere, 0ms, {}, {}));
    const qint64 waiting = inserted(backlog, sampleItem(Mode::Deploy, u"homologacao"_s, 9));
    QCOMPARE(claimedBy(backlog, u"r1"_s), elsewhere.item);
    const Claim again = claimOf(*backlog.item(elsewhere.item, {}), runner(u"r1"_s));
    VERIFY_RESULT(ledger.answer(again, *second, {}, {.what = u"deployment.created"_s}, {}));
    VERIFY_RESULT(backlog.complete(again, {ItemState::Done, {}, {}, {}}, {}));
    QCOMPARE(claimedBy(backlog, u"r2"_s), waiting);
}

void BacklogContract::exhaustedAttemptsEndTheItem()
{
    const auto parts = make();
    auto &backlog = parts->backlog();
    const qint64 id = inserted(backlog, sampleItem(Mode::Deploy, u"producao"_s));
    for (const auto &name : {u"r1"_s, u"r2"_s, u"r3"_s}) {
        QCOMPARE(claimedBy(backlog, name), id);
        parts->endLease(id);
    }
    // Also one who could not have taken it ends it.
    QCOMPARE(claimedBy(backlog, u"r4"_s, {}), 0);
    const auto item = backlog.item(id, {});
    VERIFY_RESULT(item);
    QCOMPARE(contract::toString(item->state), u"falhou"_s);
    QCOMPARE(item->attempt, 3);
    QVERIFY(!item->leaseExpiresAt.isValid());
    QVERIFY(item->result);
    const QJsonObject result = *item->result;
    QCOMPARE(result["status"_L1].toString(), u"falha"_s);
    QCOMPARE(result["modo"_L1].toString(), u"implantar"_s);
    QCOMPARE(result["etapas"_L1]["deploy"_L1]["status"_L1].toString(), u"skipped"_s);
    QVERIFY(result["motivo"_L1].toString().contains(u"r3"_s));

    const auto attempts = events::EventStore(parts->database()).attempts(id, {});
    VERIFY_RESULT(attempts);
    QCOMPARE(attempts->size(), 3);
    for (const auto &attempt : *attempts) {
        QCOMPARE(attempt.outcome, u"lost"_s);
        QVERIFY(attempt.endedAt.isValid());
    }
    QCOMPARE(attempts->last().reason, result["motivo"_L1].toString());
    const auto entry = journal(*parts).first();
    QCOMPARE(entry.act.what, u"item.abandoned"_s);
    QCOMPARE(entry.act.item, id);
    QCOMPARE(entry.act.details["motivo"_L1].toString(), result["motivo"_L1].toString());

    // Whoever follows the run hears of its end.
    const auto events = events::EventStore(parts->database()).since(0, id, 100, {});
    VERIFY_RESULT(events);
    QCOMPARE(events->last().kind, u"finished"_s);
    QCOMPARE(events->last().attempt, 3);
    QCOMPARE(events->last().payload["estado"_L1].toString(), u"falhou"_s);
    QCOMPARE(events->last().payload["resultado"_L1].toObject(), result);
    QVERIFY(events->last().payload["seguinte"_L1].isNull());

    const auto before = footprint(*parts);
    QCOMPARE(claimedBy(backlog, u"r4"_s), 0);
    QCOMPARE(footprint(*parts), before);
}

void BacklogContract::manyThreadsClaimEachItemOnce()
{
    const auto parts = make();
    auto &backlog = parts->backlog();
    constexpr int items = 60;
    for (int i = 0; i < items; ++i)
        inserted(backlog, sampleItem(Mode::Validate));
    std::mutex mutex;
    QList<qint64> taken;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 6; ++i) {
            threads.emplace_back([&, name = u"r%1"_s.arg(i)] {
                for (qint64 id = claimedBy(backlog, name); id > 0; id = claimedBy(backlog, name)) {
                    const std::scoped_lock lock(mutex);
                    taken << id;
                }
            });
        }
    }
    QCOMPARE(taken.size(), items);
    QCOMPARE(QSet<qint64>(taken.begin(), taken.end()).size(), items);
    const auto listed = backlog.list({.limit = items}, {});
    VERIFY_RESULT(listed);
    for (const auto &item : *listed) {
        QCOMPARE(contract::toString(item.state), u"executando"_s);
        QCOMPARE(item.attempt, 1);
        QCOMPARE(item.fence, 1);
    }
}

} // namespace pipeline::tests
