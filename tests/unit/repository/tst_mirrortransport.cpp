// SPDX-License-Identifier: Apache-2.0
#include "repository/mirror.h"
#include "support/faultserver.h"
#include "support/gitrepository.h"
#include "support/resultchecks.h"
#include "support/testcertificates.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTcpServer>
#include <QTemporaryDir>

#include <thread>

using namespace Qt::StringLiterals;
using namespace pipeline;
using namespace pipeline::repository;
using tests::Answer;
using tests::FaultServer;
using tests::GitRepository;
using tests::ReceivedRequest;

namespace {

const QByteArray token = "t0ken-marker-5f2c";
const QByteArray basicToken = "Basic " + ("x-access-token:" + token).toBase64();

/// The processes whose command line or environment holds \a word.
QStringList processesShowing(const QByteArray &word)
{
    QStringList found;
    for (const QString &process : QDir(u"/proc"_s).entryList({u"[0-9]*"_s}, QDir::Dirs))
        for (const QString &name : {u"cmdline"_s, u"environ"_s}) {
            QFile file(u"/proc/%1/%2"_s.arg(process, name));
            if (file.open(QIODevice::ReadOnly) && file.readAll().contains(word))
                found << file.fileName();
        }
    return found;
}

bool isRunning(const QByteArray &pid)
{
    QFile status(u"/proc/%1/stat"_s.arg(QString::fromLatin1(pid.trimmed())));
    if (!status.open(QIODevice::ReadOnly))
        return false;
    const QByteArray content = status.readAll();
    return content.mid(content.lastIndexOf(')') + 2, 1) != "Z";
}

/// Serves a bare repository's files to whom has the token, as a plain web server would.
FaultServer::Handler guarded(const QString &folder, const std::function<void()> &whenAuthorised = [] {})
{
    return [=](const ReceivedRequest &request) {
        if (request.header("Authorization").isEmpty())
            return Answer{.status = 401, .headers = {{"WWW-Authenticate", "Basic realm=\"git\""}}};
        if (request.header("Authorization") != basicToken)
            return Answer{.status = 403};
        whenAuthorised();
        QFile file(folder + QString::fromUtf8(request.path()));
        if (!file.open(QIODevice::ReadOnly))
            return Answer{.status = 404};
        return Answer{.body = file.readAll()};
    };
}

} // namespace

class tst_MirrorTransport : public QObject {
    Q_OBJECT

private slots:
    void init();
    void tokenGoesToTheServerOnly();
    void tokenIsAskedForAtEachCall();
    void tokenKeepsTheAddressesUser();
    void wrongTokenIsTriedOnce();
    void tokenIsNotSentElsewhere();
    void tokenIsNotSentInTheClear();
    void tokenOfTwoLinesIsRefused();
    void httpErrors_data();
    void httpErrors();
    void untrustedCertificate();
    void unreachableServers_data();
    void unreachableServers();
    void sshErrors_data();
    void sshErrors();
    void sshAsksNothing();
    void usersSshCommandIsKept();
    void childrenSeeNoSecrets();
    void aHangingFetchCanBeCancelled();
    void aWaitingFetchCanBeCancelled();
    void severalProcessesShareAMirror();
    void aKilledProcessHoldsNothingUp();

private:
    Mirror mirror(const QString &url, const QByteArray &secret = {}) const
    {
        return Mirror({u"workers"_s, url, u"main"_s, credentials::Secret(secret)}, m_folder->filePath(u"mirror.git"_s));
    }
    /// A program called "ssh" that comes first in PATH; it runs \a script and finds the test's folder in $FOLDER.
    void installSsh(const QByteArray &script) const;
    QByteArray bytes(const QString &name) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<GitRepository> m_repository;
    QByteArray m_path = qgetenv("PATH");
    std::stop_token m_never;
};

void tst_MirrorTransport::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    GitRepository::isolate(m_folder->path());
    qputenv("PATH", m_path);
    m_repository = std::make_unique<GitRepository>(m_folder->path());
}

void tst_MirrorTransport::installSsh(const QByteArray &script) const
{
    QFile ssh(m_folder->filePath(u"bin/ssh"_s));
    QVERIFY(QDir().mkpath(m_folder->filePath(u"bin"_s)));
    QVERIFY(ssh.open(QIODevice::WriteOnly));
    ssh.write("#!/bin/sh\nFOLDER='" + QFile::encodeName(m_folder->path()) + "'\n" + script);
    QVERIFY(ssh.setPermissions(ssh.permissions() | QFile::ExeOwner));
    qputenv("PATH", QFile::encodeName(m_folder->filePath(u"bin"_s)) + ':' + m_path);
}

QByteArray tst_MirrorTransport::bytes(const QString &name) const
{
    QFile file(m_folder->filePath(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void tst_MirrorTransport::tokenGoesToTheServerOnly()
{
    const QString commit = m_repository->commit();
    m_repository->push();
    m_repository->inRemote({u"update-server-info"_s});
    FaultServer server;
    QStringList showing;
    server.setHandler(
        guarded(m_folder->path(), [&] { showing << processesShowing(token) << processesShowing(token.toBase64()); }));
    VERIFY_RESULT(mirror(server.url(u"/remote.git"_s).toString(), token).fetch(m_never));
    VERIFY_RESULT(mirror({}).resolve(commit, m_never));
    const auto requests = server.requests();
    QVERIFY(std::ranges::any_of(
        requests, [](const ReceivedRequest &request) { return request.header("Authorization") == basicToken; }));
    QCOMPARE(showing, QStringList());

    QProcess search;
    search.start(u"grep"_s, {u"-rl"_s, QString::fromLatin1(token), m_folder->filePath(u"mirror.git"_s)});
    QVERIFY(search.waitForFinished());
    QCOMPARE(search.readAllStandardOutput(), "");
}

/// It may be stored, or the keychain unlocked, while the program runs.
void tst_MirrorTransport::tokenIsAskedForAtEachCall()
{
    m_repository->commit();
    m_repository->push();
    m_repository->inRemote({u"update-server-info"_s});
    FaultServer server;
    server.setHandler(guarded(m_folder->path()));
    QList<Result<std::optional<credentials::Secret>>> answers{
        fail(ErrorCode::KeychainUnavailable, u"The keychain is locked"_s), std::optional<credentials::Secret>(),
        std::optional(credentials::Secret(token))};
    Mirror mirror({u"workers"_s, server.url(u"/remote.git"_s).toString(), u"main"_s, {}},
                  m_folder->filePath(u"mirror.git"_s), [&](std::stop_token) { return answers.takeFirst(); });
    // The user's own git set-up is tried, and does not do here.
    const auto locked = mirror.fetch(m_never);
    COMPARE_ERROR(locked, ErrorCode::KeychainUnavailable);
    QVERIFY(locked.error().text().contains("The keychain is locked"_L1));
    COMPARE_ERROR(mirror.fetch(m_never), ErrorCode::Unauthorized);
    VERIFY_RESULT(mirror.fetch(m_never));
    QCOMPARE(answers.size(), 0);
}

void tst_MirrorTransport::tokenKeepsTheAddressesUser()
{
    FaultServer server;
    server.setHandler(guarded(m_folder->path()));
    QUrl url = server.url(u"/remote.git"_s);
    url.setUserName(u"maria"_s);
    COMPARE_ERROR(mirror(url.toString(), token).fetch(m_never), ErrorCode::Unauthorized);
    QCOMPARE(server.requests().last().header("Authorization"), "Basic " + ("maria:" + token).toBase64());
}

void tst_MirrorTransport::wrongTokenIsTriedOnce()
{
    FaultServer server;
    server.setHandler([](const ReceivedRequest &) {
        return Answer{.status = 401, .headers = {{"WWW-Authenticate", "Basic realm=\"git\""}}};
    });
    const auto fetched = mirror(server.url(u"/remote.git"_s).toString(), token).fetch(m_never);
    COMPARE_ERROR(fetched, ErrorCode::Unauthorized);
    QVERIFY(!fetched.error().text().contains(QString::fromLatin1(token)));
    QVERIFY2(fetched.error().hint.contains("credential set git.workers"_L1), qPrintable(fetched.error().hint));
    const auto requests = server.requests();
    QCOMPARE(std::ranges::count_if(
                 requests, [](const ReceivedRequest &request) { return !request.header("Authorization").isEmpty(); }),
             1);
    COMPARE_ERROR(mirror(server.url(u"/remote.git"_s).toString()).fetch(m_never), ErrorCode::Unauthorized);
}

void tst_MirrorTransport::tokenIsNotSentElsewhere()
{
    FaultServer other;
    other.setHandler(guarded(m_folder->path()));
    FaultServer server;
    server.setHandler([&](const ReceivedRequest &request) {
        return Answer{.status = 302,
                      .headers = {{"Location", other.url({}, u"localhost"_s).toEncoded() + request.target}}};
    });
    COMPARE_ERROR(mirror(server.url(u"/remote.git"_s).toString(), token).fetch(m_never), ErrorCode::Unauthorized);
    QVERIFY(!other.requests().isEmpty());
    for (const ReceivedRequest &request : other.requests())
        QCOMPARE(request.header("Authorization"), "");
}

void tst_MirrorTransport::tokenIsNotSentInTheClear()
{
    const auto fetched = mirror(u"http://git.example.invalid/remote.git"_s, token).fetch(m_never);
    COMPARE_ERROR(fetched, ErrorCode::Refused);
    QVERIFY(fetched.error().text().contains("https"_L1));
    QVERIFY(!fetched.error().text().contains(QString::fromLatin1(token)));
}

void tst_MirrorTransport::tokenOfTwoLinesIsRefused()
{
    const auto fetched =
        mirror(u"https://git.example.invalid/remote.git"_s, token + "\nurl=http://evil.example").fetch(m_never);
    COMPARE_ERROR(fetched, ErrorCode::InvalidInput);
    QVERIFY(!fetched.error().text().contains(QString::fromLatin1(token)));
}

void tst_MirrorTransport::httpErrors_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("forbidden") << 403 << ErrorCode::Unauthorized;
    QTest::newRow("not found") << 404 << ErrorCode::NotFound;
    QTest::newRow("too many") << 429 << ErrorCode::Unreachable;
    QTest::newRow("broken") << 500 << ErrorCode::Unreachable;
    QTest::newRow("away") << 503 << ErrorCode::Unreachable;
}

void tst_MirrorTransport::httpErrors()
{
    QFETCH(int, status);
    QFETCH(ErrorCode, code);
    FaultServer server;
    server.setHandler([=](const ReceivedRequest &) { return Answer{.status = status}; });
    QUrl url = server.url(u"/remote.git"_s);
    url.setUserName(u"maria"_s);
    url.setPassword(u"hunter2"_s);
    const auto fetched = mirror(url.toString()).fetch(m_never);
    COMPARE_ERROR(fetched, code);
    QVERIFY2(fetched.error().message.contains(server.url(u"/remote.git"_s).toString()),
             qPrintable(fetched.error().text()));
    QVERIFY(!fetched.error().text().contains("hunter2"_L1));
}

void tst_MirrorTransport::untrustedCertificate()
{
    tests::TestCertificates certificates;
    QVERIFY(certificates.isValid());
    FaultServer server(certificates.selfSigned());
    const auto fetched = mirror(server.url(u"/remote.git"_s).toString()).fetch(m_never);
    COMPARE_ERROR(fetched, ErrorCode::Refused);
    QVERIFY2(fetched.error().text().contains("certificate"_L1), qPrintable(fetched.error().text()));
}

void tst_MirrorTransport::unreachableServers_data()
{
    QTcpServer closed;
    QVERIFY(closed.listen(QHostAddress::LocalHost));
    QTest::addColumn<QString>("url");
    QTest::newRow("refused") << u"http://127.0.0.1:%1/remote.git"_s.arg(closed.serverPort());
    QTest::newRow("refused, git protocol") << u"git://127.0.0.1:%1/remote.git"_s.arg(closed.serverPort());
    QTest::newRow("no such host") << u"https://git.example.invalid/remote.git"_s;
}

void tst_MirrorTransport::unreachableServers()
{
    QFETCH(QString, url);
    COMPARE_ERROR(mirror(url).fetch(m_never), ErrorCode::Unreachable);
    COMPARE_ERROR(mirror(url).head(m_never), ErrorCode::Unreachable);
}

void tst_MirrorTransport::sshErrors_data()
{
    QTest::addColumn<QByteArray>("words");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("key") << QByteArray("git@github.com: Permission denied (publickey).") << ErrorCode::Unauthorized;
    QTest::newRow("host key") << QByteArray("Host key verification failed.") << ErrorCode::Refused;
    QTest::newRow("host name") << QByteArray("ssh: Could not resolve hostname github.com: Name or service not known")
                               << ErrorCode::Unreachable;
    QTest::newRow("refused") << QByteArray("ssh: connect to host github.com port 22: Connection refused")
                             << ErrorCode::Unreachable;
    QTest::newRow("time") << QByteArray("ssh: connect to host github.com port 22: Connection timed out")
                          << ErrorCode::Unreachable;
    QTest::newRow("repository") << QByteArray("ERROR: Repository not found.") << ErrorCode::NotFound;
    QTest::newRow("write") << QByteArray("ERROR: Permission to a/b.git denied to c.") << ErrorCode::Unauthorized;
    QTest::newRow("silence") << QByteArray() << ErrorCode::Unreachable;
}

void tst_MirrorTransport::sshErrors()
{
    QFETCH(QByteArray, words);
    QFETCH(ErrorCode, code);
    installSsh("echo '" + words + "' >&2\nexit 255\n");
    COMPARE_ERROR(mirror(u"git@github.com:a/b.git"_s).fetch(m_never), code);
    COMPARE_ERROR(mirror(u"ssh://git@github.com/a/b.git"_s).head(m_never), code);
}

void tst_MirrorTransport::sshAsksNothing()
{
    installSsh("echo \"$@\" > \"$FOLDER/arguments\"\nexit 255\n");
    QVERIFY(!mirror(u"git@github.com:a/b.git"_s).fetch(m_never));
    QVERIFY2(bytes(u"arguments"_s).contains("BatchMode=yes"), bytes(u"arguments"_s).constData());
}

void tst_MirrorTransport::usersSshCommandIsKept()
{
    installSsh("echo \"$@\" > \"$FOLDER/arguments\"\nexit 255\n");
    QFile settings(m_folder->filePath(u"gitconfig"_s));
    QVERIFY(settings.open(QIODevice::WriteOnly));
    settings.write("[core]\n\tsshCommand = ssh -i /configured\n");
    settings.close();
    QVERIFY(!mirror(u"git@github.com:a/b.git"_s).fetch(m_never));
    QVERIFY2(bytes(u"arguments"_s).startsWith("-i /configured"), bytes(u"arguments"_s).constData());
    qputenv("GIT_SSH_COMMAND", "ssh -i /variable");
    QVERIFY(!mirror(u"git@github.com:a/b.git"_s).fetch(m_never));
    QVERIFY2(bytes(u"arguments"_s).startsWith("-i /variable"), bytes(u"arguments"_s).constData());
}

void tst_MirrorTransport::childrenSeeNoSecrets()
{
    installSsh("env > \"$FOLDER/variables\"\nexit 255\n");
    qputenv("CAMUNDA_PASS", "hunter2");
    qputenv("PIPELINE_SECRET_GITHUB", "hunter2");
    qputenv("GIT_DIR", "/elsewhere");
    QVERIFY(!mirror(u"git@github.com:a/b.git"_s, token).fetch(m_never));
    for (const char *name : {"CAMUNDA_PASS", "PIPELINE_SECRET_GITHUB", "GIT_DIR"})
        qunsetenv(name);
    const QByteArray variables = bytes(u"variables"_s);
    QVERIFY(variables.contains("\nHOME=") || variables.startsWith("HOME="));
    QVERIFY2(!variables.contains("hunter2") && !variables.contains("/elsewhere") && !variables.contains(token),
             variables.constData());
}

void tst_MirrorTransport::aHangingFetchCanBeCancelled()
{
    installSsh("echo $$ > \"$FOLDER/new\"\nmv \"$FOLDER/new\" \"$FOLDER/pid\"\nexec sleep 600\n");
    std::stop_source stop;
    Result<void> fetched;
    std::jthread fetching([&] { fetched = mirror(u"git@github.com:a/b.git"_s).fetch(stop.get_token()); });
    QTRY_VERIFY(!bytes(u"pid"_s).isEmpty());
    stop.request_stop();
    fetching.join();
    COMPARE_ERROR(fetched, ErrorCode::Cancelled);
    QTRY_VERIFY(!isRunning(bytes(u"pid"_s)));
    QVERIFY(!QFile::exists(m_folder->filePath(u"mirror.git.lock"_s)));
}

void tst_MirrorTransport::aWaitingFetchCanBeCancelled()
{
    installSsh("touch \"$FOLDER/started\"\nexec sleep 600\n");
    std::stop_source stop;
    std::jthread hanging([&] { (void)mirror(u"git@github.com:a/b.git"_s).fetch(stop.get_token()); });
    QTRY_VERIFY(QFile::exists(m_folder->filePath(u"started"_s)));
    std::stop_source stopWaiting;
    Result<void> fetched;
    std::jthread waiting([&] { fetched = mirror(m_repository->remote()).fetch(stopWaiting.get_token()); });
    stopWaiting.request_stop();
    waiting.join();
    COMPARE_ERROR(fetched, ErrorCode::Cancelled);
    stop.request_stop();
}

void tst_MirrorTransport::severalProcessesShareAMirror()
{
    for (int round = 0; round < 3; ++round) {
        const QString commit = m_repository->commit();
        m_repository->push();
        m_repository->push(u"HEAD:refs/heads/branch-%1"_s.arg(round));
        std::vector<std::unique_ptr<QProcess>> processes;
        for (int i = 0; i < 4; ++i) {
            processes.push_back(std::make_unique<QProcess>());
            processes.back()->setProcessChannelMode(QProcess::MergedChannels);
            processes.back()->start(
                QCoreApplication::applicationFilePath(),
                {u"resolve"_s, m_repository->remote(), m_folder->filePath(u"mirror.git"_s), commit});
        }
        for (const auto &process : processes) {
            QVERIFY(process->waitForFinished(60'000));
            QVERIFY2(process->exitCode() == 0, process->readAll().constData());
        }
    }
}

void tst_MirrorTransport::aKilledProcessHoldsNothingUp()
{
    const QString commit = m_repository->commit();
    m_repository->push();
    installSsh("touch \"$FOLDER/started\"\ncat > /dev/null\n");
    QProcess killed;
    killed.start(QCoreApplication::applicationFilePath(),
                 {u"resolve"_s, u"git@github.com:a/b.git"_s, m_folder->filePath(u"mirror.git"_s), commit});
    QTRY_VERIFY(QFile::exists(m_folder->filePath(u"started"_s)));
    killed.kill();
    QVERIFY(killed.waitForFinished());
    QVERIFY(QFile::exists(m_folder->filePath(u"mirror.git.lock"_s)));
    VERIFY_RESULT(mirror(m_repository->remote()).resolve(commit, m_never));
}

/// The program is its own second process: resolve URL FOLDER SHA.
int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    if (arguments.value(1) == "resolve"_L1) {
        Mirror mirror({u"workers"_s, arguments.at(2), u"main"_s, {}}, arguments.at(3));
        const auto fetched = mirror.fetch({});
        const auto resolved = mirror.resolve(arguments.at(4), {});
        if (!fetched || !resolved)
            qWarning().noquote() << (fetched ? resolved.error() : fetched.error()).text();
        return fetched && resolved ? 0 : 1;
    }
    tst_MirrorTransport test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_mirrortransport.moc"
