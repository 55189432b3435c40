// SPDX-License-Identifier: Apache-2.0
#include "backlogcontract.h"

#include "models/contract/approval.h"
#include "support/backlogsamples.h"
#include "support/resultchecks.h"

#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace pipeline::tests {

using contract::BacklogItem;
using contract::ItemState;
using contract::Mode;

namespace {

/// An approval that waits; its origin is the `validar` item before it.
BacklogItem waitingApproval(backlog::Backlog &backlog)
{
    const auto validate = backlog.insert(sampleItem(Mode::Validate), person(u"ana"_s), {});
    const auto approval = backlog.insert(sampleApproval(validate->id), runner(u"r1"_s), {});
    return *approval;
}

} // namespace

void BacklogContract::approvalInsertsTheDeployment()
{
    const auto parts = make();
    auto &backlog = parts->backlog();
    const BacklogItem approval = waitingApproval(backlog);
    const auto inserted = backlog.decide({approval.id, approval.version, true, u"tested in homologação"_s},
                                         person(u"carla"_s), {});
    VERIFY_RESULT(inserted);
    QVERIFY(*inserted);

    const auto decided = backlog.item(approval.id, {});
    VERIFY_RESULT(decided);
    QCOMPARE(contract::toString(decided->state), u"concluido"_s);
    const auto record = contract::Decision::fromJson(decided->result.value_or(QJsonObject()));
    VERIFY_RESULT(record);
    QVERIFY(record->approved);
    QCOMPARE(record->by, u"carla"_s);
    QCOMPARE(record->account, u"login-of-carla"_s);
    QCOMPARE(record->guarantee, u"declarada"_s);
    QCOMPARE(record->reason, u"tested in homologação"_s);
    QVERIFY(record->at.isValid());
    QCOMPARE(record->environment, u"producao"_s);
    QCOMPARE(record->manifest, QString(64, u'c'));

    const BacklogItem deploy = **inserted;
    QCOMPARE(backlog.item(deploy.id, {})->toJson(), deploy.toJson());
    QCOMPARE(deploy.type, u"executar_pipeline"_s);
    QCOMPARE(contract::toString(deploy.state), u"pendente"_s);
    QCOMPARE(deploy.originId, approval.id);
    QCOMPARE(deploy.priority, approval.priority);
    QCOMPARE(deploy.createdBy, u"carla"_s);
    const auto context = contract::PipelineContext::fromJson(deploy.context, deploy.mode);
    VERIFY_RESULT(context);
    QCOMPARE(*context, sampleContext(Mode::Deploy, u"producao"_s));

    const auto entry = journal(*parts).first();
    QCOMPARE(entry.act.what, u"release.approved"_s);
    QCOMPARE(entry.actor, person(u"carla"_s));
    QCOMPARE(entry.act.item, approval.id);
    QCOMPARE(entry.act.releaseRef, u"2026.11.3"_s);
    QCOMPARE(entry.act.environment, u"producao"_s);
    QCOMPARE(entry.act.manifest, QString(64, u'c'));
    QCOMPARE(entry.act.details, (QJsonObject{{u"motivo"_s, u"tested in homologação"_s}, {u"seguinte"_s, deploy.id}}));

    // It can be claimed at once.
    const auto claimed = backlog.claim({false, {u"producao"_s}, {}}, runner(u"r1"_s), 30s, {});
    VERIFY_RESULT(claimed);
    QVERIFY(*claimed);
    QCOMPARE((*claimed)->id, deploy.id);
}

void BacklogContract::rejectionInsertsNothing()
{
    const auto parts = make();
    auto &backlog = parts->backlog();
    const BacklogItem approval = waitingApproval(backlog);
    const auto inserted = backlog.decide({approval.id, approval.version, false, u"limits are wrong"_s},
                                         person(u"carla"_s), {});
    VERIFY_RESULT(inserted);
    QVERIFY(!*inserted);
    const auto decided = backlog.item(approval.id, {});
    VERIFY_RESULT(decided);
    QCOMPARE(contract::toString(decided->state), u"concluido"_s);
    QCOMPARE((*decided->result)["decisao"_L1].toString(), u"rejeitado"_s);
    QCOMPARE((*decided->result)["motivo"_L1].toString(), u"limits are wrong"_s);
    QVERIFY(backlog.list({.origin = approval.id}, {})->isEmpty());
    QCOMPARE(journal(*parts).first().act.what, u"release.rejected"_s);
}

void BacklogContract::aStaleVersionIsAConflict()
{
    const auto parts = make();
    auto &backlog = parts->backlog();
    const BacklogItem approval = waitingApproval(backlog);
    // What it asks for has changed since it was looked at.
    VERIFY_RESULT(parts->sql(u"update backlog set prioridade = 1 where id = %1"_s.arg(approval.id)));
    const auto before = footprint(*parts);
    for (const bool approve : {true, false}) {
        for (const qint64 version : {approval.version, approval.version + 2, qint64(-1)})
            COMPARE_ERROR(backlog.decide({approval.id, version, approve, {}}, person(u"carla"_s), {}),
                          ErrorCode::Conflict);
    }
    QCOMPARE(footprint(*parts), before);
    VERIFY_RESULT(backlog.decide({approval.id, approval.version + 1, true, {}}, person(u"carla"_s), {}));
}

void BacklogContract::aDecisionIsMadeOnce()
{
    const auto parts = make();
    auto &backlog = parts->backlog();
    const BacklogItem approval = waitingApproval(backlog);
    VERIFY_RESULT(backlog.decide({approval.id, approval.version, true, {}}, person(u"carla"_s), {}));
    const auto before = footprint(*parts);
    const qint64 version = backlog.item(approval.id, {})->version;
    for (const bool approve : {true, false}) {
        COMPARE_ERROR(backlog.decide({approval.id, approval.version, approve, {}}, person(u"diego"_s), {}),
                      ErrorCode::Conflict);
        COMPARE_ERROR(backlog.decide({approval.id, version, approve, {}}, person(u"diego"_s), {}), ErrorCode::Conflict);
    }
    QCOMPARE(footprint(*parts), before);
    QCOMPARE((*backlog.item(approval.id, {})->result)["por"_L1].toString(), u"carla"_s);
}

void BacklogContract::anOutsideDecisionComesFirst()
{
    const auto parts = make();
    auto &backlog = parts->backlog();
    const BacklogItem decided = waitingApproval(backlog);
    VERIFY_RESULT(parts->sql(uR"(update backlog set estado = 'concluido', resultado = '{"decisao": "rejeitado"}'
                                 where id = %1)"_s.arg(decided.id)));
    // Another program is at it.
    const BacklogItem taken = waitingApproval(backlog);
    VERIFY_RESULT(parts->sql(
        u"update backlog set estado = 'executando', reservado_por = 'ms_produto' where id = %1"_s.arg(taken.id)));
    const auto before = footprint(*parts);
    for (const BacklogItem &approval : {decided, taken}) {
        const qint64 version = backlog.item(approval.id, {})->version;
        QCOMPARE(version, approval.version + 1);
        for (const qint64 looked : {approval.version, version})
            COMPARE_ERROR(backlog.decide({approval.id, looked, true, {}}, person(u"carla"_s), {}), ErrorCode::Conflict);
    }
    QCOMPARE(footprint(*parts), before);
}

void BacklogContract::onlyApprovalsAreDecided()
{
    const auto parts = make();
    auto &backlog = parts->backlog();
    const BacklogItem approval = waitingApproval(backlog);
    // Even when its contexto looks like one.
    for (const auto &type : {u"executar_pipeline"_s, u"gerar_relatorio"_s}) {
        auto item = sampleApproval(*approval.originId);
        item.type = type;
        const qint64 id = backlog.insert(item, person(u"ana"_s), {})->id;
        const auto before = footprint(*parts);
        const auto refused = backlog.decide({id, 0, true, {}}, person(u"carla"_s), {});
        COMPARE_ERROR(refused, ErrorCode::Refused);
        QVERIFY2(refused.error().message.contains(type), qPrintable(refused.error().text()));
        QCOMPARE(footprint(*parts), before);
    }
}

void BacklogContract::anUnreadableApprovalIsRefused()
{
    const auto parts = make();
    auto &backlog = parts->backlog();
    VERIFY_RESULT(parts->sql(uR"(insert into backlog(tipo, contexto) values ('aprovar_release',
        '{"release_ref": "r1", "sprint_origem": "s1", "ambiente": "producao", "artefatos": [{"path": "../x"}]}'))"_s));
    const auto before = footprint(*parts);
    const auto refused = backlog.decide({1, 0, true, {}}, person(u"carla"_s), {});
    COMPARE_ERROR(refused, ErrorCode::InvalidInput);
    QVERIFY(refused.error().text().contains(u"manifesto is missing"_s));
    QCOMPARE(footprint(*parts), before);
}

void BacklogContract::manyDecideAndOneWins()
{
    const auto parts = make();
    auto &backlog = parts->backlog();
    const BacklogItem approval = waitingApproval(backlog);
    std::atomic<int> won = 0;
    std::atomic<int> conflicts = 0;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 8; ++i) {
            threads.emplace_back([&, name = u"p%1"_s.arg(i)] {
                const auto decided = backlog.decide({approval.id, approval.version, true, {}}, person(name), {});
                ++(decided ? won : conflicts);
            });
        }
    }
    QCOMPARE(won, 1);
    QCOMPARE(conflicts, 7);
    QCOMPARE(backlog.list({.origin = approval.id}, {})->size(), 1);
}

} // namespace pipeline::tests
