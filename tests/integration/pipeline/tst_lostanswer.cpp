// SPDX-License-Identifier: Apache-2.0
#include "runnerunderway.h"

#include "support/enginerest.h"
#include "support/faultserver.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace pipeline;
using tests::Answer;
using tests::Installation;
using tests::ReceivedRequest;
using tests::RunnerUnderWay;
using tests::SampleRelease;

/// A real engine behind a connection that is lost in the middle of a deployment.
class TestLostAnswer : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (!m_fixture.problem().isEmpty())
            QSKIP(qPrintable(m_fixture.problem()));
        tests::GitRepository::isolate(m_home.path());
    }

    void deployedOnce_data()
    {
        QTest::addColumn<bool>("arrives");
        QTest::newRow("the answer is lost") << true;
        QTest::newRow("the request is lost") << false;
    }

    /// The engine is asked before anything is sent again, and then it is sent under the same name.
    void deployedOnce()
    {
        QFETCH(const bool, arrives);
        std::atomic<int> lost = 0;
        tests::FaultServer connection;
        connection.setHandler([&](const ReceivedRequest &request) {
            const bool loses = request.path() == Create && ++lost == 1;
            const Answer answer = loses && !arrives ? Answer() : forward(request);
            return loses ? Answer::reset() : answer;
        });
        Installation installation;
        installation.configure("engine = \"" + connection.url().toEncoded()
                               + "\"\nuser = \"demo\"\npolicy = \"none\"\nsettle_s = 0\n");
        SampleRelease release = installation.makeRelease({.worker = false});
        const qint64 item = installation.insert(u"implantar"_s, release);
        RunnerUnderWay runner(installation, {.retry = {.firstPause = 10ms}});
        const auto outcome = runner.run();
        QVERIFY2(outcome.state == contract::ItemState::Done, qPrintable(outcome.result["motivo"_L1].toString()));

        tests::EngineRest engine(m_fixture);
        const QJsonArray recorded = outcome.result["etapas"_L1]["deploy"_L1]["deployments"_L1].toArray();
        QCOMPARE(recorded.size(), 2);
        for (const QJsonValue &entry : recorded) {
            const QJsonArray deployments = engine.deployments(item, entry["produto"_L1].toString());
            QCOMPARE(deployments.size(), 1);
            QCOMPARE(deployments.first()["id"_L1], entry["deployment_id"_L1]);
            QCOMPARE(deployments.first()["name"_L1], entry["nome"_L1]);
        }
        QCOMPARE(engine.list(u"process-definition?key=%1"_s.arg(release.key)).size(), 1);

        // create, the question, and create again when there was nothing; then the other product's.
        QStringList talk;
        static const QRegularExpression form(u"name=\"deployment-name\"\\s+([\\w-]+)"_s);
        static const QRegularExpression query(u"[?&]name=([\\w-]+)"_s);
        for (const ReceivedRequest &request : connection.requests()) {
            const QString target = QString::fromLatin1(request.target);
            if (request.path() == Create)
                talk << u"create "_s + form.match(QString::fromUtf8(request.body)).captured(1);
            else if (query.match(target).hasMatch())
                talk << u"find "_s + query.match(target).captured(1);
        }
        const QString first = recorded.first()["nome"_L1].toString();
        QStringList expected{u"create "_s + first, u"find "_s + first};
        if (!arrives)
            expected << u"create "_s + first;
        QCOMPARE(talk, expected << u"create "_s + recorded.last()["nome"_L1].toString());
    }

private:
    static inline const QByteArray Create = "/engine-rest/deployment/create";

    /// What the engine answers.
    Answer forward(const ReceivedRequest &request)
    {
        http::Request onward{.method = request.method, .url = m_fixture.url(), .body = request.body};
        onward.url = QUrl::fromEncoded(m_fixture.url().toEncoded() + request.target);
        for (const auto &[name, value] : request.headers) {
            const QByteArray lower = name.toLower();
            if (lower == "authorization" || lower == "content-type" || lower == "accept")
                onward.headers << http::Header(name, value);
        }
        const auto response = m_client.send(onward, {});
        if (!response)
            return Answer::html(502);
        return {.status = response->status,
                .headers = {{"Content-Type", response->header("Content-Type")}},
                .body = response->body};
    }

    const QTemporaryDir m_home;
    tests::EngineFixture m_fixture;
    http::Client m_client;
};

QTEST_GUILESS_MAIN(TestLostAnswer)
#include "tst_lostanswer.moc"
