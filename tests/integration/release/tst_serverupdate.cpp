// SPDX-License-Identifier: Apache-2.0
#include "releasetest.h"

#include "support/faultserver.h"

using namespace Qt::StringLiterals;
using namespace pipeline;
using tests::Answer;
using tests::FaultServer;
using tests::Installation;
using tests::Program;

/// A receiver that shares the backlog: VERIFY follows the item that it answers with.
class TestServerUpdate : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { tests::GitRepository::isolate(m_home.path()); }
    void followsTheItem_data();
    void followsTheItem();
    void waitsForTheItem();

private:
    /// A receiver that puts an item of \a state on the backlog and answers with it; \a other: for some other call.
    static FaultServer::Handler receiver(const QString &backlogFile, const QString &state, bool other = false)
    {
        return [=](const tests::ReceivedRequest &request) {
            const QString id = QJsonDocument::fromJson(request.body)["id"_L1].toString();
            tests::OutsideSql backlog(backlogFile);
            const auto inserted = backlog.run(
                u"insert into backlog (tipo, estado, resultado, contexto) values ('atualizar_servidor', '%1', "
                "'{\"motivo\": \"npm ci failed\"}', json_object('alvo', 'workers', 'servidor', 'w', 'id', '%2'))"_s.arg(
                    state, other ? u"another"_s : id));
            Answer answer = Answer::json(R"({"success":true,"message":"Deploy agendado"})", inserted ? 202 : 500);
            answer.headers << qMakePair(QByteArray("X-Item"),
                                        backlog.value(u"select max(id) from backlog"_s).toByteArray());
            return answer;
        };
    }

    static void configure(const Installation &installation, const FaultServer &server, int settleSeconds)
    {
        installation.configure("engine = \"http://127.0.0.1:1\"\nuser = \"demo\"\npolicy = \"none\"\nsettle_s = "
                               + QByteArray::number(settleSeconds) + "\nworker_webhook = \""
                               + server.url(u"/deploy"_s).toEncoded() + "\"\n");
    }

    /// The check of the webhook as "status: detail".
    static QString checkOf(const Program &program, qint64 item)
    {
        const QJsonArray checks = tests::stageOf(program.result(item), u"verify"_s)["checks"_L1].toArray();
        return checks[0]["status"_L1].toString() + u": "_s + checks[0]["detalhe"_L1].toString();
    }

    QTemporaryDir m_home;
};

void TestServerUpdate::followsTheItem_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<bool>("other");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("check");
    QTest::newRow("done") << u"concluido"_s << false << 0 << u"success: item \\d+ is concluido"_s;
    QTest::newRow("failed") << u"falhou"_s << false << 1 << u"failed: item \\d+ is falhou: npm ci failed"_s;
    QTest::newRow("cancelled") << u"cancelado"_s << false << 1 << u"failed: item \\d+ is cancelado: .*"_s;
    QTest::newRow("waits")
        << u"pendente"_s << false << 0
        << u"unknown: item \\d+ is pendente after 0 s: whether the workers were updated is not known"_s;
    QTest::newRow("another backlog's number")
        << u"falhou"_s << true << 0 << u"success: Deploy agendado, id [0-9a-f-]+"_s;
}

void TestServerUpdate::followsTheItem()
{
    QFETCH(QString, state);
    QFETCH(bool, other);
    QFETCH(int, code);
    QFETCH(QString, check);
    const Installation installation;
    FaultServer server;
    server.setHandler(receiver(installation.backlogFile(), state, other));
    configure(installation, server, 0);
    const Program program(installation);
    const qint64 item = program.add(u"implantar"_s, installation.makeRelease({.models = false}));
    const auto ended = program.runOnce();
    QVERIFY2(ended.code == code, ended.out + ended.err);
    const QString found = checkOf(program, item);
    QVERIFY2(QRegularExpression(QRegularExpression::anchoredPattern(check)).match(found).hasMatch(), qPrintable(found));
}

void TestServerUpdate::waitsForTheItem()
{
    const Installation installation;
    FaultServer server;
    server.setHandler(receiver(installation.backlogFile(), u"pendente"_s));
    configure(installation, server, 60);
    const Program program(installation);
    const qint64 item = program.add(u"implantar"_s, installation.makeRelease({.models = false}));
    const auto run = program.start({u"run"_s, u"--once"_s});
    tests::OutsideSql backlog(installation.backlogFile());
    QTRY_COMPARE_WITH_TIMEOUT(backlog.value(u"select count(*) from run_stage where stage = 'verify'"_s).toInt(), 1,
                              60'000);
    VERIFY_RESULT(backlog.run(u"update backlog set estado = 'concluido' where tipo = 'atualizar_servidor'"_s));
    const auto ended = Program::end(*run);
    QVERIFY2(ended.code == 0, ended.out + ended.err);
    const QString found = checkOf(program, item);
    QVERIFY2(found.startsWith("success: item "_L1) && found.endsWith(" is concluido"_L1), qPrintable(found));
}

QTEST_GUILESS_MAIN(TestServerUpdate)
#include "tst_serverupdate.moc"
