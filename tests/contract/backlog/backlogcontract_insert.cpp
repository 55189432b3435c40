// SPDX-License-Identifier: Apache-2.0
#include "backlogcontract.h"

#include "support/backlogsamples.h"
#include "support/resultchecks.h"

#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace pipeline::tests {

using contract::ItemState;
using contract::Mode;

void BacklogContract::anOutsideInsertIsComplete()
{
    const auto parts = make();
    VERIFY_RESULT(
        parts->sql(uR"(insert into backlog(tipo, contexto) values ('executar_pipeline', '{"modo": "validar"}'))"_s));
    const auto items = parts->backlog().list({}, {});
    VERIFY_RESULT(items);
    QCOMPARE(items->size(), 1);
    const auto &item = items->first();
    QVERIFY(item.id > 0);
    QCOMPARE(item.type, u"executar_pipeline"_s);
    QCOMPARE(item.mode, u"validar"_s);
    QCOMPARE(contract::toString(item.state), u"pendente"_s);
    QCOMPARE(item.context, (QJsonObject{{u"modo"_s, u"validar"_s}}));
    QVERIFY(!item.result);
    QCOMPARE(item.priority, 0);
    QCOMPARE(item.attempt, 0);
    QCOMPARE(item.maxAttempts, 3);
    QVERIFY(item.availableAt.isValid());
    QVERIFY(item.reservedBy.isEmpty());
    QVERIFY(!item.leaseExpiresAt.isValid());
    QCOMPARE(item.fence, 0);
    QCOMPARE(item.version, 0);
    QVERIFY(item.cancelRequestedBy.isEmpty());
    QVERIFY(!item.originId);
    QVERIFY(item.idempotencyKey.isEmpty());
    QVERIFY(item.createdAt.isValid());
    QVERIFY(item.createdBy.isEmpty());
    QVERIFY(item.updatedAt.isValid());

    const auto claimed = parts->backlog().claim(everything(), runner(u"r1"_s), 30s, {});
    VERIFY_RESULT(claimed);
    QVERIFY(*claimed);
    QCOMPARE((*claimed)->id, item.id);
}

void BacklogContract::contextoMustBeAnObject_data()
{
    QTest::addColumn<QString>("value");
    QTest::newRow("left out") << QString();
    QTest::newRow("null") << u"null"_s;
    QTest::newRow("a list") << u"'[{}]'"_s;
    QTest::newRow("a text") << uR"('"validar"')"_s;
    QTest::newRow("a number") << u"'5'"_s;
    QTest::newRow("JSON's null") << u"'null'"_s;
    QTest::newRow("not JSON") << u"'modo: validar'"_s;
    QTest::newRow("half of it") << uR"('{"modo": "validar"')"_s;
    QTest::newRow("nothing") << u"''"_s;
}

void BacklogContract::contextoMustBeAnObject()
{
    QFETCH(QString, value);
    const auto parts = make();
    const auto before = footprint(*parts);
    const QString statement = value.isEmpty()
        ? u"insert into backlog(tipo) values ('executar_pipeline')"_s
        : u"insert into backlog(tipo, contexto) values ('executar_pipeline', %1)"_s.arg(value);
    QVERIFY(!parts->sql(statement));
    QCOMPARE(footprint(*parts), before);
}

void BacklogContract::theSameKeyGivesTheSameRow()
{
    const auto parts = make();
    auto item = sampleItem(Mode::Validate);
    item.idempotencyKey = u"sprint-42/build-7"_s;
    const auto first = parts->backlog().insert(item, person(u"ana"_s), {});
    VERIFY_RESULT(first);
    item.priority = 5;
    item.context = sampleContext(Mode::Validate, u"homologacao"_s).toJson();
    const auto before = footprint(*parts);
    const auto again = parts->backlog().insert(item, person(u"bruno"_s), {});
    VERIFY_RESULT(again);
    QCOMPARE(again->toJson(), first->toJson());
    QCOMPARE(again->createdBy, u"ana"_s);
    QCOMPARE(footprint(*parts), before);

    // A producer with SQL of its own hears that the key is taken.
    QVERIFY(!parts->sql(u"insert into backlog(tipo, contexto, chave_idempotencia) "
                        "values ('executar_pipeline', '{}', 'sprint-42/build-7')"_s));

    // Items without a key are no repetition of one another.
    item.idempotencyKey = u""_s;
    VERIFY_RESULT(parts->backlog().insert(item, person(u"ana"_s), {}));
    VERIFY_RESULT(parts->backlog().insert(item, person(u"ana"_s), {}));
    QCOMPARE(parts->backlog().list({}, {})->size(), 3);
}

void BacklogContract::theSameKeyFromManyThreadsGivesOneRow()
{
    const auto parts = make();
    auto item = sampleItem(Mode::Validate);
    item.idempotencyKey = u"once"_s;
    std::vector<Result<contract::BacklogItem>> answers(8, fail(ErrorCode::Internal, u"no answer"_s));
    {
        std::vector<std::jthread> threads;
        for (auto &answer : answers)
            threads.emplace_back([&] { answer = parts->backlog().insert(item, person(u"ana"_s), {}); });
    }
    for (const auto &answer : answers) {
        VERIFY_RESULT(answer);
        QCOMPARE(answer->id, answers.front()->id);
    }
    QCOMPARE(parts->backlog().list({}, {})->size(), 1);
    QCOMPARE(journal(*parts).size(), 1);
}

void BacklogContract::anUnknownOriginIsRefused()
{
    const auto parts = make();
    const auto before = footprint(*parts);
    auto item = sampleItem(Mode::Validate);
    item.originId = 4711;
    COMPARE_ERROR(parts->backlog().insert(item, person(u"ana"_s), {}), ErrorCode::Conflict);
    QCOMPARE(footprint(*parts), before);
}

void BacklogContract::emptyTextsAreNoObstacle()
{
    const auto parts = make();
    contract::NewItem item = sampleItem(Mode::Validate);
    item.mode = QString();
    item.context = {};
    const auto inserted = parts->backlog().insert(item, Actor{}, {});
    VERIFY_RESULT(inserted);
    QVERIFY(inserted->mode.isEmpty());
    const auto claimed = parts->backlog().claim({}, Actor{}, 30s, {});
    VERIFY_RESULT(claimed);
    QVERIFY(*claimed);
    const Claim claim = claimOf(**claimed, {});
    VERIFY_RESULT(parts->backlog().postpone(claim, 0ms, {}, {}));
    VERIFY_RESULT(parts->backlog().cancel(inserted->id, {}, {}));
    VERIFY_RESULT(parts->backlog().retry(inserted->id, {}, {}));
    const auto verdict = audit::Journal(parts->database()).verify({});
    VERIFY_RESULT(verdict);
    QVERIFY2(verdict->isIntact(), qPrintable(verdict->problem));
    QCOMPARE(verdict->entries, 5);
}

void BacklogContract::idsAreNeverReused()
{
    const auto parts = make();
    VERIFY_RESULT(parts->sql(u"insert into backlog(tipo, contexto) values ('a', '{}')"_s));
    VERIFY_RESULT(parts->sql(u"insert into backlog(tipo, contexto) values ('b', '{}')"_s));
    const qint64 last = parts->backlog().list({}, {})->first().id;
    VERIFY_RESULT(parts->sql(u"delete from backlog"_s));
    VERIFY_RESULT(parts->sql(u"insert into backlog(tipo, contexto) values ('c', '{}')"_s));
    const auto items = parts->backlog().list({}, {});
    VERIFY_RESULT(items);
    QCOMPARE(items->size(), 1);
    QVERIFY(items->first().id > last);
}

void BacklogContract::everyChangeGivesANewVersion()
{
    const auto parts = make();
    auto &backlog = parts->backlog();
    const qint64 id = backlog.insert(sampleItem(Mode::Validate), person(u"ana"_s), {})->id;
    qint64 version = 0;
    const auto changed = [&] {
        const auto item = backlog.item(id, {});
        const bool once = item && item->version == version + 1 && item->updatedAt >= item->createdAt;
        version = item ? item->version : version;
        return once;
    };
    for (const QString &statement :
         {u"update backlog set prioridade = 4 where id = %1"_s, u"update backlog set prioridade = 4 where id = %1"_s,
          u"update backlog set prioridade = 5, versao = versao where id = %1"_s,
          u"update backlog set prioridade = 6, versao = 0 where id = %1"_s,
          u"update backlog set atualizado_em = criado_em where id = %1"_s}) {
        VERIFY_RESULT(parts->sql(statement.arg(id)));
        QVERIFY2(changed(), qPrintable(statement));
    }
    const auto item = backlog.claim(everything(), runner(u"r1"_s), 30s, {});
    VERIFY_RESULT(item);
    QVERIFY(changed());
    QCOMPARE((*item)->version, version);
    const Claim claim = claimOf(**item, runner(u"r1"_s));
    VERIFY_RESULT(backlog.extend(claim, 60s, {}));
    QVERIFY(changed());
    VERIFY_RESULT(backlog.postpone(claim, 0ms, u"engine unreachable"_s, {}));
    QVERIFY(changed());
    const auto next = backlog.claim(everything(), runner(u"r1"_s), 30s, {});
    VERIFY_RESULT(next);
    QVERIFY(changed());
    VERIFY_RESULT(backlog.cancel(id, person(u"ana"_s), {}));
    QVERIFY(changed());
    VERIFY_RESULT(backlog.complete(claimOf(**next, runner(u"r1"_s)), {ItemState::Failed, {}, {}, {}}, {}));
    QVERIFY(changed());
    const auto retried = backlog.retry(id, person(u"ana"_s), {});
    VERIFY_RESULT(retried);
    QVERIFY(changed());
    QCOMPARE(retried->version, version);
}

void BacklogContract::listsByWhatIsAskedFor()
{
    const auto parts = make();
    auto &backlog = parts->backlog();
    const qint64 validate = backlog.insert(sampleItem(Mode::Validate), person(u"ana"_s), {})->id;
    const auto claimed = backlog.claim(everything(), runner(u"r1"_s), 30s, {});
    VERIFY_RESULT(claimed);
    const auto follower = backlog.complete(
        claimOf(**claimed, runner(u"r1"_s)),
        {ItemState::Done, {{u"manifesto"_s, u"c0ffee"_s}}, sampleApproval(validate), {}}, {});
    VERIFY_RESULT(follower);
    VERIFY_RESULT(
        parts->sql(uR"(insert into backlog(tipo, contexto) values ('gerar_relatorio', '{"release_ref": "x"}'))"_s));

    const auto ids = [&](const backlog::Query &query) {
        QList<qint64> list;
        const auto items = backlog.list(query, {});
        for (const auto &item : items.value_or(QList<contract::BacklogItem>()))
            list << item.id;
        return list;
    };
    const qint64 approval = follower->value_or(0);
    const qint64 foreign = approval + 1;
    QCOMPARE(ids({}), (QList{foreign, approval, validate}));
    QCOMPARE(ids({.types = {u"executar_pipeline"_s, u"gerar_relatorio"_s}}), (QList{foreign, validate}));
    QCOMPARE(ids({.types = {u"'; drop table backlog; --"_s}}), QList<qint64>());
    QCOMPARE(ids({.states = {ItemState::Done, ItemState::Failed}}), QList{validate});
    QCOMPARE(ids({.releaseRef = u"2026.11.3"_s}), (QList{approval, validate}));
    QCOMPARE(ids({.manifest = u"c0ffee"_s}), QList{validate});
    QCOMPARE(ids({.origin = validate}), QList{approval});
    QCOMPARE(ids({.beforeId = foreign}), (QList{approval, validate}));
    QCOMPARE(ids({.beforeId = foreign, .limit = 1}), QList{approval});
    QCOMPARE(ids({.environment = u"producao"_s}), QList{approval});
    QCOMPARE(ids({.environment = u"producao"_s, .defaultEnvironment = u"producao"_s}),
             (QList{foreign, approval, validate}));
    QCOMPARE(ids({.environment = u"homologacao"_s, .defaultEnvironment = u"producao"_s}), QList<qint64>());
}

void BacklogContract::aMissingItemIsNotFound()
{
    const auto parts = make();
    const auto before = footprint(*parts);
    auto &backlog = parts->backlog();
    COMPARE_ERROR(backlog.item(1, {}), ErrorCode::NotFound);
    COMPARE_ERROR(backlog.cancel(1, person(u"ana"_s), {}), ErrorCode::NotFound);
    COMPARE_ERROR(backlog.retry(1, person(u"ana"_s), {}), ErrorCode::NotFound);
    COMPARE_ERROR(backlog.decide({1, 0, true, {}}, person(u"ana"_s), {}), ErrorCode::NotFound);
    COMPARE_ERROR(backlog.pulse({1, 1, 1, runner(u"r1"_s)}, {}), ErrorCode::LeaseLost);
    const auto claimed = backlog.claim(everything(), runner(u"r1"_s), 30s, {});
    VERIFY_RESULT(claimed);
    QVERIFY(!*claimed);
    QCOMPARE(footprint(*parts), before);
}

} // namespace pipeline::tests
