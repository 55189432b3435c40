// SPDX-License-Identifier: Apache-2.0
#include "models/contract/approval.h"

#include "models/timestamp.h"
#include "support/resultchecks.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace pipeline;
using contract::ApprovalRequest;
using contract::Decision;

namespace {

QJsonObject request(const QString &key = {}, const QJsonValue &value = {})
{
    QJsonObject object{{u"release_ref"_s, u"2026.11.3"_s},
                       {u"testes_passaram"_s, true},
                       {u"cobertura"_s, 87.5},
                       {u"sprint_origem"_s, u"Sprint 42"_s},
                       {u"ambiente"_s, u"producao"_s},
                       {u"artefatos"_s,
                        QJsonArray{QJsonObject{{u"tipo"_s, u"form"_s},
                                               {u"arquivo"_s, u"a.form"_s},
                                               {u"path"_s, u"Genesis/a.form"_s},
                                               {u"sha"_s, u"abcdef1"_s}}}},
                       {u"manifesto"_s, QString(64, u'c')},
                       {u"origem"_s, 12}};
    if (!key.isEmpty())
        object[key] = value;
    return object;
}

QJsonObject decision(const QString &key = {}, const QJsonValue &value = {})
{
    QJsonObject object{{u"decisao"_s, u"aprovado"_s},  {u"por"_s, u"carla"_s},
                       {u"conta"_s, u"carla.reis"_s},  {u"garantia"_s, u"declarada"_s},
                       {u"motivo"_s, u"testado"_s},    {u"em"_s, u"2026-11-24T14:31:52.007Z"_s},
                       {u"ambiente"_s, u"producao"_s}, {u"manifesto"_s, QString(64, u'c')}};
    if (!key.isEmpty())
        object[key] = value;
    return object;
}

} // namespace

class TestApproval : public QObject {
    Q_OBJECT

private slots:
    void refusedRequests_data()
    {
        QTest::addColumn<QJsonObject>("object");
        QTest::addColumn<QString>("problem");
        for (const auto &key : {u"release_ref"_s, u"sprint_origem"_s, u"ambiente"_s, u"artefatos"_s, u"manifesto"_s}) {
            QJsonObject without = request();
            without.remove(key);
            QTest::newRow(qPrintable(u"no "_s + key)) << without << u"contexto."_s + key + u" is missing"_s;
            QTest::newRow(qPrintable(u"a number for "_s + key))
                << request(key, 5) << u"contexto."_s + key + u" must be a "_s;
        }
        QTest::newRow("a text for testes_passaram")
            << request(u"testes_passaram"_s, u"sim"_s) << u"testes_passaram must be true, false or null"_s;
        QTest::newRow("a text for cobertura")
            << request(u"cobertura"_s, u"87"_s) << u"cobertura must be a number or null"_s;
        QTest::newRow("a text for origem") << request(u"origem"_s, u"12"_s) << u"origem must be a number or null"_s;
        QTest::newRow("half an origem") << request(u"origem"_s, 1.5) << u"origem must be the id of an item"_s;
        QTest::newRow("a huge origem") << request(u"origem"_s, 1e300) << u"origem must be the id of an item"_s;
        QTest::newRow("a negative origem") << request(u"origem"_s, -3) << u"origem must be the id of an item"_s;
        QTest::newRow("bad artefacts") << request(u"artefatos"_s, QJsonArray{1}) << u"artefatos[0].path is missing"_s;
    }

    void refusedRequests()
    {
        QFETCH(QJsonObject, object);
        QFETCH(QString, problem);
        const auto read = ApprovalRequest::fromJson(object);
        COMPARE_ERROR(read, ErrorCode::InvalidInput);
        QCOMPARE(read.error().message, u"contexto of aprovar_release is not valid"_s);
        QVERIFY2(read.error().detail.contains(problem), qPrintable(read.error().detail));
    }

    void requestsBothWays()
    {
        const auto read = ApprovalRequest::fromJson(request());
        VERIFY_RESULT(read);
        QCOMPARE(read->releaseRef, u"2026.11.3"_s);
        QCOMPARE(read->testsPassed, true);
        QCOMPARE(read->coverage, 87.5);
        QCOMPARE(read->sprint, u"Sprint 42"_s);
        QCOMPARE(read->environment, u"producao"_s);
        QCOMPARE(read->artefacts.size(), 1);
        QCOMPARE(read->manifest, QString(64, u'c'));
        QCOMPARE(read->origin, 12);
        QCOMPARE(read->toJson(), request());
    }

    void nothingIsClaimedThatWasNotRun()
    {
        QJsonObject object = request(u"testes_passaram"_s, QJsonValue::Null);
        object[u"cobertura"_s] = QJsonValue::Null;
        const auto read = ApprovalRequest::fromJson(object);
        VERIFY_RESULT(read);
        QVERIFY(!read->testsPassed);
        QVERIFY(!read->coverage);
        QCOMPARE(read->toJson(), object);
        object.remove(u"testes_passaram"_s);
        object.remove(u"cobertura"_s);
        const auto without = ApprovalRequest::fromJson(object);
        VERIFY_RESULT(without);
        QVERIFY(without->toJson()[u"testes_passaram"_s].isNull());
    }

    void refusedDecisions_data()
    {
        QTest::addColumn<QJsonObject>("object");
        QTest::addColumn<QString>("problem");
        for (const auto &key : {u"decisao"_s, u"por"_s, u"em"_s, u"ambiente"_s, u"manifesto"_s}) {
            QTest::newRow(qPrintable(u"no "_s + key))
                << decision(key, QJsonValue::Null) << u"resultado."_s + key + u" is missing"_s;
            QTest::newRow(qPrintable(u"a number for "_s + key))
                << decision(key, 5) << u"resultado."_s + key + u" must be a text"_s;
        }
        for (const auto &key : {u"conta"_s, u"garantia"_s, u"motivo"_s})
            QTest::newRow(qPrintable(u"a number for "_s + key))
                << decision(key, 5) << u"resultado."_s + key + u" must be a text"_s;
        QTest::newRow("another word") << decision(u"decisao"_s, u"approved"_s)
                                      << u"resultado.decisao must be aprovado or rejeitado"_s;
        QTest::newRow("a local time") << decision(u"em"_s, u"2026-11-24T14:31:52"_s)
                                      << u"resultado.em must be a time in UTC"_s;
        QTest::newRow("no time") << decision(u"em"_s, u"ontem"_s) << u"resultado.em must be a time in UTC"_s;
    }

    void refusedDecisions()
    {
        QFETCH(QJsonObject, object);
        QFETCH(QString, problem);
        const auto read = Decision::fromJson(object);
        COMPARE_ERROR(read, ErrorCode::InvalidInput);
        QCOMPARE(read.error().message, u"resultado of aprovar_release is not valid"_s);
        QVERIFY2(read.error().detail.contains(problem), qPrintable(read.error().detail));
    }

    void decisionsBothWays()
    {
        for (const bool approved : {true, false}) {
            const QJsonObject object = decision(u"decisao"_s, approved ? u"aprovado"_s : u"rejeitado"_s);
            const auto read = Decision::fromJson(object);
            VERIFY_RESULT(read);
            QCOMPARE(read->approved, approved);
            QCOMPARE(toTimestamp(read->at), u"2026-11-24T14:31:52.007Z"_s);
            QCOMPARE(read->toJson(), object);
        }
    }

    void whatAnOutsideApproverMayLeaveOut()
    {
        QJsonObject object = decision();
        for (const auto &key : {u"conta"_s, u"garantia"_s, u"motivo"_s})
            object.remove(key);
        const auto read = Decision::fromJson(object);
        VERIFY_RESULT(read);
        QVERIFY(read->account.isEmpty());
        QVERIFY(read->guarantee.isEmpty());
        QVERIFY(read->reason.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestApproval)
#include "tst_approval.moc"
