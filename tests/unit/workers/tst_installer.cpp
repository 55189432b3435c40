// SPDX-License-Identifier: Apache-2.0
#include "workers/installer.h"
#include "workers/workerchecks.h"

#include "support/resultchecks.h"
#include "workerrepository.h"

#include <QProcess>

#include <thread>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace pipeline;
using process::Sandbox;
using workers::WorkerChecks;

/// A package whose one dependency is a folder beside it, so that no registry is needed.
static void addLocalPackage(WorkerRepository &repository, const QByteArray &scripts)
{
    repository.write(u"comum/package.json"_s, R"({"name": "comum", "version": "1.0.0"})");
    repository.write(u"w/package.json"_s,
                     R"({"name": "w", "version": "1.0.0", "scripts": {)" + scripts
                         + R"(}, "dependencies": {"comum": "file:../comum"}})");
    repository.write(u"w/package-lock.json"_s, R"({"name": "w", "version": "1.0.0", "lockfileVersion": 3, "packages": {
        "": {"name": "w", "version": "1.0.0", "dependencies": {"comum": "file:../comum"}},
        "../comum": {"version": "1.0.0"}, "node_modules/comum": {"resolved": "../comum", "link": true}}})");
}

class TestInstaller : public QObject {
    Q_OBJECT

    const Sandbox m_sandbox = Sandbox::detect();
    QTemporaryDir m_cache;

    Result<void> install(const WorkerRepository &repository, const QString &artefact,
                         const workers::LogLine &log = {}) const
    {
        return WorkerChecks(m_sandbox, m_cache.path()).install(repository.checkout({artefact}), log, {});
    }

private slots:
    void withoutLockFile()
    {
        WorkerRepository repository;
        repository.write(u"w/package.json"_s, R"({"dependencies": {"a": "1.0.0"}})");
        const auto installed = install(repository, u"w"_s);
        COMPARE_ERROR(installed, ErrorCode::Refused);
        QVERIFY(installed.error().message.contains(u"package-lock.json"_s));
        QVERIFY(installed.error().hint.contains(u"npm install"_s));
    }

    void withoutDependencies()
    {
        WorkerRepository repository;
        repository.write(u"w/package.json"_s, R"({"name": "w"})");
        VERIFY_RESULT(install(repository, u"w"_s));
        QVERIFY(!QFile::exists(repository.path(u"w/node_modules"_s)));
    }

    void lockFileOfAnotherManifest()
    {
        WorkerRepository repository;
        addLocalPackage(repository, "");
        repository.write(u"w/package.json"_s, R"({"name": "w", "dependencies": {"outra": "file:../comum"}})");
        const auto installed = install(repository, u"w"_s);
        COMPARE_ERROR(installed, ErrorCode::Refused);
        QVERIFY2(installed.error().hint.contains(u"npm install"_s), qPrintable(installed.error().text()));
        QVERIFY2(installed.error().detail.contains(u"Missing: comum@1.0.0 from lock file"_s)
                     || installed.error().detail.contains(u"Missing: outra"_s),
                 qPrintable(installed.error().text()));
        QVERIFY2(!installed.error().detail.contains(u"Usage"_s), qPrintable(installed.error().text()));
    }

    void inTheCheckoutWhenTheLockIsNotAll()
    {
        WorkerRepository repository;
        addLocalPackage(repository, R"("postinstall": "echo x >> runs")");
        VERIFY_RESULT(install(repository, u"w"_s));
        QVERIFY(QFile::exists(repository.path(u"w/node_modules/comum/package.json"_s)));
        VERIFY_RESULT(install(repository, u"w"_s));
        QCOMPARE(repository.read(u"w/runs"_s), "x\n"); // once
    }

    void modulesThatTheCommitMadeALink()
    {
        WorkerRepository repository;
        addLocalPackage(repository, "");
        QTemporaryDir outside;
        QVERIFY(QFile::link(outside.path(), repository.path(u"w/node_modules"_s)));
        VERIFY_RESULT(install(repository, u"w"_s));
        QVERIFY(!QFileInfo(repository.path(u"w/node_modules"_s)).isSymLink());
        QVERIFY(QDir(outside.path()).isEmpty());
    }

    void scriptThatFails()
    {
        WorkerRepository repository;
        addLocalPackage(repository, R"("postinstall": "echo não deu >&2; exit 9")");
        const auto installed = install(repository, u"w"_s);
        COMPARE_ERROR(installed, ErrorCode::Refused);
        QVERIFY2(installed.error().detail.contains(u"não deu"_s), qPrintable(installed.error().text()));
    }

    void registryThatDoesNotAnswer()
    {
        WorkerRepository repository;
        repository.write(u"w/package.json"_s,
                         R"({"name": "w", "version": "1.0.0", "dependencies": {"longe": "1.0.0"}})");
        repository.write(u"w/package-lock.json"_s,
                         R"({"name": "w", "version": "1.0.0", "lockfileVersion": 3, "packages": {
            "": {"name": "w", "version": "1.0.0", "dependencies": {"longe": "1.0.0"}},
            "node_modules/longe": {"version": "1.0.0"}}})");
        repository.write(u"w/.npmrc"_s, "registry=http://127.0.0.1:9/\nfetch-retries=0\n");
        const auto installed = install(repository, u"w"_s);
        COMPARE_ERROR(installed, ErrorCode::Unreachable);
        QVERIFY(isTransient(installed.error().code));
        // Nothing half-made counts as installed.
        QVERIFY(
            QDir(m_cache.filePath(u"node_modules"_s)).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
    }

    void cancelled()
    {
        WorkerRepository repository;
        addLocalPackage(repository, R"("postinstall": "touch begun; sleep 1000")");
        std::stop_source source;
        const std::jthread watcher([&](const std::stop_token &over) {
            while (!over.stop_requested() && !QFile::exists(repository.path(u"w/begun"_s)))
                std::this_thread::sleep_for(10ms);
            source.request_stop();
        });
        const WorkerChecks checks(m_sandbox, m_cache.path());
        COMPARE_ERROR(checks.install(repository.checkout({u"w"_s}), {}, source.get_token()), ErrorCode::Cancelled);
        QVERIFY(QFile::exists(repository.path(u"w/begun"_s)));
    }

    void timeLimit()
    {
        WorkerRepository repository;
        addLocalPackage(repository, R"("postinstall": "sleep 1000")");
        const WorkerChecks checks(m_sandbox, m_cache.path(), {.install = 3s});
        const auto installed = checks.install(repository.checkout({u"w"_s}), {}, {});
        COMPARE_ERROR(installed, ErrorCode::TimedOut);
        QVERIFY2(installed.error().message.startsWith(u"npm w did not end within 3 s"_s),
                 qPrintable(installed.error().text()));
    }

    void cachedForTheNextCheckout()
    {
        const WorkerChecks checks(m_sandbox, WorkerRepository::cacheFolder());
        QStringList log;
        for (int round = 0; round < 2; ++round) {
            WorkerRepository repository;
            repository.addPackage(u"w"_s);
            INSTALL_OR_SKIP(checks, repository.checkout({u"w"_s}));
            log.clear();
            VERIFY_RESULT(checks.install(
                repository.checkout({u"w"_s}),
                [&](const QString &source, const QString &text) { log << source + u": "_s + text; }, {}));
        }
        QCOMPARE(log, QStringList{u"npm w: unchanged since its last install"_s});
    }

    void copiedWhereNothingCanBeMounted()
    {
        const WorkerChecks checks(Sandbox(Sandbox::Kind::None), m_cache.path());
        for (int round = 0; round < 2; ++round) {
            WorkerRepository repository;
            repository.write(u"w/package.json"_s,
                             R"({"name": "w", "version": "1.0.0", "dependencies": {"ms": "2.1.3"}})");
            repository.write(u"w/package-lock.json"_s,
                             R"({"name": "w", "version": "1.0.0", "lockfileVersion": 3, "packages": {
                "": {"name": "w", "version": "1.0.0", "dependencies": {"ms": "2.1.3"}}, "node_modules/ms": {"version": "2.1.3",
                "integrity": "sha512-6FlzubTLZG3J2a/NVCAleEhjzq5oxgHyaCU9yYXvcLsvoVaHJq/s5xXI6/XXP6tz7R9xAOtHnSO/tXtF3WRTlA=="}}})");
            INSTALL_OR_SKIP(checks, repository.checkout({u"w"_s}));
            // The second gets what was installed, not what a test of the first made of it.
            const QString manifest = u"w/node_modules/ms/package.json"_s;
            QVERIFY(repository.read(manifest).contains("2.1.3"));
            repository.write(manifest, "{}");
            VERIFY_RESULT(checks.install(repository.checkout({u"w"_s}), {}, {}));
            QCOMPARE(repository.read(manifest), "{}"); // not copied again
        }
    }

    void lintAndTestAsAnOwnUser()
    {
        if (geteuid() != 0)
            QSKIP("needs root to become another user");
        WorkerRepository repository;
        repository.addPackage(u"w"_s);
        repository.write(u"w/a.test.js"_s, "test('a', () => expect(process.getuid()).toBe(65534));\n");
        repository.write(u"w/eslint.config.js"_s, "module.exports = [{rules: {'no-undef': 'error'}}];\n");
        INSTALL_OR_SKIP(WorkerChecks(m_sandbox, WorkerRepository::cacheFolder()), repository.checkout({u"w"_s}));
        // That user has to be let through to the checkout and the cache.
        QTemporaryDir cache;
        for (const QString &folder : {cache.path(), repository.path()})
            QFile::setPermissions(folder, QFile::permissions(folder) | QFile::ReadOther | QFile::ExeOther);
        QCOMPARE(
            QProcess::execute(u"cp"_s, {u"-a"_s, WorkerRepository::cacheFolder() + u"/node_modules"_s, cache.path()}),
            0);

        const WorkerChecks checks(Sandbox(Sandbox::Kind::OwnUser), cache.path());
        const auto findings = checks.lint(repository.checkout({u"w"_s}), {}, {});
        VERIFY_RESULT(findings);
        QVERIFY(!findings->isEmpty());
        QCOMPARE(findings->first().rule, u"eslint/no-undef"_s);
        const auto run = checks.test(repository.checkout({u"w"_s}), {}, {});
        VERIFY_RESULT(run);
        QVERIFY2(run->totals.passed == 1, qPrintable(run->problem));
    }
};

QTEST_GUILESS_MAIN(TestInstaller)
#include "tst_installer.moc"
