// SPDX-License-Identifier: Apache-2.0
#include "workers/workerchecks.h"

#include "support/resultchecks.h"
#include "workerrepository.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <atomic>
#include <cstddef>
#include <cstring>
#include <thread>

#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace pipeline;
using process::Sandbox;
using workers::WorkerChecks;

namespace {

constexpr auto secret = "planted-secret-c0ffee";

} // namespace

/// Listens like a message bus, and like a server of this network, and greets whoever comes.
class Listeners {
public:
    Listeners(const QString &busPath, const QString &abstractName)
    {
        sockaddr_un bus{};
        bus.sun_family = AF_UNIX;
        const QByteArray path = QFile::encodeName(busPath);
        std::memcpy(bus.sun_path, path.constData(), size_t(path.size()));
        listenOn(AF_UNIX, reinterpret_cast<sockaddr *>(&bus), sizeof bus);

        sockaddr_un abstractBus{};
        abstractBus.sun_family = AF_UNIX;
        const QByteArray name = abstractName.toUtf8();
        std::memcpy(abstractBus.sun_path + 1, name.constData(), size_t(name.size()));
        listenOn(AF_UNIX, reinterpret_cast<sockaddr *>(&abstractBus),
                 socklen_t(offsetof(sockaddr_un, sun_path) + 1 + size_t(name.size())));

        sockaddr_in local{};
        local.sin_family = AF_INET;
        local.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        listenOn(AF_INET, reinterpret_cast<sockaddr *>(&local), sizeof local);
        socklen_t size = sizeof local;
        getsockname(m_sockets.back().fd, reinterpret_cast<sockaddr *>(&local), &size);
        m_port = ntohs(local.sin_port);
        m_thread = std::jthread([this](const std::stop_token &stop) { greet(stop); });
    }

    ~Listeners()
    {
        m_thread.request_stop();
        m_thread.join();
        for (const pollfd &socket : m_sockets)
            close(socket.fd);
    }

    int port() const { return m_port; }

private:
    void listenOn(int family, const sockaddr *address, socklen_t size)
    {
        const int socket = ::socket(family, SOCK_STREAM | SOCK_CLOEXEC, 0);
        QVERIFY(bind(socket, address, size) == 0);
        QVERIFY(listen(socket, 10) == 0);
        m_sockets.push_back({socket, POLLIN, 0});
    }

    void greet(const std::stop_token &stop)
    {
        while (!stop.stop_requested())
            if (poll(m_sockets.data(), m_sockets.size(), 50) > 0)
                for (const pollfd &socket : m_sockets)
                    if (socket.revents != 0) {
                        const int guest = accept4(socket.fd, nullptr, nullptr, SOCK_CLOEXEC);
                        send(guest, "hello", 5, MSG_NOSIGNAL);
                        close(guest);
                    }
    }

    std::vector<pollfd> m_sockets;
    int m_port = 0;
    std::jthread m_thread;
};

/// What strangers' code reaches from a worker's test and from an install script.
class TestConfinement : public QObject {
    Q_OBJECT

    QTemporaryDir m_home;
    std::unique_ptr<Listeners> m_listeners;
    QString m_abstractBus;

    void addTargets(WorkerRepository &repository, const QString &folder) const
    {
        const QJsonObject targets{{u"home"_s, m_home.path()},
                                  {u"backlog"_s, m_home.filePath(u"backlog.sqlite"_s)},
                                  {u"bus"_s, m_home.filePath(u"runtime/bus"_s)},
                                  {u"abstractBus"_s, m_abstractBus},
                                  {u"port"_s, m_listeners->port()},
                                  {u"secret"_s, QString::fromLatin1(secret)},
                                  {u"process"_s, QCoreApplication::applicationPid()},
                                  {u"program"_s, u"tst_confinement"_s}};
        repository.write(folder + u"/targets.json"_s, QJsonDocument(targets).toJson());
        repository.addFixture(u"probe.js"_s, folder);
    }

    static QJsonObject reached(const WorkerRepository &repository, const QString &folder)
    {
        return QJsonDocument::fromJson(repository.read(folder + u"/reached.json"_s)).object();
    }

    /// Runs the probe from a test of Jest.
    void fromATest(const Sandbox &sandbox, QJsonObject &result)
    {
        WorkerRepository repository;
        repository.addPackage(u"w"_s);
        addTargets(repository, u"w"_s);
        repository.write(u"w/probe.test.js"_s,
                         "test('probe', async () => { await require('./probe')(__dirname); }, 60000);\n");
        const WorkerChecks checks(sandbox, WorkerRepository::cacheFolder());
        INSTALL_OR_SKIP(checks, repository.checkout({u"w"_s}));
        const auto run = checks.test(repository.checkout({u"w"_s}), {}, {});
        VERIFY_RESULT(run);
        QVERIFY2(run->totals.passed == 1,
                 qPrintable(run->problem + (run->cases.isEmpty() ? QString() : run->cases[0].message)));
        result = reached(repository, u"w"_s);
    }

    /// Runs the probe from an install script.
    void fromAnInstall(const Sandbox &sandbox, QJsonObject &result)
    {
        WorkerRepository repository;
        addTargets(repository, u"w"_s);
        repository.write(u"w/local/package.json"_s, R"({"name": "local", "version": "1.0.0"})");
        repository.write(u"w/package.json"_s,
                         R"({"name": "w", "version": "1.0.0", "scripts": {"preinstall": "node probe.js"},
                             "dependencies": {"local": "file:local"}})");
        repository.write(u"w/package-lock.json"_s,
                         R"({"name": "w", "version": "1.0.0", "lockfileVersion": 3, "packages": {
                             "": {"name": "w", "version": "1.0.0", "hasInstallScript": true,
                                  "dependencies": {"local": "file:local"}},
                             "local": {"version": "1.0.0"},
                             "node_modules/local": {"resolved": "local", "link": true}}})");
        const WorkerChecks checks(sandbox, WorkerRepository::cacheFolder());
        VERIFY_RESULT(checks.install(repository.checkout({u"w"_s}), {}, {}));
        result = reached(repository, u"w"_s);
    }

private slots:
    void initTestCase()
    {
        if (Sandbox::detect().kind() != Sandbox::Kind::Bubblewrap)
            QSKIP(qPrintable(Sandbox::detect().warning()));
        QFile settings(m_home.filePath(u".npmrc"_s));
        QVERIFY(settings.open(QIODevice::WriteOnly));
        settings.write("//registry.example/:_authToken=planted-token\n");
        QFile backlog(m_home.filePath(u"backlog.sqlite"_s));
        QVERIFY(backlog.open(QIODevice::WriteOnly));
        backlog.write("planted backlog");
        QVERIFY(QDir(m_home.path()).mkdir(u"runtime"_s));
        m_abstractBus = u"pipeline-test-bus-%1"_s.arg(QCoreApplication::applicationPid());
        m_listeners = std::make_unique<Listeners>(m_home.filePath(u"runtime/bus"_s), m_abstractBus);
        qputenv("XDG_RUNTIME_DIR", m_home.filePath(u"runtime"_s).toLocal8Bit());
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + m_home.filePath(u"runtime/bus"_s).toLocal8Bit());
        qputenv("SSH_AUTH_SOCK", m_home.filePath(u"runtime/bus"_s).toLocal8Bit());
        qputenv("PIPELINE_SECRET_CAMUNDA_PRODUCAO", secret);
        qputenv("NPM_TOKEN", secret);
    }

    void theProbeWouldFindThem()
    {
        QJsonObject result;
        fromATest(Sandbox(Sandbox::Kind::None), result);
        QCOMPARE(result["home"_L1].toString(), u"//registry.example/:_authToken=planted-token\n"_s);
        QCOMPARE(result["backlog"_L1].toString(), u"planted backlog"_s);
        QCOMPARE(result["changedBacklog"_L1], QJsonValue(true));
        QCOMPARE(result["bus"_L1].toString(), u"hello"_s);
        QCOMPARE(result["network"_L1].toString(), u"hello"_s);
        QCOMPARE(result["runtime"_L1], QJsonValue(true));
        QCOMPARE(result["processes"_L1], QJsonValue(true));
        if (result["abstractBus"_L1].toString() == "no perl"_L1)
            QSKIP("needs perl to reach an abstract socket");
        QCOMPARE(result["abstractBus"_L1].toString(), u"hello"_s);
        // Even without a sandbox no child gets our variables.
        QCOMPARE(result["variables"_L1].toArray(), QJsonArray());
    }

    void aTestReachesNothing()
    {
        QJsonObject result;
        fromATest(Sandbox::detect(), result);
        for (const auto &target :
             {"home"_L1, "backlog"_L1, "changedBacklog"_L1, "bus"_L1, "abstractBus"_L1, "network"_L1, "runtime"_L1})
            QVERIFY2(result[target].isNull(), target.data());
        QCOMPARE(result["variables"_L1].toArray(), QJsonArray());
        QCOMPARE(result["secrets"_L1], QJsonValue(false));
        QCOMPARE(result["processes"_L1], QJsonValue(false));
    }

    void anInstallReachesNothingButTheNetwork()
    {
        QJsonObject result;
        fromAnInstall(Sandbox::detect(), result);
        QVERIFY(!result.isEmpty());
        QCOMPARE(result["network"_L1].toString(), u"hello"_s);
        for (const auto &target :
             {"home"_L1, "backlog"_L1, "changedBacklog"_L1, "bus"_L1, "abstractBus"_L1, "runtime"_L1})
            QVERIFY2(result[target].isNull(), target.data());
        QCOMPARE(result["variables"_L1].toArray(), QJsonArray());
        QCOMPARE(result["secrets"_L1], QJsonValue(false));
        QCOMPARE(result["processes"_L1], QJsonValue(false));
    }

    void anOwnUserReachesLess()
    {
        if (geteuid() != 0)
            QSKIP("needs root to become another user");
        // Everybody may pass to the cache of this test, as the documentation of the own user demands.
        QTemporaryDir cache;
        QFile::setPermissions(cache.path(), QFile::permissions(cache.path()) | QFile::ExeOther | QFile::ReadOther);
        WorkerRepository repository;
        addTargets(repository, u"w"_s);
        repository.write(u"w/package.json"_s,
                         R"({"name": "w", "version": "1.0.0", "dependencies": {"local": "file:local"},
                                                  "scripts": {"preinstall": "node probe.js"}})");
        repository.write(u"w/local/package.json"_s, R"({"name": "local", "version": "1.0.0"})");
        repository.write(u"w/package-lock.json"_s,
                         R"({"name": "w", "version": "1.0.0", "lockfileVersion": 3, "packages": {
                             "": {"name": "w", "version": "1.0.0", "dependencies": {"local": "file:local"}},
                             "local": {"version": "1.0.0"},
                             "node_modules/local": {"resolved": "local", "link": true}}})");
        QFile::setPermissions(repository.path(),
                              QFile::permissions(repository.path()) | QFile::ExeOther | QFile::ReadOther);
        const WorkerChecks checks(Sandbox(Sandbox::Kind::OwnUser), cache.path());
        VERIFY_RESULT(checks.install(repository.checkout({u"w"_s}), {}, {}));
        const QJsonObject result = reached(repository, u"w"_s);
        QVERIFY(!result.isEmpty());
        for (const auto &target : {"home"_L1, "backlog"_L1, "changedBacklog"_L1, "bus"_L1, "runtime"_L1})
            QVERIFY2(result[target].isNull(), target.data());
        QCOMPARE(result["variables"_L1].toArray(), QJsonArray());
        QCOMPARE(result["secrets"_L1], QJsonValue(false));
    }
};

QTEST_GUILESS_MAIN(TestConfinement)
#include "tst_confinement.moc"
