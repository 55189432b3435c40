// SPDX-License-Identifier: Apache-2.0
#include "engineproxy.h"
#include "releasetest.h"

#include "support/testcertificates.h"
#include "support/workerserver.h"

#include <QDirIterator>

#include <thread>

using namespace Qt::StringLiterals;
using namespace pipeline;
using tests::Answer;
using tests::EngineProxy;
using tests::FaultServer;
using tests::Installation;
using tests::Program;
using tests::ReceivedRequest;

namespace {

/// A worker's test that looks around and says what it saw; all markers begin in the same way.
const QByteArray Spy = R"(const fs = require('fs');
test('olha em volta', () => {
    const seen = [JSON.stringify(process.env)];
    const processes = fs.readdirSync('/proc').filter((name) => /^[0-9]+$/.test(name));
    for (const name of processes) {
        for (const file of ['environ', 'cmdline']) {
            try { seen.push(fs.readFileSync(`/proc/${name}/${file}`, 'latin1')); } catch { /* not ours to read */ }
        }
    }
    const found = seen.join('\n').match(/marca-[0-9a-f]+/g);
    throw new Error(`found=${JSON.stringify(found)} processes=${processes.length} `
        + `variables=${Object.keys(process.env).sort()}`);
});
)";

QByteArray contents(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Looks at the arguments and the environments of all processes for as long as it lives.
class ProcessWatch {
public:
    explicit ProcessWatch(const QByteArrayList &needles) : m_needles(needles) {}

    /// Ends the watch; "program: file" for each that showed a needle.
    QStringList offenders()
    {
        m_thread = {};
        return m_offenders.values();
    }
    QSet<QString> programs() const { return m_programs; } ///< after offenders()
    bool sawThePlanted() const { return m_sawThePlanted; } ///< after offenders(): it can see what there is to see

private:
    void look()
    {
        for (const QString &process : QDir(u"/proc"_s).entryList({u"[0-9]*"_s}, QDir::Dirs)) {
            const QString folder = u"/proc/"_s + process;
            const auto programNow = [&folder] {
                return QFileInfo(QFile::symLinkTarget(folder + u"/exe"_s)).fileName();
            };
            const QString program = programNow();
            const QByteArray arguments = contents(folder + u"/cmdline"_s);
            const QByteArray variables = contents(folder + u"/environ"_s);
            if (program.isEmpty() || program == "openssl"_L1) // the worker server's, on the other side
                continue;
            if (program != programNow()) // it has become another one in between
                continue;
            m_programs << program;
            if (contains(arguments))
                m_offenders << program + u": arguments"_s;
            if (!contains(variables))
                continue;
            if (program == "prometheus-pipeline"_L1)
                m_sawThePlanted = true;
            else
                m_offenders << program + u": environment"_s;
        }
    }
    bool contains(const QByteArray &text) const
    {
        return std::ranges::any_of(m_needles, [&](const QByteArray &needle) { return text.contains(needle); });
    }

    const QByteArrayList m_needles;
    QSet<QString> m_offenders;
    QSet<QString> m_programs;
    bool m_sawThePlanted = false;
    std::jthread m_thread{[this](std::stop_token stop) {
        while (!stop.stop_requested()) {
            look();
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        }
    }};
};

/// Serves a bare repository's files over https to whom has the token.
FaultServer::Handler guarded(const QString &folder, const QByteArray &token)
{
    return [=, right = "Basic " + ("x-access-token:" + token).toBase64()](const ReceivedRequest &request) {
        if (request.header("Authorization") != right)
            return Answer{.status = 401, .headers = {{"WWW-Authenticate", "Basic realm=\"git\""}}};
        QFile file(folder + QString::fromUtf8(request.path()));
        return file.open(QIODevice::ReadOnly) ? Answer{.body = file.readAll()} : Answer{.status = 404};
    };
}

} // namespace

/// Secrets are planted as markers, a release goes through everything, and then they are searched for.
class TestSecrets : public tests::ReleaseTest {
    Q_OBJECT

private slots:
    void initTestCase();
    void staysOutOfTests();
    void staysOutOfADeployment();
    void staysOutOfWhatTheEngineRepeats_data();
    void staysOutOfWhatTheEngineRepeats();

private:
    static QByteArray marker() { return "marca-" + QUuid::createUuid().toString(QUuid::Id128).toLatin1(); }
    QByteArrayList needles() const
    {
        QByteArrayList all;
        for (const QByteArray &secret : {m_password, m_webhook, m_token})
            all << secret << secret.toBase64() << secret.toHex();
        return all << ("demo:" + m_password).toBase64() << ("x-access-token:" + m_token).toBase64();
    }
    /// Runs the next item under watch, as talkative as can be.
    tests::Ended runWatched()
    {
        if (!m_reader)
            m_reader = std::make_unique<tests::OutsideSql>(m_installation->backlogFile());
        if (m_reader->value(u"select count(*) from backlog"_s).toInt() == 0)
            QTest::qFail("there is nothing to run", __FILE__, __LINE__);
        ProcessWatch watch(needles());
        const auto ended = m_program->run({u"run"_s, u"--once"_s, u"--verbose"_s, u"--format"_s, u"json"_s});
        m_shown += ended.out + ended.err;
        const QStringList offenders = watch.offenders();
        if (!offenders.isEmpty())
            QTest::qFail(qPrintable(offenders.join(u", "_s)), __FILE__, __LINE__);
        if (!watch.sawThePlanted())
            QTest::qFail("the watch saw nothing", __FILE__, __LINE__);
        m_programs += watch.programs();
        return ended;
    }
    void verifyNothingLeaked();

    const QByteArray m_password = marker();
    const QByteArray m_webhook = marker();
    const QByteArray m_token = marker();
    tests::TestCertificates m_certificates;
    std::unique_ptr<Installation> m_installation;
    std::unique_ptr<tests::OutsideSql> m_reader; ///< while it is open, the database's write-ahead log stays
    std::unique_ptr<Program> m_program;
    std::unique_ptr<EngineProxy> m_proxy;
    std::unique_ptr<tests::WorkerServer> m_workerServer;
    std::unique_ptr<FaultServer> m_git;
    QByteArray m_shown; ///< all that the program has printed
    QSet<QString> m_programs; ///< that ran meanwhile
};

void TestSecrets::initTestCase()
{
    if (!m_certificates.isValid())
        QSKIP("openssl is not installed");
    if (const QString problem = Installation::prepareJest(); !problem.isEmpty())
        QSKIP(qPrintable(problem));
    REQUIRE_ENGINE();
    m_installation = std::make_unique<Installation>();
    m_proxy = std::make_unique<EngineProxy>(m_fixture, m_password);
    m_workerServer = std::make_unique<tests::WorkerServer>(m_webhook);
    m_git = std::make_unique<FaultServer>(m_certificates.good());
    m_git->setHandler(guarded(m_installation->path(u"artefatos"_s), m_token));
    m_installation->configure(
        environment(m_proxy->url(), "worker_webhook = \"" + m_workerServer->url().toEncoded() + "\"\n"),
        m_git->url(u"/remote.git"_s).toString());

    m_program = std::make_unique<Program>(*m_installation);
    QProcessEnvironment &variables = m_program->variables();
    variables.insert(u"PIPELINE_SECRET_CAMUNDA_TESTE"_s, QString::fromLatin1(m_password));
    variables.insert(u"PIPELINE_SECRET_WEBHOOK_TESTE"_s, QString::fromLatin1(m_webhook));
    variables.insert(u"PIPELINE_SECRET_GIT_ARTEFATOS"_s, QString::fromLatin1(m_token));
    variables.insert(u"GIT_SSL_CAINFO"_s, m_certificates.authority());
    variables.insert(u"TMPDIR"_s, m_installation->path(u"tmp"_s)); // searched like the rest
    QVERIFY(QDir().mkpath(m_installation->path(u"tmp"_s)));
}

void TestSecrets::staysOutOfTests()
{
    const auto release = m_installation->makeRelease({.jestTest = Spy});
    m_installation->artefacts().inRemote({u"update-server-info"_s});
    const qint64 item = m_program->add(u"validar"_s, release);
    const auto ended = runWatched();
    QVERIFY2(ended.code == 1, ended.out + ended.err);
    const QJsonArray failures = tests::stageOf(m_program->result(item), u"test"_s)["falhas"_L1].toArray();
    QCOMPARE(failures.size(), 1);
    const QString said = failures[0]["mensagem"_L1].toString();
    QVERIFY2(said.contains("found=null "_L1), qPrintable(said));
    QVERIFY2(said.contains("PATH"_L1) && !said.contains("SECRET"_L1), qPrintable(said));
    QVERIFY2(!said.contains("processes=0"_L1), qPrintable(said));
    verifyNothingLeaked();
}

void TestSecrets::staysOutOfADeployment()
{
    const auto release = m_installation->makeRelease({.jestTest = "test('ok', () => {});\n"});
    m_installation->artefacts().inRemote({u"update-server-info"_s});
    m_program->add(u"validar"_s, release);
    const auto validated = runWatched();
    QVERIFY2(validated.code == 0, validated.out + validated.err);
    m_program->add(u"implantar"_s, release);
    const auto deployed = runWatched();
    QVERIFY2(deployed.code == 0, deployed.out + deployed.err);

    // All three secrets were used, and programs were there to be looked at.
    QVERIFY(std::ranges::any_of(m_proxy->requests(), &EngineProxy::isDeployment));
    QCOMPARE(m_workerServer->calls().size(), 1);
    QCOMPARE(m_workerServer->calls().first().status, 202);
    QVERIFY(std::ranges::any_of(
        m_git->requests(), [](const ReceivedRequest &request) { return !request.header("Authorization").isEmpty(); }));
    for (const QString &program : {u"prometheus-pipeline"_s, u"git"_s, u"node"_s})
        QVERIFY2(m_programs.contains(program), qPrintable(QStringList(m_programs.values()).join(u' ')));

    for (const QStringList &arguments :
         {QStringList{u"credential"_s, u"list"_s}, QStringList{u"credential"_s, u"list"_s, u"--format"_s, u"json"_s},
          QStringList{u"audit"_s, u"log"_s, u"--format"_s, u"json"_s},
          QStringList{u"release"_s, u"show"_s, release.ref(), u"--format"_s, u"json"_s}}) {
        const auto ended = m_program->run(arguments);
        const bool needsKeychain = arguments.first() == "credential"_L1; // which a machine without a desktop has not
        QVERIFY2(ended.code == 0 || (needsKeychain && ended.code == 3),
                 qPrintable(arguments.join(u' ') + u": %1"_s.arg(ended.code)));
        QVERIFY(!ended.out.isEmpty());
        m_shown += ended.out + ended.err;
    }
    verifyNothingLeaked();
}

void TestSecrets::staysOutOfWhatTheEngineRepeats_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("code");
    QTest::newRow("in a verdict") << 400 << 1;
    QTest::newRow("in its own trouble") << 500 << 3;
}

void TestSecrets::staysOutOfWhatTheEngineRepeats()
{
    QFETCH(int, status);
    QFETCH(int, code);
    m_proxy->setInstead([&](const ReceivedRequest &request) -> std::optional<Answer> {
        if (!EngineProxy::isDeployment(request))
            return std::nullopt;
        const QByteArray type = status == 400 ? "RestException" : "java.lang.OutOfMemoryError";
        return Answer::json("{\"type\":\"" + type + "\",\"message\":\"I was sent " + request.header("Authorization")
                                + " which is " + m_password + "\"}",
                            status);
    });
    const auto release = m_installation->makeRelease({.worker = false});
    m_installation->artefacts().inRemote({u"update-server-info"_s});
    m_program->add(u"validar"_s, release);
    QCOMPARE(runWatched().code, 0);
    m_program->add(u"implantar"_s, release);
    const auto ended = runWatched();
    m_proxy->setInstead({});
    QVERIFY2(ended.code == code, ended.out + ended.err);
    QVERIFY2((ended.out + ended.err).contains("I was sent Basic … which is …"), ended.out + ended.err);
    verifyNothingLeaked();
}

void TestSecrets::verifyNothingLeaked()
{
    const QByteArrayList secrets = needles();
    const auto leaks = [&](const QByteArray &text) {
        return std::ranges::any_of(secrets, [&](const QByteArray &needle) { return text.contains(needle); });
    };
    QVERIFY2(!leaks(m_shown), "the program printed a secret");
    QStringList leaking;
    QMap<QString, qsizetype> sizes;
    for (const QString &folder : {m_installation->path({}), m_home.path()}) {
        QDirIterator entries(folder, QDir::Files | QDir::Hidden | QDir::NoSymLinks, QDirIterator::Subdirectories);
        while (entries.hasNext()) {
            const QString file = entries.next();
            const QByteArray bytes = contents(file);
            sizes.insert(file, bytes.size());
            if (leaks(bytes))
                leaking << file;
        }
    }
    QCOMPARE(leaking, QStringList());
    QVERIFY2(sizes.size() > 20, "the folders hold less than a run leaves there");
    const QString database = m_installation->backlogFile();
    for (const QString &file : {m_installation->configurationFile(), database, database + u"-wal"_s})
        QVERIFY2(sizes.value(file) > 0, qPrintable(file + u" was not searched"_s));

    // A value may be cut into pieces by the pages of the database's file.
    const auto tables = m_reader->run(u"select name from sqlite_master where type = 'table' "
                                      "and sql not like 'create virtual%'"_s);
    VERIFY_RESULT(tables);
    QVERIFY(tables->size() > 5);
    for (const QVariantList &table : *tables) {
        const auto rows = m_reader->run(u"select * from \"%1\""_s.arg(table.first().toString()));
        VERIFY_RESULT(rows);
        for (const QVariantList &row : *rows) {
            for (const QVariant &value : row)
                QVERIFY2(!leaks(value.toByteArray()), qPrintable(table.first().toString()));
        }
    }
    // The search has closed the database's files, and with them this process's locks are gone.
    m_reader.reset();
}

QTEST_GUILESS_MAIN(TestSecrets)
#include "tst_secrets.moc"
