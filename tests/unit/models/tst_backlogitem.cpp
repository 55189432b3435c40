// SPDX-License-Identifier: Apache-2.0
#include "models/contract/backlogitem.h"

#include "models/timestamp.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace pipeline;
using contract::BacklogItem;
using contract::ItemState;

class TestBacklogItem : public QObject {
    Q_OBJECT

private slots:
    void unknownStates()
    {
        for (const auto &text : {u""_s, u"Pendente"_s, u"pendente "_s, u"pending"_s})
            QVERIFY(!contract::itemStateFrom(text));
    }

    void states()
    {
        const QMap<QString, ItemState> states{{u"pendente"_s, ItemState::Pending},
                                              {u"executando"_s, ItemState::Running},
                                              {u"concluido"_s, ItemState::Done},
                                              {u"falhou"_s, ItemState::Failed},
                                              {u"cancelado"_s, ItemState::Cancelled}};
        for (auto state = states.begin(); state != states.end(); ++state) {
            QCOMPARE(contract::toString(state.value()), state.key());
            QVERIFY(contract::itemStateFrom(state.key()) == state.value());
            BacklogItem item;
            item.state = state.value();
            QCOMPARE(item.isFinished(), state.key() != "pendente"_L1 && state.key() != "executando"_L1);
        }
    }

    void columnsOfTheContract()
    {
        BacklogItem item;
        item.id = 12;
        item.type = contract::type::ExecutePipeline;
        item.mode = u"implantar"_s;
        item.state = ItemState::Running;
        item.context = {{u"release_ref"_s, u"2026.11.3"_s}, {u"ambiente"_s, u"producao"_s}};
        item.result = QJsonObject{{u"status"_s, u"falha"_s}};
        item.priority = -3;
        item.attempt = 2;
        item.maxAttempts = 5;
        item.availableAt = fromTimestamp(u"2026-11-24T14:31:52.001Z"_s);
        item.reservedBy = u"worker-server"_s;
        item.leaseExpiresAt = fromTimestamp(u"2026-11-24T14:31:52.002Z"_s);
        item.fence = 4;
        item.version = 9;
        item.cancelRequestedBy = u"ana"_s;
        item.originId = 11;
        item.idempotencyKey = u"k"_s;
        item.createdAt = fromTimestamp(u"2026-11-24T14:31:52.003Z"_s);
        item.createdBy = u"bruno"_s;
        item.updatedAt = fromTimestamp(u"2026-11-24T14:31:52.004Z"_s);
        QCOMPARE(item.toJson(),
                 (QJsonObject{{u"id"_s, 12},
                              {u"tipo"_s, u"executar_pipeline"_s},
                              {u"modo"_s, u"implantar"_s},
                              {u"estado"_s, u"executando"_s},
                              {u"contexto"_s, item.context},
                              {u"resultado"_s, *item.result},
                              {u"prioridade"_s, -3},
                              {u"tentativa"_s, 2},
                              {u"max_tentativas"_s, 5},
                              {u"disponivel_em"_s, u"2026-11-24T14:31:52.001Z"_s},
                              {u"reservado_por"_s, u"worker-server"_s},
                              {u"reserva_expira_em"_s, u"2026-11-24T14:31:52.002Z"_s},
                              {u"cerca"_s, 4},
                              {u"versao"_s, 9},
                              {u"cancelamento_por"_s, u"ana"_s},
                              {u"origem_id"_s, 11},
                              {u"chave_idempotencia"_s, u"k"_s},
                              {u"criado_em"_s, u"2026-11-24T14:31:52.003Z"_s},
                              {u"criado_por"_s, u"bruno"_s},
                              {u"atualizado_em"_s, u"2026-11-24T14:31:52.004Z"_s}}));
        QCOMPARE(item.releaseRef(), u"2026.11.3"_s);
        QCOMPARE(item.environment(), u"producao"_s);
    }

    void whatIsNotThereIsNull()
    {
        const QJsonObject object = BacklogItem().toJson();
        QCOMPARE(object.size(), 20);
        for (const auto &key : {u"modo"_s, u"resultado"_s, u"disponivel_em"_s, u"reservado_por"_s,
                                u"reserva_expira_em"_s, u"cancelamento_por"_s, u"origem_id"_s, u"chave_idempotencia"_s,
                                u"criado_em"_s, u"criado_por"_s, u"atualizado_em"_s})
            QVERIFY2(object[key].isNull(), qPrintable(key));
        QCOMPARE(object[u"contexto"_s].toObject(), QJsonObject());
        QCOMPARE(object[u"max_tentativas"_s].toInt(), 3);
    }
};

QTEST_GUILESS_MAIN(TestBacklogItem)
#include "tst_backlogitem.moc"
