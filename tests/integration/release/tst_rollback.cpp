// SPDX-License-Identifier: Apache-2.0
#include "releasetest.h"

#include "integration/camunda/models.h"

using namespace Qt::StringLiterals;
using namespace pipeline;
using tests::Installation;
using tests::Program;

/// on_failure = "rollback": a release that fails in VERIFY, after another one that runs.
class TestRollback : public tests::ReleaseTest {
    Q_OBJECT

private slots:
    void initTestCase() { REQUIRE_ENGINE(); }
    void theReleaseBeforeComesBack();
    void withoutAReleaseBeforeItIsSaid();

private:
    /// \a release with another process and a smoke test that fails.
    static tests::SampleRelease broken(const Installation &installation, const tests::SampleRelease &release)
    {
        installation.artefacts().write(u"Genesis/smoke/%1.json"_s.arg(release.key),
                                       "{\"decision\": \"" + release.decision().toUtf8()
                                           + "\", \"variables\": {\"score\": 1}, \"expect\": [{\"faixa\": \"A\"}]}\n");
        return changed(installation, release, u"Genesis/bpmn/%1.bpmn"_s.arg(release.key),
                       tests::bpmn(release.key) + "<!-- 2 -->\n");
    }
    QByteArray configuration()
    {
        return environment(m_fixture.url(), "policy = \"none\"\non_failure = \"rollback\"\n");
    }
};

void TestRollback::theReleaseBeforeComesBack()
{
    const Installation installation;
    installation.configure(configuration());
    const Program program(installation);
    const auto release = installation.makeRelease({.worker = false});
    program.add(u"implantar"_s, release);
    QCOMPARE(program.runOnce().code, 0);

    const qint64 failed = program.add(u"implantar"_s, broken(installation, release));
    const auto ended = program.runOnce();
    QVERIFY2(ended.code == 1, ended.out + ended.err);
    const QString reason = program.result(failed)["motivo"_L1].toString();
    QVERIFY2(reason.startsWith("VERIFY failed."_L1) && reason.contains("is deployed again"_L1), qPrintable(reason));
    QCOMPARE(versions(release.key), (QList{1, 2}));

    tests::OutsideSql outside(installation.backlogFile());
    const auto followers = outside.run(
        u"select id, modo, contexto ->> '$.operacao', contexto ->> '$.ambiente' from backlog where origem_id = %1"_s
            .arg(failed));
    VERIFY_RESULT(followers);
    QCOMPARE(followers->size(), 1);
    QCOMPARE(followers->first().mid(1), (QVariantList{u"implantar"_s, u"reverter"_s, u"teste"_s}));
    const auto reverted = program.runOnce();
    QVERIFY2(reverted.code == 0, reverted.out + reverted.err);
    QCOMPARE(versions(release.key), (QList{1, 2, 3}));
    const qint64 item = followers->first().first().toLongLong();
    QCOMPARE(tests::deploymentOf(program.result(item), u"Genesis"_s)["enviados"_L1].toArray(),
             QJsonArray{u"Genesis/bpmn/%1.bpmn"_s.arg(release.key)});
    QCOMPARE(outside.value(u"select count(*) from backlog where estado = 'pendente' and tipo = 'executar_pipeline'"_s)
                 .toInt(),
             0);
}

void TestRollback::withoutAReleaseBeforeItIsSaid()
{
    const Installation installation;
    installation.configure(configuration());
    const Program program(installation);
    const qint64 item = program.add(u"implantar"_s, broken(installation, installation.makeRelease({.worker = false})));
    QCOMPARE(program.runOnce().code, 1);
    const QString reason = program.result(item)["motivo"_L1].toString();
    QVERIFY2(reason.contains("Nothing is rolled back: no release with these files ran in teste before"_L1),
             qPrintable(reason));
    tests::OutsideSql outside(installation.backlogFile());
    QCOMPARE(outside.value(u"select count(*) from backlog where origem_id = %1"_s.arg(item)).toInt(), 0);
}

QTEST_GUILESS_MAIN(TestRollback)
#include "tst_rollback.moc"
