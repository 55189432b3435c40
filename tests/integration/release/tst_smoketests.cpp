// SPDX-License-Identifier: Apache-2.0
#include "releasetest.h"

#include "camunda/instances.h"
#include "integration/camunda/models.h"

using namespace Qt::StringLiterals;
using namespace pipeline;
using tests::Installation;
using tests::Program;

/// Smoke tests of a release on a real engine, and that nothing of them stays there.
class TestSmokeTests : public tests::ReleaseTest {
    Q_OBJECT

private slots:
    void initTestCase() { REQUIRE_ENGINE(); }
    void init();
    void aDecisionThatFails();
    void processesThatPass();
    void processesThatFail_data();
    void processesThatFail();
    void whatIsNotAllowedIsSkipped_data();
    void whatIsNotAllowedIsSkipped();
    void aCancelledRunLeavesNothing();
    void whatADeadRunnerLeftIsDeleted();

private:
    void configure(const QByteArray &smoke)
    {
        m_installation->configure(environment(m_fixture.url(), "policy = \"none\"\nsmoke = \"" + smoke + "\"\n"));
    }

    /// Gives the release one more file.
    void write(const QString &path, const QByteArray &bytes)
    {
        m_release = changed(*m_installation, m_release, path, bytes);
    }
    void writeSmoke(const QString &name, const QByteArray &expect)
    {
        write(u"Genesis/smoke/%1.json"_s.arg(name),
              "{\"process\": \"" + m_release.key.toUtf8() + "\", " + expect + '}');
    }

    /// The process of Genesis waits for a person.
    void makeProcessWait()
    {
        write(u"Genesis/bpmn/%1.bpmn"_s.arg(m_release.key),
              tests::bpmn(m_release.key,
                          "<startEvent id=\"inicio\"/>"
                          "<sequenceFlow id=\"f\" sourceRef=\"inicio\" targetRef=\"Task_Parecer\"/>"
                          "<userTask id=\"Task_Parecer\"/>"));
    }

    /// "status: detail" of the check of a smoke file.
    QString check(qint64 item, const QString &path) const
    {
        for (const QJsonValue &value : tests::stageOf(m_program->result(item), u"verify"_s)["checks"_L1].toArray()) {
            if (value["nome"_L1].toString() == u"smoke "_s + path)
                return value["status"_L1].toString() + u": "_s + value["detalhe"_L1].toString();
        }
        return {};
    }

    /// Instances of the release's smoke tests, running or ended.
    QJsonArray instances()
    {
        return m_engine.list(
            u"history/process-instance?processInstanceBusinessKeyLike=smoke:%1:%25"_s.arg(m_release.ref()));
    }

    std::unique_ptr<Installation> m_installation;
    std::unique_ptr<Program> m_program;
    tests::SampleRelease m_release;
};

void TestSmokeTests::init()
{
    m_installation = std::make_unique<Installation>();
    m_program = std::make_unique<Program>(*m_installation);
    m_release = m_installation->makeRelease({.worker = false});
}

void TestSmokeTests::aDecisionThatFails()
{
    configure("decisions");
    const QString path = u"Genesis/smoke/%1.json"_s.arg(m_release.key);
    write(path,
          "{\"decision\": \"" + m_release.decision().toUtf8()
              + "\", \"variables\": {\"score\": 100}, \"expect\": [{\"faixa\": \"A\"}]}\n");
    const qint64 item = m_program->add(u"implantar"_s, m_release);
    const auto ended = m_program->runOnce();
    QVERIFY2(ended.code == 1, ended.out + ended.err);
    QCOMPARE(check(item, path), uR"(failed: It gave [{"faixa":"B"}], expected was [{"faixa":"A"}])"_s);
    const QString reason = m_program->result(item)["motivo"_L1].toString();
    QVERIFY2(reason.startsWith("VERIFY failed. smoke "_L1 + path), qPrintable(reason));
}

void TestSmokeTests::processesThatPass()
{
    configure("all");
    makeProcessWait();
    writeSmoke(u"chega"_s, R"("expect": {"reaches": "Task_Parecer"})");
    write(u"Prometheus/smoke/termina.json"_s,
          "{\"process\": \"" + m_release.processes().last().toUtf8() + "\", \"expect\": {\"ends\": true}}");
    const qint64 item = m_program->add(u"implantar"_s, m_release);
    const auto ended = m_program->runOnce();
    QVERIFY2(ended.code == 0, ended.out + ended.err);
    const QString reached = check(item, u"Genesis/smoke/chega.json"_s);
    QVERIFY2(reached.startsWith("success: It reached Task_Parecer"_L1), qPrintable(reached));
    const QString over = check(item, u"Prometheus/smoke/termina.json"_s);
    QVERIFY2(over.startsWith("success: It ended"_L1), qPrintable(over));
    QCOMPARE(instances(), QJsonArray());
}

void TestSmokeTests::processesThatFail_data()
{
    QTest::addColumn<QByteArray>("test");
    QTest::addColumn<QString>("outcome");
    QTest::newRow("it waits") << QByteArray(R"("expect": {"ends": true}, "within_s": 1)")
                              << u"failed: It did not end within 1 s"_s;
    QTest::newRow("it goes elsewhere") << QByteArray(R"("expect": {"reaches": "Fim"}, "within_s": 1)")
                                       << u"failed: It did not reach Fim within 1 s"_s;
    QTest::newRow("no time at all") << QByteArray(R"("expect": {"ends": true}, "within_s": -5)")
                                    << u"failed: It did not end within 1 s"_s;
}

void TestSmokeTests::processesThatFail()
{
    QFETCH(const QByteArray, test);
    QFETCH(const QString, outcome);
    configure("all");
    makeProcessWait();
    writeSmoke(u"falha"_s, test);
    const qint64 item = m_program->add(u"implantar"_s, m_release);
    const auto ended = m_program->runOnce();
    QVERIFY2(ended.code == 1, ended.out + ended.err);
    QCOMPARE(check(item, u"Genesis/smoke/falha.json"_s), outcome);
    QCOMPARE(instances(), QJsonArray());
}

void TestSmokeTests::whatIsNotAllowedIsSkipped_data()
{
    QTest::addColumn<QByteArray>("smoke");
    QTest::addColumn<QString>("ofDecision");
    QTest::newRow("none") << QByteArray("none") << u"skipped"_s;
    QTest::newRow("decisions") << QByteArray("decisions") << u"success"_s;
}

void TestSmokeTests::whatIsNotAllowedIsSkipped()
{
    QFETCH(const QByteArray, smoke);
    QFETCH(const QString, ofDecision);
    configure(smoke);
    writeSmoke(u"processo"_s, R"("expect": {"ends": true})");
    write(u"Genesis/smoke/alheio.json"_s, R"({"decision": "outra", "expect": []})");
    const qint64 item = m_program->add(u"implantar"_s, m_release);
    const auto ended = m_program->runOnce();
    QVERIFY2(ended.code == 0, ended.out + ended.err);
    QCOMPARE(check(item, u"Genesis/smoke/%1.json"_s.arg(m_release.key)).section(u':', 0, 0), ofDecision);
    const QString process = check(item, u"Genesis/smoke/processo.json"_s);
    QVERIFY2(process.startsWith("skipped: The environment teste does not allow it"_L1), qPrintable(process));
    QCOMPARE(check(item, u"Genesis/smoke/alheio.json"_s), u"skipped: The release does not carry outra"_s);
}

void TestSmokeTests::aCancelledRunLeavesNothing()
{
    configure("all");
    makeProcessWait();
    writeSmoke(u"longo"_s, R"("expect": {"ends": true}, "within_s": 600)");
    const qint64 item = m_program->add(u"implantar"_s, m_release);
    const auto process = m_program->start({u"run"_s, u"--once"_s});
    QTRY_COMPARE_WITH_TIMEOUT(instances().size(), 1, 120'000);
    QCOMPARE(m_program->run({u"backlog"_s, u"cancel"_s, QString::number(item)}).code, 0);
    const auto ended = Program::end(*process);
    QVERIFY2(ended.code >= 0, ended.out + ended.err);
    QCOMPARE(m_program->item(item)["estado"_L1].toString(), u"cancelado"_s);
    QCOMPARE(instances(), QJsonArray());
}

void TestSmokeTests::whatADeadRunnerLeftIsDeleted()
{
    configure("all");
    makeProcessWait();
    m_program->add(u"implantar"_s, m_release);
    QCOMPARE(m_program->runOnce().code, 0);
    http::Client http;
    const camunda::EngineClient engine(http, m_fixture.environment(), m_fixture.password());
    VERIFY_RESULT(camunda::startProcess(engine, m_release.key, u"smoke:%1:morto"_s.arg(m_release.ref()), {}, {}));
    const auto work = camunda::startProcess(engine, m_release.key, u"pedido 12"_s, {}, {});
    VERIFY_RESULT(work);
    QCOMPARE(instances().size(), 1);

    const qint64 item = m_program->add(u"implantar"_s, m_release);
    QCOMPARE(m_program->runOnce().code, 0);
    QCOMPARE(instances(), QJsonArray());
    VERIFY_RESULT(camunda::instance(engine, work->id, {})); // not ours to delete
    tests::OutsideSql outside(m_installation->backlogFile());
    QCOMPARE(outside
                 .value(u"select count(*) from run_event where item_id = %1 "
                        "and payload ->> '$.text' like 'Deleting 1 instances%'"_s.arg(item))
                 .toInt(),
             1);
}

QTEST_GUILESS_MAIN(TestSmokeTests)
#include "tst_smoketests.moc"
