// SPDX-License-Identifier: Apache-2.0
#include "workers/lint.h"
#include "workers/workerchecks.h"

#include "support/resultchecks.h"
#include "workerrepository.h"

using namespace Qt::StringLiterals;
using namespace pipeline;
using workers::WorkerChecks;

class TestLint : public QObject {
    Q_OBJECT

    const WorkerChecks m_checks{process::Sandbox::detect(), WorkerRepository::cacheFolder()};

    /// Makes \a folder a package whose ESLint has one rule at each severity.
    static void addLintedPackage(WorkerRepository &repository, const QString &folder)
    {
        repository.addPackage(folder);
        repository.write(
            folder + u"/eslint.config.js"_s,
            "console.log('noise');\n"
            "module.exports = [{files: ['**/*.js'], rules: {'no-undef': 'error', 'no-unused-vars': 'warn'}}];\n");
    }

    Result<QList<Finding>> lint(const WorkerRepository &repository, const QStringList &artefacts,
                                QStringList *log = nullptr) const
    {
        return m_checks.lint(repository.checkout(artefacts),
                             [log](const QString &, const QString &text) {
                                 if (log)
                                     *log << text;
                             },
                             {});
    }

private slots:
    void initTestCase()
    {
        WorkerRepository repository;
        repository.addPackage(u"w"_s);
        INSTALL_OR_SKIP(m_checks, repository.checkout({u"w"_s}));
    }

    void findingsOfEslint()
    {
        WorkerRepository repository;
        addLintedPackage(repository, u"worker/a"_s);
        repository.write(u"worker/a/src/index.js"_s, "const sobra = 1;\n  nada();\n");
        repository.write(u"worker/a/src/quebrado.js"_s, "const x = ;\n");
        repository.write(u"worker/a/fora.js"_s, "nada();\n"); // not of this release
        const auto findings = lint(repository, {u"worker/a/src"_s});
        VERIFY_RESULT(findings);
        QCOMPARE(findings->size(), 3);
        QCOMPARE(findings->at(0).rule, u"eslint/no-unused-vars"_s);
        QCOMPARE(toString(findings->at(0).severity), u"warning"_s);
        QCOMPARE(findings->at(0).path, u"worker/a/src/index.js"_s);
        QCOMPARE(findings->at(0).line, 1);
        QCOMPARE(findings->at(0).column, 7);
        QCOMPARE(findings->at(1).rule, u"eslint/no-undef"_s);
        QCOMPARE(toString(findings->at(1).severity), u"error"_s);
        QCOMPARE(findings->at(1).line, 2);
        QCOMPARE(findings->at(1).column, 3);
        QCOMPARE(findings->at(2).rule, u"eslint/parse"_s);
        QCOMPARE(toString(findings->at(2).severity), u"error"_s);
        QCOMPARE(findings->at(2).path, u"worker/a/src/quebrado.js"_s);
        QCOMPARE(findings->at(2).line, 1);
    }

    void artefactsThatAreNotEslints()
    {
        WorkerRepository repository;
        addLintedPackage(repository, u"w"_s);
        repository.write(u"w/LEIAME.md"_s, "# x");
        repository.write(u"w/dados/x.json"_s, "{}");
        repository.write(u"w/-estranho [1].js"_s, "nada();\n");
        const auto findings = lint(repository,
                                   {u"w/LEIAME.md"_s, u"w/dados"_s, u"w/package.json"_s, u"w/-estranho [1].js"_s});
        VERIFY_RESULT(findings);
        QCOMPARE(findings->size(), 1);
        QCOMPARE(findings->first().path, u"w/-estranho [1].js"_s);
    }

    /// What hangs on these files hangs on them every time: no reason to try again.
    void aCheckThatDoesNotEndIsRefused_data()
    {
        QTest::addColumn<QByteArray>("eslintConfiguration");
        QTest::addColumn<std::chrono::milliseconds>("limit");
        QTest::newRow("ESLint") << QByteArray("while (true);\n") << std::chrono::milliseconds(2000);
        QTest::newRow("node --check") << QByteArray() << std::chrono::milliseconds(1);
    }

    void aCheckThatDoesNotEndIsRefused()
    {
        QFETCH(const QByteArray, eslintConfiguration);
        QFETCH(const std::chrono::milliseconds, limit);
        WorkerRepository repository;
        repository.addPackage(u"w"_s);
        repository.write(u"w/index.js"_s, "nada();\n");
        if (!eslintConfiguration.isEmpty())
            repository.write(u"w/eslint.config.js"_s, eslintConfiguration);
        const WorkerChecks checks(process::Sandbox::detect(), WorkerRepository::cacheFolder(), {.lint = limit});
        const auto findings = checks.lint(repository.checkout({u"w"_s}), {}, {});
        COMPARE_ERROR(findings, ErrorCode::Refused);
        QVERIFY2(findings.error().message.contains("did not end within"_L1), qPrintable(findings.error().text()));
    }

    void saysWhatConfinesNothing()
    {
        const WorkerChecks open(process::Sandbox(process::Sandbox::Kind::None, u"no bubblewrap"_s), {});
        QVERIFY(open.confinementProblem().contains("is not confined"_L1));
    }

    void eslintThatFails()
    {
        WorkerRepository repository;
        repository.addPackage(u"w"_s);
        repository.write(u"w/eslint.config.js"_s, "module.exports = [require('eslint-plugin-que-nao-existe')];\n");
        repository.write(u"w/index.js"_s, "");
        const auto findings = lint(repository, {u"w"_s});
        COMPARE_ERROR(findings, ErrorCode::Refused);
        QVERIFY2(findings.error().text().contains(u"eslint-plugin-que-nao-existe"_s),
                 qPrintable(findings.error().text()));
        QVERIFY(findings.error().message.contains(u"exit code 2"_s));
    }

    void configurationWithoutEslint()
    {
        WorkerRepository repository;
        repository.write(u"w/package.json"_s, R"({"name": "w", "eslintConfig": {}})");
        repository.write(u"w/index.js"_s, "const x = ;\n");
        QStringList log;
        const auto findings = lint(repository, {u"w"_s}, &log);
        VERIFY_RESULT(findings);
        QCOMPARE(findings->size(), 1);
        QCOMPARE(findings->first().rule, u"node-syntax"_s);
        QVERIFY2(log.join(u' ').contains(u"node --check instead"_s), qPrintable(log.join(u' ')));
    }

    void findingsOfNode()
    {
        WorkerRepository repository;
        repository.addPackage(u"w"_s); // has ESLint, but does not configure it
        repository.write(u"w/bom.js"_s, "module.exports = 1;\n");
        repository.write(u"w/lib/ruim.cjs"_s, "const a = 1;\n\n  const b = %;\n");
        repository.write(u"w/lib/módulo.mjs"_s, "import x from 'x';\nexport defaul x;\n");
        repository.write(u"w/texto.txt"_s, "const x = ;");
        repository.write(u"w/node_modules/x/index.js"_s, "const x = ;");
        const auto findings = lint(repository, {u"w"_s, u"w/bom.js"_s});
        VERIFY_RESULT(findings);
        QCOMPARE(findings->size(), 2);
        QCOMPARE(findings->at(0).path, u"w/lib/módulo.mjs"_s);
        QCOMPARE(findings->at(0).line, 2);
        QCOMPARE(findings->at(1).path, u"w/lib/ruim.cjs"_s);
        QCOMPARE(findings->at(1).line, 3);
        QCOMPARE(findings->at(1).column, 13);
        QCOMPARE(findings->at(1).message, u"Unexpected token '%'"_s);
        QCOMPARE(toString(findings->at(1).severity), u"error"_s);
    }

    void writtenByEslint()
    {
        QVERIFY(!workers::parseEslint("", u"/c"_s));
        QVERIFY(!workers::parseEslint("Oops! Something went wrong! :(", u"/c"_s));
        QVERIFY(!workers::parseEslint("{}", u"/c"_s));
        const auto findings = workers::parseEslint(
            R"([{"filePath": "/c/a.js", "messages": [{"ruleId": null, "severity": 2,
            "message": "Definition for rule 'x' not found."}, 3]}, null])",
            u"/c"_s);
        QVERIFY(findings);
        QCOMPARE(findings->first().rule, u"eslint/configuration"_s);
        QCOMPARE(findings->first().path, u"a.js"_s);
    }

    void writtenByNode()
    {
        const auto finding = workers::parseSyntaxError(u"node: something unexpected\n"_s, u"a.js"_s);
        QCOMPARE(finding.message, u"node: something unexpected"_s);
        QCOMPARE(finding.line, 0);
        QCOMPARE(finding.column, 0);
    }
};

QTEST_GUILESS_MAIN(TestLint)
#include "tst_lint.moc"
