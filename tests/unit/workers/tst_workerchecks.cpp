// SPDX-License-Identifier: Apache-2.0
#include "workers/workerchecks.h"

#include "support/resultchecks.h"
#include "workerrepository.h"

#include <stop_token>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace pipeline;
using workers::Limits;
using workers::WorkerChecks;

class TestWorkerChecks : public QObject {
    Q_OBJECT

    const process::Sandbox m_sandbox = process::Sandbox::detect();

    WorkerChecks checks(Limits limits = {}) const
    {
        return WorkerChecks(m_sandbox, WorkerRepository::cacheFolder(), limits);
    }

    /// A token that is stopped by the first log line that contains \a text.
    static workers::LogLine stopAt(const QString &text, std::stop_source &source)
    {
        return [text, &source](const QString &, const QString &line) {
            if (line.contains(text))
                source.request_stop();
        };
    }

private slots:
    void initTestCase()
    {
        WorkerRepository repository;
        repository.addPackage(u"worker"_s);
        INSTALL_OR_SKIP(checks(), repository.checkout({u"worker"_s}));
    }

    void everyKindOfTest()
    {
        WorkerRepository repository;
        repository.addPackage(u"worker/credito"_s);
        repository.write(u"worker/credito/soma.js"_s,
                         "module.exports = (a, b) => {\n  if (a === null)\n    return 0;\n  return a + b;\n};\n");
        repository.write(u"worker/credito/intocado.js"_s, "module.exports = () => {\n  return 1;\n};\n");
        repository.write(u"worker/credito/test/soma.test.js"_s,
                         "const soma = require('../soma');\n"
                         "describe('soma', () => {\n"
                         "  describe('inteiros', () => {\n"
                         "    test('positivos', () => expect(soma(1, 1)).toBe(2));\n"
                         "    test('errado', () => {\n"
                         "      expect(soma(1, 1)).toBe(3);\n"
                         "    });\n"
                         "    test.skip('pulado', () => {});\n"
                         "  });\n"
                         "});\n");
        repository.write(u"worker/credito/test/quebrado.test.js"_s, "const x = ;\ntest('x', () => {});\n");
        repository.write(u"worker/credito/test/limpeza.test.js"_s,
                         "test('passa', () => {});\nafterAll(() => {\n  throw new Error('sem limpeza');\n});\n");
        QList<TestCase> live;
        const auto run = checks().test(repository.checkout({u"worker/credito/soma.js"_s}), {}, {},
                                       [&](const TestCase &test) { live << test; });
        VERIFY_RESULT(run);
        QCOMPARE(run->problem, QString());
        QCOMPARE(toString(run->totals.status), u"failed"_s);
        QCOMPARE(run->totals.passed, 2);
        QCOMPARE(run->totals.failed, 3);
        QCOMPARE(run->totals.failures.size(), 3);

        QMap<QString, TestCase> byName;
        for (const TestCase &test : run->cases)
            byName.insert(QFileInfo(test.suite).baseName() + u'/' + test.name, test);
        QCOMPARE(byName.size(), 6);
        QCOMPARE(toString(byName[u"soma/positivos"_s].state), u"passed"_s);
        QCOMPARE(toString(byName[u"soma/pulado"_s].state), u"skipped"_s);
        const TestCase wrong = byName[u"soma/errado"_s];
        QCOMPARE(toString(wrong.state), u"failed"_s);
        QCOMPARE(wrong.worker, u"worker/credito"_s);
        QCOMPARE(wrong.suite, u"worker/credito/test/soma.test.js"_s);
        QCOMPARE(wrong.groups, (QStringList{u"soma"_s, u"inteiros"_s}));
        QCOMPARE(wrong.line, 6);
        QVERIFY2(wrong.message.contains(u"Expected: 3"_s), qPrintable(wrong.message));
        QVERIFY2(!wrong.message.contains(u"node_modules"_s), qPrintable(wrong.message));
        const TestCase broken = byName[u"quebrado/Test suite failed to run"_s];
        QCOMPARE(toString(broken.state), u"failed"_s);
        QCOMPARE(broken.line, 1);
        QVERIFY2(broken.message.contains(u"Unexpected token"_s), qPrintable(broken.message));
        const TestCase unclean = byName[u"limpeza/Test suite failed to run"_s];
        QCOMPARE(unclean.line, 3);
        QVERIFY(unclean.message.contains(u"sem limpeza"_s));

        QMap<QString, FileCoverage> coverage;
        for (const auto &file : run->coverage)
            coverage.insert(file.path, file);
        QCOMPARE(coverage.keys(), (QStringList{u"worker/credito/intocado.js"_s, u"worker/credito/soma.js"_s}));
        QCOMPARE(coverage[u"worker/credito/soma.js"_s].lines, 4);
        QCOMPARE(coverage[u"worker/credito/soma.js"_s].covered, 3);
        QCOMPARE(coverage[u"worker/credito/intocado.js"_s].covered, 0);
        QCOMPARE(run->totals.coverage.value_or(-1), 50.0);

        QCOMPARE(live.size(), 6);
        for (const TestCase &test : live) {
            const TestCase final = byName[QFileInfo(test.suite).baseName() + u'/' + test.name];
            QCOMPARE(toString(test.state), toString(final.state));
            QCOMPARE(test.line, final.line);
        }
    }

    void coverageOverSeveralPackages()
    {
        WorkerRepository repository;
        for (const QString &folder : {u"worker/a"_s, u"worker/b"_s}) {
            repository.addPackage(folder);
            repository.write(folder + u"/index.js"_s, "module.exports = 1;\n");
        }
        repository.write(u"worker/a/index.test.js"_s, "require('./index');\ntest('a', () => {});\n");
        repository.write(u"worker/b/index.test.js"_s, "test('b', () => {});\n");
        const auto run = checks().test(repository.checkout({u"worker/b"_s, u"worker/a/index.js"_s, u"worker/a"_s}), {},
                                       {});
        VERIFY_RESULT(run);
        QCOMPARE(toString(run->totals.status), u"success"_s);
        QCOMPARE(run->cases.size(), 2); // worker/a once
        QCOMPARE(run->totals.coverage.value_or(-1), 50.0); // b's file counts although no test loads it
    }

    void coverageThatThePackageConfigures()
    {
        WorkerRepository repository;
        repository.addPackage(u"w"_s);
        repository.write(u"w/jest.config.js"_s,
                         "console.log('noise');\nmodule.exports = {collectCoverageFrom: ['index.js'], "
                         "coverageThreshold: {global: {lines: 100}}};\n");
        repository.write(u"w/index.js"_s, "module.exports = a => {\n  return a;\n};\n");
        repository.write(u"w/other.js"_s, "module.exports = 1;\n");
        repository.write(u"w/index.test.js"_s, "require('./index');\ntest('a', () => {});\n");
        const auto run = checks().test(repository.checkout({u"w"_s}), {}, {});
        VERIFY_RESULT(run);
        QCOMPARE(run->coverage, (QList<FileCoverage>{{u"w/index.js"_s, 2, 1}}));
        QCOMPARE(run->totals.failed, 0);
        QCOMPARE(toString(run->totals.status), u"failed"_s);
        QVERIFY2(run->problem.contains(u"threshold"_s), qPrintable(run->problem));
    }

    void noTests()
    {
        WorkerRepository repository;
        repository.addPackage(u"jest-without-tests"_s);
        repository.write(u"jest-without-tests/index.js"_s, "module.exports = 1;\n");
        repository.write(u"no-jest/package.json"_s, R"({"name": "no-jest"})");
        repository.write(u"only-skipped/skipped.test.js"_s, "test.skip('a', () => {});\n");
        repository.addPackage(u"only-skipped"_s);
        const auto run = checks().test(repository.checkout({u"jest-without-tests"_s, u"no-jest"_s, u"only-skipped"_s}),
                                       {}, {});
        VERIFY_RESULT(run);
        QCOMPARE(run->problem, QString());
        QCOMPARE(toString(run->totals.status), u"skipped"_s);
        QVERIFY(!run->totals.coverage);
    }

    void jestThatCrashes()
    {
        WorkerRepository repository;
        repository.addPackage(u"w"_s);
        repository.write(u"w/jest.config.js"_s, "throw new Error('bad configuration');\n");
        repository.write(u"w/a.test.js"_s, "test('a', () => {});\n");
        const auto run = checks().test(repository.checkout({u"w"_s}), {}, {});
        VERIFY_RESULT(run);
        QCOMPARE(toString(run->totals.status), u"failed"_s);
        QVERIFY2(run->problem.contains(u"bad configuration"_s), qPrintable(run->problem));
        QVERIFY2(run->problem.contains(u"exit code 1"_s), qPrintable(run->problem));
    }

    void processThatATestEnds()
    {
        WorkerRepository repository;
        repository.addPackage(u"w"_s);
        repository.write(u"w/a.test.js"_s, "test('a', () => { process.kill(process.pid, 'SIGKILL'); });\n");
        const auto run = checks().test(repository.checkout({u"w"_s}), {}, {});
        VERIFY_RESULT(run);
        QCOMPARE(toString(run->totals.status), u"failed"_s);
        QVERIFY2(run->problem.contains(u"exit code 137"_s), qPrintable(run->problem));
    }

    void openHandle()
    {
        WorkerRepository repository;
        repository.addPackage(u"w"_s);
        repository.write(u"w/a.test.js"_s, "test('a', () => { setInterval(() => {}, 1000); });\n");
        const auto run = checks({.test = 15s}).test(repository.checkout({u"w"_s}), {}, {});
        VERIFY_RESULT(run);
        QCOMPARE(toString(run->totals.status), u"failed"_s);
        QCOMPARE(run->totals.passed, 1);
        QVERIFY2(run->problem.contains(u"did not end within 15 s"_s), qPrintable(run->problem));
        QVERIFY2(run->problem.contains(u"still open"_s), qPrintable(run->problem));
    }

    void fiftyMegabytesOfOutput()
    {
        WorkerRepository repository;
        repository.addPackage(u"w"_s);
        repository.write(u"w/a.test.js"_s,
                         "test('a', () => {\n  for (let i = 0; i < 50; ++i)\n"
                         "    process.stderr.write(('x'.repeat(999) + '\\n').repeat(1000));\n});\n");
        int lines = 0;
        const auto run = checks().test(repository.checkout({u"w"_s}),
                                       [&](const QString &, const QString &) { ++lines; }, {});
        VERIFY_RESULT(run);
        QCOMPARE(run->totals.passed, 1);
        QVERIFY2(lines <= 2010, qPrintable(QString::number(lines)));
    }

    void backgroundProcessOfATest()
    {
        WorkerRepository repository;
        repository.addPackage(u"w"_s);
        const QString mark = u"98%1"_s.arg(QCoreApplication::applicationPid());
        repository.write(u"w/a.test.js"_s,
                         "test('a', () => {\n  require('child_process').spawn('sleep', ['"_ba + mark.toLatin1()
                             + "'], {detached: true, stdio: 'inherit'}).unref();\n});\n");
        const auto run = checks().test(repository.checkout({u"w"_s}), {}, {});
        VERIFY_RESULT(run);
        QCOMPARE(run->totals.passed, 1);
        const auto isLeft = [&] {
            for (const QString &pid : QDir(u"/proc"_s).entryList(QDir::Dirs)) {
                QFile line(u"/proc/%1/cmdline"_s.arg(pid));
                if (line.open(QIODevice::ReadOnly) && line.readAll().contains("sleep\0"_ba + mark.toLatin1()))
                    return true;
            }
            return false;
        };
        QTRY_VERIFY(!isLeft());
    }

    void testsCannotChangeWhatTheNextRunGets()
    {
        WorkerRepository repository;
        repository.addPackage(u"w"_s);
        repository.write(u"w/a.test.js"_s,
                         "const fs = require('fs');\n"
                         "test('a', () => {\n"
                         "  for (const file of ['jest/package.json', '.bin/poison'])\n"
                         "    try { fs.writeFileSync(__dirname + '/node_modules/' + file, 'poison'); } catch {}\n"
                         "});\n");
        VERIFY_RESULT(checks().test(repository.checkout({u"w"_s}), {}, {}));
        const auto again = checks().test(repository.checkout({u"w"_s}), {}, {});
        VERIFY_RESULT(again);
        QCOMPARE(again->totals.passed, 1);
        for (const QFileInfo &entry : QDir(WorkerRepository::cacheFolder() + u"/node_modules"_s)
                                          .entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            QVERIFY(!QFile::exists(entry.filePath() + u"/node_modules/.bin/poison"_s));
            QFile manifest(entry.filePath() + u"/node_modules/jest/package.json"_s);
            if (manifest.open(QIODevice::ReadOnly))
                QVERIFY(!manifest.readAll().contains("poison"));
        }
    }

    void testsThatReplaceAnotherPackage()
    {
        QTemporaryDir outside;
        QFile manifest(outside.filePath(u"package.json"_s));
        QVERIFY(manifest.open(QIODevice::WriteOnly));
        manifest.write(R"({"name": "outside"})");
        manifest.close();
        const QByteArray replace = "const fs = require('fs');\n"
                                   "test('a', () => {\n"
                                   "  const other = __dirname + '/OTHER';\n"
                                   "  fs.rmSync(other, {recursive: true});\n"
                                   "  fs.symlinkSync('"
            + outside.path().toUtf8() + "', other);\n});\n";

        // Beside it the other one cannot be changed.
        WorkerRepository beside;
        beside.addPackage(u"a"_s);
        beside.write(u"a/a.test.js"_s, QByteArray(replace).replace("OTHER", "../b"));
        beside.write(u"b/package.json"_s, R"({"name": "b"})");
        const auto run = checks().test(beside.checkout({u"a"_s, u"b"_s}), {}, {});
        VERIFY_RESULT(run);
        QCOMPARE(run->totals.failed, 1);
        QVERIFY(!QFileInfo(beside.path(u"b"_s)).isSymLink());

        // Below it can, and is not looked at any more.
        WorkerRepository below;
        below.addPackage(u"."_s);
        below.write(u"a.test.js"_s, QByteArray(replace).replace("OTHER", "b"));
        below.write(u"b/package.json"_s, R"({"name": "b"})");
        const auto refused = checks().test(below.checkout({u"package.json"_s, u"b"_s}), {}, {});
        COMPARE_ERROR(refused, ErrorCode::Refused);
        QVERIFY2(refused.error().message.startsWith(u"b is not"_s), qPrintable(refused.error().text()));
        QCOMPARE(QDir(outside.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
                 QStringList{u"package.json"_s});
    }

    void cancelledWhileTesting()
    {
        WorkerRepository repository;
        repository.addPackage(u"w"_s);
        repository.write(u"w/a.test.js"_s,
                         "test('a', () => { require('fs').writeSync(2, 'under way\\n'); while (true) {} });\n");
        std::stop_source source;
        COMPARE_ERROR(checks().test(repository.checkout({u"w"_s}), stopAt(u"under way"_s, source), source.get_token()),
                      ErrorCode::Cancelled);
        QVERIFY(source.stop_requested());
    }

    void cancelledWhileLinting()
    {
        WorkerRepository repository;
        repository.addPackage(u"w"_s);
        repository.write(u"w/eslint.config.js"_s, "require('fs').writeSync(2, 'under way\\n'); while (true) {}\n");
        std::stop_source source;
        COMPARE_ERROR(checks().lint(repository.checkout({u"w"_s}), stopAt(u"under way"_s, source), source.get_token()),
                      ErrorCode::Cancelled);
        QVERIFY(source.stop_requested());
    }

    void cancelledBeforeTheStart()
    {
        WorkerRepository repository;
        repository.addPackage(u"w"_s);
        std::stop_source source;
        source.request_stop();
        const auto checkout = repository.checkout({u"w"_s});
        COMPARE_ERROR(checks().install(checkout, {}, source.get_token()), ErrorCode::Cancelled);
        COMPARE_ERROR(checks().lint(checkout, {}, source.get_token()), ErrorCode::Cancelled);
        COMPARE_ERROR(checks().test(checkout, {}, source.get_token()), ErrorCode::Cancelled);
    }

    void nodeIsMissing()
    {
        WorkerRepository repository;
        repository.addPackage(u"w"_s);
        const QByteArray path = qgetenv("PATH");
        qputenv("PATH", repository.path().toLocal8Bit());
        const auto run = checks().test(repository.checkout({u"w"_s}), {}, {});
        qputenv("PATH", path);
        COMPARE_ERROR(run, ErrorCode::ToolMissing);
        QVERIFY(run.error().hint.contains(u"nodejs"_s));
    }

    void leavesNothingInTheCache()
    {
        const QDir folder(WorkerRepository::cacheFolder() + u"/private"_s);
        const auto before = folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        WorkerRepository repository;
        repository.write(u"w/package.json"_s, "{}");
        VERIFY_RESULT(checks().lint(repository.checkout({u"w"_s}), {}, {}));
        for (const QString &name : folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            QVERIFY2(before.contains(name), qPrintable(name));
    }
};

QTEST_GUILESS_MAIN(TestWorkerChecks)
#include "tst_workerchecks.moc"
