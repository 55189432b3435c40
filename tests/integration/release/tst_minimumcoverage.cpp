// SPDX-License-Identifier: Apache-2.0
#include "releasetest.h"

using namespace Qt::StringLiterals;
using namespace pipeline;
using tests::Installation;
using tests::Program;

/// The coverage that an environment demands, of workers with real Jest.
class TestMinimumCoverage : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void decides_data();
    void decides();
    void claimsNothingWithoutTests();

private:
    static void configure(const Installation &installation, const QByteArray &minimum)
    {
        installation.configure("engine = \"http://127.0.0.1:1\"\nuser = \"demo\"\nminimum_coverage = " + minimum
                               + '\n');
    }
    /// `contexto` of the approval that waits; empty when none does.
    static QJsonObject approval(const Program &program)
    {
        const auto listed = program.run(
            {u"backlog"_s, u"list"_s, u"--tipo"_s, u"aprovar_release"_s, u"--format"_s, u"json"_s});
        return listed.json()["items"_L1].toArray().at(0)["contexto"_L1].toObject();
    }

    QTemporaryDir m_home;
};

void TestMinimumCoverage::initTestCase()
{
    if (const QString problem = Installation::prepareJest(); !problem.isEmpty())
        QSKIP(qPrintable(problem));
    tests::GitRepository::isolate(m_home.path());
}

void TestMinimumCoverage::decides_data()
{
    QTest::addColumn<QByteArray>("minimum");
    QTest::addColumn<QByteArray>("test");
    QTest::addColumn<QString>("reason"); // empty: it passes

    const QByteArray covering = "test('chave', () => expect(require('./index')()).toMatch(/^p/));\n";
    const QByteArray idle = "test('nada', () => {});\n";
    QTest::newRow("all lines") << "100"_ba << covering << QString();
    QTest::newRow("too few") << "80"_ba << idle << u"Coverage 0.0 % below 80 %"_s;
    QTest::newRow("nothing is demanded") << "0"_ba << idle << QString();
}

void TestMinimumCoverage::decides()
{
    QFETCH(QByteArray, minimum);
    QFETCH(QByteArray, test);
    QFETCH(QString, reason);
    const Installation installation;
    configure(installation, minimum);
    const Program program(installation);
    const qint64 item = program.add(u"validar"_s, installation.makeRelease({.models = false, .jestTest = test}));
    const auto ended = program.runOnce();
    const QJsonObject result = program.result(item);
    QVERIFY2(ended.code == (reason.isEmpty() ? 0 : 1), ended.out + ended.err);
    QCOMPARE(result["motivo"_L1].toString(), reason);
    const QJsonObject tests = tests::stageOf(result, u"test"_s);
    QCOMPARE(tests["status"_L1].toString(), reason.isEmpty() ? u"success"_s : u"failed"_s);
    QCOMPARE(tests["passou"_L1].toInt(), 1); // it is not a test that failed
    QVERIFY(tests["cobertura"_L1].isDouble());
    const QJsonObject waits = approval(program);
    QCOMPARE(waits.isEmpty(), !reason.isEmpty());
    if (reason.isEmpty()) {
        QCOMPARE(waits["testes_passaram"_L1], QJsonValue(true));
        QCOMPARE(waits["cobertura"_L1], tests["cobertura"_L1]);
    }
}

void TestMinimumCoverage::claimsNothingWithoutTests()
{
    const Installation installation;
    configure(installation, "80");
    const Program program(installation);
    const qint64 item = program.add(u"validar"_s, installation.makeRelease({.worker = false}));
    QCOMPARE(program.runOnce().code, 0);
    QCOMPARE(tests::stageOf(program.result(item), u"test"_s)["status"_L1].toString(), u"skipped"_s);
    QVERIFY(approval(program)["testes_passaram"_L1].isNull());
    QVERIFY(approval(program)["cobertura"_L1].isNull());
}

QTEST_GUILESS_MAIN(TestMinimumCoverage)
#include "tst_minimumcoverage.moc"
