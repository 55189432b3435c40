// SPDX-License-Identifier: Apache-2.0
#include "releasetest.h"

#include "support/faultserver.h"

#include <QDeadlineTimer>

using namespace Qt::StringLiterals;
using namespace pipeline;
using tests::Answer;
using tests::FaultServer;
using tests::Installation;
using tests::Program;
using tests::ReceivedRequest;

/// Releases of workers alone, which need no engine: the push, the call to the worker server, and its health.
class TestWorkerDeployment : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { tests::GitRepository::isolate(m_home.path()); }
    void init();
    void repeatsTheCallUnderOneId();
    void callsOnceWithAWrongSecret();
    void callsNobodyWhenTheBranchIsAhead();
    void callsNobodyWhenTheBranchIsElsewhere();
    void leavesTheCallToThePush();
    void needsNoWorkerServer();
    void asksForTheWorkersHealth();
    void waitsForTheWorkersToSettle();
    void doesNotAskTheWorkersOfBefore();
    void needsTheSecretBeforeItPushes();
    void callsNobodyInTheClear();
    void recordsWhoMovedTheBranch();

private:
    void configure(const QByteArray &more = {}, int settle = 0)
    {
        m_installation->configure("engine = \"http://127.0.0.1:1\"\nuser = \"demo\"\npolicy = \"none\"\nsettle_s = "
                                  + QByteArray::number(settle) + '\n' + more);
    }
    QByteArray webhook() const { return "worker_webhook = \"" + m_server->url(u"/deploy"_s).toEncoded() + "\"\n"; }
    static Answer scheduled() { return Answer::json(R"({"success":true,"message":"Deploy agendado"})", 202); }
    qint64 addRelease()
    {
        m_release = m_installation->makeRelease({.models = false});
        return m_program->add(u"implantar"_s, m_release);
    }
    QString reasonOf(qint64 item) const { return m_program->result(item)["motivo"_L1].toString(); }
    QString workersHead() const
    {
        return tests::GitRepository::text(m_installation->workers().inRemote({u"rev-parse"_s, u"main"_s}));
    }
    /// "status: detail" of one check.
    QString check(qint64 item, const QString &name) const
    {
        for (const QJsonValue &value : tests::stageOf(m_program->result(item), u"verify"_s)["checks"_L1].toArray()) {
            if (value["nome"_L1] == name)
                return value["status"_L1].toString() + u": "_s + value["detalhe"_L1].toString();
        }
        return {};
    }

    QTemporaryDir m_home;
    std::unique_ptr<Installation> m_installation;
    std::unique_ptr<Program> m_program;
    std::unique_ptr<FaultServer> m_server;
    tests::SampleRelease m_release;
};

void TestWorkerDeployment::init()
{
    m_installation = std::make_unique<Installation>();
    m_program = std::make_unique<Program>(*m_installation);
    m_server = std::make_unique<FaultServer>();
}

void TestWorkerDeployment::repeatsTheCallUnderOneId()
{
    configure(webhook());
    m_server->setHandler([](const auto &) { return Answer::json("{}", 503); });
    const qint64 item = addRelease();
    const auto first = m_program->runOnce();
    QVERIFY2(first.code == 3, first.out + first.err);
    QVERIFY2(first.err.contains("cannot take the call now"), first.err);
    QCOMPARE(m_program->item(item)["estado"_L1].toString(), u"pendente"_s);
    QCOMPARE(m_server->requests().size(), 3);
    QCOMPARE(workersHead(), m_release.workersCommit); // the push comes first

    m_server->setHandler([](const auto &) { return scheduled(); });
    tests::OutsideSql database(m_installation->backlogFile());
    VERIFY_RESULT(database.run(u"update backlog set disponivel_em = criado_em"_s));
    const auto second = m_program->runOnce();
    QVERIFY2(second.code == 0, second.out + second.err);
    QSet<QString> ids;
    QSet<QByteArray> signatures;
    const auto requests = m_server->requests();
    QCOMPARE(requests.size(), 4);
    for (const ReceivedRequest &request : requests) {
        const QJsonObject body = QJsonDocument::fromJson(request.body).object();
        QCOMPARE(body["commit"_L1].toString(), m_release.workersCommit);
        ids << body["id"_L1].toString();
        signatures << request.header("X-Signature");
    }
    QCOMPARE(ids.size(), 1);
    QVERIFY(!QUuid(*ids.cbegin()).isNull());
    QCOMPARE(signatures.size(), 4);
    QCOMPARE(check(item, u"webhook"_s), u"success: Deploy agendado, id "_s + *ids.cbegin());
}

void TestWorkerDeployment::callsOnceWithAWrongSecret()
{
    configure(webhook());
    m_server->setHandler([](const auto &) { return Answer::json(R"({"error":"Não Autorizado"})", 401); });
    const qint64 item = addRelease();
    const auto ended = m_program->runOnce();
    QVERIFY2(ended.code == 1, ended.out + ended.err);
    QVERIFY2(reasonOf(item).contains("refused the signature"_L1), qPrintable(reasonOf(item)));
    QCOMPARE(m_program->item(item)["estado"_L1].toString(), u"falhou"_s);
    QCOMPARE(m_server->requests().size(), 1);
}

void TestWorkerDeployment::callsNobodyWhenTheBranchIsAhead()
{
    configure(webhook());
    const qint64 item = addRelease();
    m_installation->workers().commit(u"nobody approved this"_s);
    m_installation->workers().push();
    const QString head = workersHead();
    const auto ended = m_program->runOnce();
    QVERIFY2(ended.code == 1, ended.out + ended.err);
    QVERIFY2(reasonOf(item).contains("main is ahead of it by 1 commit"_L1), qPrintable(reasonOf(item)));
    QCOMPARE(workersHead(), head);
    QCOMPARE(m_server->requests().size(), 0);
}

void TestWorkerDeployment::callsNobodyWhenTheBranchIsElsewhere()
{
    configure(webhook());
    const qint64 item = addRelease();
    m_installation->workers().git({u"reset"_s, u"--quiet"_s, u"--hard"_s, u"HEAD^"_s});
    m_installation->workers().commit(u"another line of work"_s);
    m_installation->workers().push();
    const QString head = workersHead();
    const auto ended = m_program->runOnce();
    QVERIFY2(ended.code == 1, ended.out + ended.err);
    QVERIFY2(reasonOf(item).contains(head), qPrintable(reasonOf(item)));
    QCOMPARE(workersHead(), head);
    QCOMPARE(m_server->requests().size(), 0);
}

void TestWorkerDeployment::leavesTheCallToThePush()
{
    configure(webhook() + "worker_trigger = \"push\"\n");
    const qint64 item = addRelease();
    const auto ended = m_program->runOnce();
    QVERIFY2(ended.code == 0, ended.out + ended.err);
    QCOMPARE(workersHead(), m_release.workersCommit);
    QVERIFY2(check(item, u"webhook"_s).startsWith("skipped: "_L1), qPrintable(check(item, u"webhook"_s)));
    QCOMPARE(m_server->requests().size(), 0);
}

void TestWorkerDeployment::needsNoWorkerServer()
{
    configure();
    const qint64 item = addRelease();
    const auto ended = m_program->runOnce();
    QVERIFY2(ended.code == 0, ended.out + ended.err);
    QCOMPARE(check(item, u"webhook"_s), u"skipped: No worker_webhook is configured"_s);
    const QJsonObject deploy = tests::stageOf(m_program->result(item), u"deploy"_s);
    QCOMPARE(deploy["commit_workers"_L1].toString(), m_release.workersCommit);
    QVERIFY(deploy["deployment_id"_L1].isNull());
}

void TestWorkerDeployment::asksForTheWorkersHealth()
{
    const QByteArray health = m_server->url(u"/health"_s).toEncoded();
    configure("worker_health = [\"" + health + "\"]\n");
    m_server->setHandler([](const auto &) { return Answer::json("{}"); });
    const qint64 well = addRelease();
    QCOMPARE(m_program->runOnce().code, 0);
    QCOMPARE(check(well, u"worker "_s + QString::fromLatin1(health)), u"success: answered 200"_s);

    m_server->setHandler([](const auto &) { return Answer::html(503); });
    const qint64 ill = m_program->add(u"implantar"_s, m_release);
    const auto ended = m_program->runOnce();
    QVERIFY2(ended.code == 1, ended.out + ended.err);
    QCOMPARE(check(ill, u"worker "_s + QString::fromLatin1(health)), u"failed: answered 503"_s);
    QVERIFY2(reasonOf(ill).contains("VERIFY failed"_L1), qPrintable(reasonOf(ill)));
}

void TestWorkerDeployment::waitsForTheWorkersToSettle()
{
    const QByteArray health = m_server->url(u"/health"_s).toEncoded();
    configure("worker_health = [\"" + health + "\"]\n", 60);
    m_server->enqueue(Answer::html(503));
    m_server->enqueue(Answer::html(503));
    m_server->enqueue(Answer::json("{}"));
    const qint64 item = addRelease();
    const auto ended = m_program->runOnce();
    QVERIFY2(ended.code == 0, ended.out + ended.err);
    QCOMPARE(check(item, u"worker "_s + QString::fromLatin1(health)), u"success: answered 200"_s);
    QCOMPARE(m_server->requests().size(), 3);
}

/// Right after the call the workers of before still answer, and well.
void TestWorkerDeployment::doesNotAskTheWorkersOfBefore()
{
    const QByteArray health = m_server->url(u"/health"_s).toEncoded();
    configure(webhook() + "worker_health = [\"" + health + "\"]\n", 2);
    QDeadlineTimer restarted(QDeadlineTimer::Forever);
    m_server->setHandler([&](const ReceivedRequest &request) {
        if (request.path() != "/deploy")
            return restarted.hasExpired() ? Answer::html(500) : Answer::json("{}");
        restarted.setRemainingTime(1000);
        return scheduled();
    });
    const qint64 item = addRelease();
    const auto ended = m_program->runOnce();
    QVERIFY2(ended.code == 1, ended.out + ended.err);
    QCOMPARE(check(item, u"worker "_s + QString::fromLatin1(health)), u"failed: answered 500"_s);
}

void TestWorkerDeployment::needsTheSecretBeforeItPushes()
{
    configure(webhook());
    m_program->variables().remove(u"PIPELINE_SECRET_WEBHOOK_TESTE"_s);
    addRelease();
    const QString head = workersHead();
    const auto ended = m_program->runOnce();
    QVERIFY2(ended.code == 1 || ended.code == 3, ended.out + ended.err); // 3: there is no keychain to ask either
    QCOMPARE(workersHead(), head);
    QCOMPARE(m_server->requests().size(), 0);
    tests::OutsideSql database(m_installation->backlogFile());
    QCOMPARE(database.value(u"select count(*) from run_effect"_s).toInt(), 0);
}

void TestWorkerDeployment::callsNobodyInTheClear()
{
    configure("worker_webhook = \"http://198.51.100.7/deploy\"\n");
    const qint64 called = addRelease();
    const QString head = workersHead();
    const auto refused = m_program->runOnce();
    QVERIFY2(refused.code == 1, refused.out + refused.err);
    QVERIFY2(reasonOf(called).contains("is neither https nor on this machine"_L1), qPrintable(reasonOf(called)));
    QCOMPARE(workersHead(), head);

    configure("worker_health = [\"http://198.51.100.7/health\"]\n");
    const qint64 asked = addRelease();
    QCOMPARE(m_program->runOnce().code, 1);
    const QString outcome = check(asked, u"worker http://198.51.100.7/health"_s);
    QVERIFY2(outcome.startsWith("failed: "_L1) && outcome.contains("is neither https"_L1), qPrintable(outcome));
}

void TestWorkerDeployment::recordsWhoMovedTheBranch()
{
    configure();
    const qint64 first = addRelease();
    QCOMPARE(m_program->runOnce().code, 0);
    const qint64 again = m_program->add(u"implantar"_s, m_release);
    QCOMPARE(m_program->runOnce().code, 0);
    tests::OutsideSql database(m_installation->backlogFile());
    const auto acts = database.run(u"select item_id, act from journal where act like 'workers.%' order by id"_s);
    VERIFY_RESULT(acts);
    QCOMPARE(*acts, (tests::OutsideRows{{first, u"workers.pushed"_s}, {again, u"workers.already-there"_s}}));
    QCOMPARE(tests::stageOf(m_program->result(again), u"deploy"_s)["commit_workers"_L1].toString(),
             m_release.workersCommit);
}

QTEST_GUILESS_MAIN(TestWorkerDeployment)
#include "tst_workerdeployment.moc"
