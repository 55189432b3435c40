// SPDX-License-Identifier: Apache-2.0
#include "releasetest.h"

#include "support/faultserver.h"

#include <QTcpServer>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace pipeline;
using tests::Answer;
using tests::FaultServer;
using tests::GitRepository;
using tests::Installation;
using tests::Program;

namespace {

/// A worker that says which version it is; the version "ruim" is not well.
const QByteArray Server = R"(const versao = require('versao');
require('http').createServer((request, response) => {
    response.statusCode = versao === 'ruim' ? 500 : 200;
    response.end(versao);
}).listen(Number(process.argv[2]), '127.0.0.1');
)";

quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

} // namespace

/// The slot for `atualizar_servidor`: a real clone, real npm, and a worker that really runs.
class TestServerSlot : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { GitRepository::isolate(m_home.path()); }
    void init();
    void cleanup();
    void bringsTheWorkersToACommit();
    void goesBackWhenTheyDoNotAnswer();
    void goesBackWhenItIsCancelled();
    void leavesTheCloneAlone_data();
    void leavesTheCloneAlone();
    void asksThePolicy();
    void goesOnAfterAKill_data();
    void goesOnAfterAKill();
    void isBesideTheJobs();
    void releasesWhatACommitHas_data();
    void releasesWhatACommitHas();

private:
    QString clone() const { return m_installation->path(u"clone"_s); }
    void configure(const QByteArray &environment, int settleSeconds = 5) const
    {
        m_installation->configure("engine = \"http://127.0.0.1:1\"\nuser = \"demo\"\nsettle_s = "
                                  + QByteArray::number(settleSeconds) + '\n' + environment
                                  + "worker_health = [\"http://127.0.0.1:" + QByteArray::number(m_port) + "\"]\n");
        QFile file(m_installation->configurationFile());
        QVERIFY(file.open(QIODevice::ReadWrite));
        QByteArray text = file.readAll();
        const QByteArray heading = "[repositories.workers]\n";
        text.replace(heading,
                     heading + "clone = \"" + clone().toUtf8() + "\"\nrestart = [\"sh\", \"" PIPELINE_RESTART "\", \""
                         + m_installation->path(u"."_s).toUtf8() + "\", \"" + QByteArray::number(m_port) + "\"]\n");
        text.replace("[repositories.artefatos]\n", "[repositories.artefatos]\nclone = \"/nowhere\"\n");
        QVERIFY(file.resize(0) && file.seek(0) && file.write(text) == text.size());
    }
    /// Commits the worker in \a version and pushes it to main.
    QString publish(const QByteArray &version) const
    {
        const GitRepository &workers = m_installation->workers();
        workers.write(u"server.js"_s, Server);
        workers.write(u"versao/index.js"_s, "module.exports = '" + version + "';\n");
        workers.write(u"versao/package.json"_s, R"({"name": "versao", "version": "1.0.0"})");
        workers.write(u"package.json"_s,
                      R"({"name": "w", "version": "1.0.0", "dependencies": {"versao": "file:versao"}})");
        workers.write(u"package-lock.json"_s,
                      R"({"name": "w", "version": "1.0.0", "lockfileVersion": 3, "requires": true, "packages": {
                          "": {"name": "w", "version": "1.0.0", "dependencies": {"versao": "file:versao"}},
                          "node_modules/versao": {"resolved": "versao", "link": true},
                          "versao": {"version": "1.0.0"}}})");
        const QString commit = workers.commit(QString::fromUtf8(version));
        workers.push();
        return commit;
    }
    qint64 ask(const QString &commit, const QString &target = u"workers"_s,
               const QString &server = QSysInfo::machineHostName()) const
    {
        tests::OutsideSql backlog(m_installation->backlogFile());
        return backlog
            .value(u"insert into backlog (tipo, contexto) values ('atualizar_servidor', json_object("
                   "'alvo', '%1', 'servidor', '%2', 'branch', 'main', 'commit', '%3', 'id', '1')) returning id"_s.arg(
                       target, server, commit))
            .toLongLong();
    }
    QString at() const { return GitRepository::text(inClone({u"rev-parse"_s, u"HEAD"_s})); }
    QByteArray inClone(const QStringList &arguments) const
    {
        QProcess git;
        git.start(u"git"_s, QStringList{u"-C"_s, clone()} + arguments);
        git.waitForFinished();
        return git.readAllStandardOutput();
    }
    /// What the worker that runs says of itself.
    QByteArray running() const
    {
        QProcess curl;
        curl.start(u"curl"_s, {u"--silent"_s, u"http://127.0.0.1:%1"_s.arg(m_port)});
        curl.waitForFinished();
        return curl.readAllStandardOutput();
    }
    static QString states(tests::OutsideSql &backlog)
    {
        return backlog
            .value(u"select group_concat(tipo || ' ' || coalesce(modo, '') || ' ' || estado, ', ') from "
                   "(select * from backlog order by id)"_s)
            .toString();
    }

    QTemporaryDir m_home;
    std::unique_ptr<Installation> m_installation;
    std::unique_ptr<Program> m_program;
    quint16 m_port = 0;
    QString m_first; ///< the commit that the clone is at
};

void TestServerSlot::init()
{
    m_installation = std::make_unique<Installation>();
    m_program = std::make_unique<Program>(*m_installation);
    m_port = freePort();
    m_first = publish("um");
    m_installation->workers().git({u"clone"_s, u"--quiet"_s, m_installation->workers().remote(), clone()});
    QFile secrets(clone() + u"/.env"_s);
    QVERIFY(secrets.open(QIODevice::WriteOnly));
    secrets.write("CHAVE=1\n");
    configure("policy = \"none\"\n");
    QCOMPARE(m_program->run({u"backlog"_s, u"list"_s}).code, 0); // makes the backlog
}

void TestServerSlot::cleanup()
{
    QFile pid(m_installation->path(u"pid"_s));
    if (pid.open(QIODevice::ReadOnly))
        ::kill(pid.readAll().trimmed().toInt(), SIGKILL);
}

void TestServerSlot::bringsTheWorkersToACommit()
{
    const QString commit = publish("dois");
    const qint64 item = ask(commit.left(12));
    const auto ended = m_program->runOnce();
    QVERIFY2(ended.code == 0, ended.out + ended.err);
    QCOMPARE(m_program->item(item)["estado"_L1].toString(), u"concluido"_s);
    const QJsonObject result = m_program->result(item);
    QCOMPARE(result["commit"_L1].toString(), commit);
    QCOMPARE(result["anterior"_L1].toString(), m_first);
    QCOMPARE(at(), commit);
    QCOMPARE(running(), "dois");
    QVERIFY(QFile::exists(clone() + u"/.env"_s));
    QCOMPARE(inClone({u"status"_s, u"--porcelain"_s}), "?? .env\n?? node_modules/\n");
    tests::OutsideSql backlog(m_installation->backlogFile());
    QCOMPARE(backlog.value(u"select count(*) from journal where act = 'server.updated'"_s).toInt(), 1);

    // Asked once more, and for what lies behind.
    QCOMPARE(m_program->run({u"run"_s, u"--once"_s}).code, 0);
    const qint64 older = ask(m_first);
    QCOMPARE(m_program->runOnce().code, 0);
    QVERIFY(m_program->result(older)["motivo"_L1].toString().contains("behind it"_L1));
    QCOMPARE(at(), commit);
}

void TestServerSlot::goesBackWhenTheyDoNotAnswer()
{
    const QString good = publish("dois");
    ask(good);
    QCOMPARE(m_program->runOnce().code, 0);
    const qint64 item = ask(publish("ruim"));
    const auto ended = m_program->runOnce();
    QVERIFY2(ended.code == 1, ended.out + ended.err);
    const QString reason = m_program->result(item)["motivo"_L1].toString();
    QVERIFY2(reason.contains("answered 500"_L1) && reason.contains(u"run %1 again"_s.arg(good.left(12))),
             qPrintable(reason));
    QCOMPARE(at(), good);
    QCOMPARE(running(), "dois");
    QVERIFY(QFile::exists(clone() + u"/.env"_s));
}

void TestServerSlot::goesBackWhenItIsCancelled()
{
    configure("policy = \"none\"\n", 600);
    const QString good = publish("dois");
    ask(good);
    QCOMPARE(m_program->runOnce().code, 0);
    const qint64 item = ask(publish("ruim"));
    const auto run = m_program->start({u"run"_s, u"--once"_s});
    QTRY_COMPARE_WITH_TIMEOUT(running(), "ruim", 60'000);
    QCOMPARE(m_program->run({u"backlog"_s, u"cancel"_s, QString::number(item)}).code, 0);
    const auto ended = Program::end(*run);
    QVERIFY2(ended.code == 1, ended.out + ended.err);
    QCOMPARE(m_program->item(item)["estado"_L1].toString(), u"cancelado"_s);
    const QString reason = m_program->result(item)["motivo"_L1].toString();
    QVERIFY2(reason.startsWith("Cancelled by "_L1) && reason.endsWith(u"run %1 again."_s.arg(good.left(12))),
             qPrintable(reason));
    QCOMPARE(at(), good);
    QCOMPARE(running(), "dois");
}

void TestServerSlot::leavesTheCloneAlone_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("reason");
    QTest::newRow("changed by hand") << u"echo '//' >> clone/server.js"_s << u"Look at `git status`"_s;
    QTest::newRow("commits of its own")
        << u"cd clone && git -c user.name=a -c user.email=a@b commit -q --allow-empty -m own"_s << u"git status"_s;
    QTest::newRow("another branch") << u"git -C clone switch -q -c other"_s << u"it is on other, not on main"_s;
    QTest::newRow("no clone") << u"rm -rf clone"_s << u"is no clone of a git repository"_s;
    QTest::newRow("install fails") << u"lock"_s << u"package-lock.json"_s;
}

void TestServerSlot::leavesTheCloneAlone()
{
    QFETCH(QString, what);
    QFETCH(QString, reason);
    QString commit = publish("dois");
    m_installation->workers().write(u"server.js"_s, Server + "// dois\n");
    if (what == "lock"_L1)
        m_installation->workers().git({u"rm"_s, u"-q"_s, u"package-lock.json"_s});
    commit = m_installation->workers().commit();
    m_installation->workers().push();
    QProcess shell;
    shell.setWorkingDirectory(m_installation->path(u"."_s));
    if (what != "lock"_L1) {
        shell.start(u"sh"_s, {u"-c"_s, what});
        QVERIFY(shell.waitForFinished() && shell.exitCode() == 0);
    }
    const QString before = at();
    const QByteArray status = inClone({u"status"_s, u"--porcelain"_s});
    const qint64 item = ask(commit);
    const auto ended = m_program->runOnce();
    QVERIFY2(ended.code == 1, ended.out + ended.err);
    const QString said = m_program->result(item)["motivo"_L1].toString();
    QVERIFY2(said.contains(reason), qPrintable(said));
    QCOMPARE(at(), before);
    QCOMPARE(inClone({u"status"_s, u"--porcelain"_s}), status);
    QVERIFY(!QFile::exists(m_installation->path(u"pid"_s))); // nothing was restarted
}

void TestServerSlot::asksThePolicy()
{
    configure("policy = \"validated\"\n");
    const QString commit = publish("dois");
    const qint64 slipped = ask(commit);
    const qint64 elsewhere = ask(commit, u"workers"_s, u"another-host"_s);
    QCOMPARE(m_program->runOnce().code, 1);
    QVERIFY(m_program->result(slipped)["motivo"_L1].toString().contains("no release"_L1));
    QCOMPARE(at(), m_first);

    // As DEPLOY records the push of a release that met its policy.
    tests::OutsideSql backlog(m_installation->backlogFile());
    VERIFY_RESULT(
        backlog.run(u"insert into run_effect (item_id, kind, target, number, intent) "
                    "select id, 'push', 'main', 1, json_object('commit', '%1') from backlog where id = %2"_s.arg(commit)
                        .arg(elsewhere)));
    ask(commit);
    const auto ended = m_program->runOnce();
    QVERIFY2(ended.code == 0, ended.out + ended.err);
    QCOMPARE(running(), "dois");
    QCOMPARE(m_program->item(elsewhere)["estado"_L1].toString(), u"pendente"_s);
}

void TestServerSlot::goesOnAfterAKill_data()
{
    QTest::addColumn<QString>("point");
    for (const QString &point : {u"update-intended"_s, u"clone-forwarded"_s, u"workers-restarted"_s})
        QTest::newRow(qPrintable(point)) << point;
}

void TestServerSlot::goesOnAfterAKill()
{
    QFETCH(QString, point);
    const QString commit = publish("dois");
    const qint64 item = ask(commit);
    QProcess killed;
    killed.setProcessEnvironment(m_installation->variables());
    killed.start(QStringLiteral(PIPELINE_ACTOR),
                 {m_installation->configurationFile(), u"killed"_s, u"kill"_s, point + u"#1"_s});
    QVERIFY(killed.waitForFinished(120'000));
    QCOMPARE(killed.exitStatus(), QProcess::CrashExit);
    tests::OutsideSql backlog(m_installation->backlogFile());
    VERIFY_RESULT(backlog.run(u"update backlog set reserva_expira_em = '2000-01-01T00:00:00.000Z'"_s));
    const auto ended = m_program->runOnce();
    QVERIFY2(ended.code == 0, ended.out + ended.err);
    QCOMPARE(m_program->result(item)["anterior"_L1].toString(), m_first);
    QCOMPARE(at(), commit);
    QCOMPARE(running(), "dois");
}

void TestServerSlot::isBesideTheJobs()
{
    const QString commit = publish("dois");
    m_installation->workers().inRemote({u"update-ref"_s, u"refs/heads/release"_s, commit});
    m_installation->workers().inRemote({u"update-ref"_s, u"refs/heads/main"_s, m_first});
    FaultServer receiver;
    receiver.setHandler([&](const tests::ReceivedRequest &request) {
        const QJsonObject call = QJsonDocument::fromJson(request.body).object();
        tests::OutsideSql backlog(m_installation->backlogFile());
        const QString id =
            backlog
                .value(u"insert into backlog (tipo, contexto) values ('atualizar_servidor', json_object("
                       "'alvo', 'workers', 'servidor', '%1', 'commit', '%2', 'id', '%3')) returning id"_s.arg(
                           QSysInfo::machineHostName(), call["commit"_L1].toString(), call["id"_L1].toString()))
                .toString();
        Answer answer = Answer::json(R"({"success":true,"message":"Deploy agendado"})", 202);
        answer.headers << qMakePair(QByteArray("X-Item"), id.toUtf8());
        return answer;
    });
    configure("policy = \"none\"\nworker_webhook = \"" + receiver.url(u"/deploy"_s).toEncoded() + "\"\n");
    tests::SampleRelease release{.key = u"beside"_s, .artefacts = {}, .workersCommit = commit};
    release.artefacts << QJsonObject{
        {u"tipo"_s, u"worker"_s}, {u"arquivo"_s, u"versao"_s}, {u"path"_s, u"versao"_s}, {u"sha"_s, commit}};
    const qint64 item = m_program->add(u"implantar"_s, release);
    const auto ended = m_program->run({u"run"_s, u"--drain"_s});
    QVERIFY2(ended.code == 0, ended.out + ended.err);
    const QJsonArray checks = tests::stageOf(m_program->result(item), u"verify"_s)["checks"_L1].toArray();
    QVERIFY2(checks[0]["detalhe"_L1].toString().endsWith("is concluido"_L1), ended.out + ended.err);
    QCOMPARE(running(), "dois");
    QCOMPARE(at(), commit);
}

void TestServerSlot::releasesWhatACommitHas_data()
{
    QTest::addColumn<QString>("policy");
    QTest::addColumn<QString>("items");
    const QString update = u"atualizar_servidor  concluido, executar_pipeline "_s;
    QTest::newRow("none") << u"none"_s << update + u"implantar pendente"_s;
    QTest::newRow("validated") << u"validated"_s
                               << update + u"validar concluido, executar_pipeline implantar pendente"_s;
    QTest::newRow("approved") << u"approved"_s << update + u"validar concluido, aprovar_release  pendente"_s;
}

void TestServerSlot::releasesWhatACommitHas()
{
    QFETCH(QString, policy);
    QFETCH(QString, items);
    configure("policy = \"" + policy.toUtf8() + "\"\n");
    m_installation->makeRelease({.worker = false});
    const QString commit = m_installation->artefacts().head();
    const qint64 update = ask({}, u"camunda"_s);
    for (int i = 0; i < (policy == "none"_L1 ? 1 : 2); ++i) {
        const auto ended = m_program->runOnce();
        QVERIFY2(ended.code == 0, ended.out + ended.err);
    }
    tests::OutsideSql backlog(m_installation->backlogFile());
    QCOMPARE(states(backlog), items);
    QCOMPARE(
        backlog.value(u"select json_extract(contexto, '$.release_ref') from backlog where origem_id = %1"_s.arg(update))
            .toString(),
        u"main-"_s + commit.left(12));
    QCOMPARE(
        backlog
            .value(u"select json_array_length(contexto, '$.artefatos') from backlog where origem_id = %1"_s.arg(update))
            .toInt(),
        4);
}

QTEST_GUILESS_MAIN(TestServerSlot)
#include "tst_serverslot.moc"
