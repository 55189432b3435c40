// SPDX-License-Identifier: Apache-2.0
#include "engineproxy.h"
#include "releasetest.h"

#include "camunda/deployments.h"
#include "integration/camunda/models.h"

using namespace Qt::StringLiterals;
using namespace pipeline;
using tests::EngineProxy;
using tests::Installation;
using tests::Program;

/// VERIFY while somebody else deploys to the same engine between our deployment and our look at it.
class TestForeignBytes : public tests::ReleaseTest {
    Q_OBJECT

private slots:
    void initTestCase() { REQUIRE_ENGINE(); }
    void init();
    void findsAnotherVersion();
    void findsOtherBytesOfAForm();
    void findsADeletedDeployment();

private:
    /// Runs the release with \a act done right after the deployment of Genesis; gives the item's result.
    QJsonObject deployWhile(const std::function<void()> &act)
    {
        m_proxy->setAfter([=, done = false](const tests::ReceivedRequest &request) mutable {
            if (EngineProxy::isDeployment(request) && !std::exchange(done, true))
                act();
        });
        const qint64 item = m_program->add(u"implantar"_s, m_release);
        const auto ended = m_program->runOnce();
        if (ended.code != 1)
            qWarning("exit code %d: %s%s", ended.code, ended.out.constData(), ended.err.constData());
        return m_program->result(item);
    }
    void deployByHand(const QString &name, const QString &file, const QByteArray &bytes)
    {
        const auto done = camunda::createDeployment(*m_hand, {.name = name, .source = {}, .files = {{file, bytes}}},
                                                    {});
        if (!done || !std::holds_alternative<camunda::Deployment>(*done))
            qWarning("the engine did not take the foreign file");
    }
    /// The failed checks of VERIFY, "name: detail".
    static QStringList failedChecks(const QJsonObject &result)
    {
        QStringList failed;
        for (const QJsonValue &value : tests::stageOf(result, u"verify"_s)["checks"_L1].toArray()) {
            if (value["status"_L1] == "failed"_L1)
                failed << value["nome"_L1].toString() + u": "_s + value["detalhe"_L1].toString();
        }
        return failed;
    }

    std::unique_ptr<Installation> m_installation;
    std::unique_ptr<Program> m_program;
    std::unique_ptr<EngineProxy> m_proxy;
    tests::SampleRelease m_release;
    http::Client m_http;
    std::unique_ptr<camunda::EngineClient> m_hand;
};

void TestForeignBytes::init()
{
    m_installation = std::make_unique<Installation>();
    m_proxy = std::make_unique<EngineProxy>(m_fixture, Installation::enginePassword());
    m_installation->configure(environment(m_proxy->url(), "policy = \"none\"\n"));
    m_program = std::make_unique<Program>(*m_installation);
    m_release = m_installation->makeRelease({.worker = false});
    m_hand = std::make_unique<camunda::EngineClient>(m_http, m_fixture.environment(), m_fixture.password());
}

void TestForeignBytes::findsAnotherVersion()
{
    const QByteArray foreign = tests::bpmn(m_release.key) + "<!-- x -->\n";
    const QJsonObject result = deployWhile([&] { deployByHand(u"by hand"_s, u"p.bpmn"_s, foreign); });
    QCOMPARE(result["status"_L1].toString(), u"falha"_s);
    QCOMPARE(tests::stageOf(result, u"deploy"_s)["status"_L1].toString(), u"success"_s);
    QCOMPARE(tests::stageOf(result, u"verify"_s)["status"_L1].toString(), u"failed"_s);
    const QString path = u"Genesis/bpmn/%1.bpmn"_s.arg(m_release.key);
    const QStringList failed = failedChecks(result);
    QCOMPARE(failed.size(), 2);
    QVERIFY2(failed[0].startsWith("definitions "_L1 + path) && failed[0].contains("which was deployed"_L1),
             qPrintable(failed[0]));
    QVERIFY2(failed[1].startsWith("bytes "_L1 + path) && failed[1].contains("The engine has other bytes: sha256 "_L1),
             qPrintable(failed[1]));
    QVERIFY2(result["motivo"_L1].toString().startsWith("VERIFY failed. definitions "_L1 + path),
             qPrintable(result["motivo"_L1].toString()));
    const auto followers = m_program->run({u"backlog"_s, u"list"_s, u"--tipo"_s, u"validar_implantacao"_s});
    QCOMPARE(followers.out, QByteArray());
}

void TestForeignBytes::findsOtherBytesOfAForm()
{
    // Later than any deployment of ours, so that it is the product's latest.
    const QString name = u"Genesis-29991231-235959"_s;
    const QString file = m_release.key + ".form"_L1;
    const QJsonObject result = deployWhile([&] { deployByHand(name, file, "{\"id\": \"other\"}"); });
    const QStringList failed = failedChecks(result);
    QCOMPARE(failed.size(), 1);
    QVERIFY2(failed[0].startsWith(u"bytes Genesis/forms/%1: The engine has other bytes"_s.arg(file)),
             qPrintable(failed[0]));
}

void TestForeignBytes::findsADeletedDeployment()
{
    const QJsonObject result = deployWhile([&] {
        for (const QJsonValue &value : m_engine.list(u"process-definition?key="_s + m_release.key)) {
            const auto removed = m_hand->remove({u"deployment"_s, value["deploymentId"_L1].toString()}, {}, {});
            if (!removed)
                qWarning("%s", qPrintable(removed.error().text()));
        }
    });
    QCOMPARE(result["status"_L1].toString(), u"falha"_s);
    QVERIFY2(result["motivo"_L1].toString().contains("The engine does not have"_L1)
                 || result["motivo"_L1].toString().contains("NotFound"_L1),
             qPrintable(result["motivo"_L1].toString()));
    QCOMPARE(m_engine.list(u"process-definition?key="_s + m_release.key).size(), 0);
}

QTEST_GUILESS_MAIN(TestForeignBytes)
#include "tst_foreignbytes.moc"
