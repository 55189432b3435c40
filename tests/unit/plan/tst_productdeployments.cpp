// SPDX-License-Identifier: Apache-2.0
#include "plan/productdeployments.h"

#include "support/faultserver.h"
#include "support/resultchecks.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace pipeline;
using plan::ProductDeployments;
using tests::Answer;
using tests::FaultServer;

/// How often an engine is asked for what a product's deployments hold.
class TestProductDeployments : public QObject {
    Q_OBJECT

private slots:
    void asksAboutEachDeploymentOnce();
    void asksNoFurtherBackThanNeeded();

private:
    /// Two deployments of Genesis, the newer one without b.form, and one of somebody else.
    static Answer answer(const tests::ReceivedRequest &request)
    {
        if (request.path().endsWith("/deployment"))
            return Answer::json(R"([{"id":"new","name":"Genesis-20261124-120001"},
                                    {"id":"foreign","name":"Genesis-legado"},
                                    {"id":"old","name":"Genesis-20261124-120000"}])");
        if (request.path().endsWith("/new/resources"))
            return Answer::json(R"([{"id":"n1","name":"a.form"}])");
        if (request.path().endsWith("/old/resources"))
            return Answer::json(R"([{"id":"o1","name":"a.form"},{"id":"o2","name":"b.form"}])");
        return Answer{.status = 404};
    }
};

void TestProductDeployments::asksAboutEachDeploymentOnce()
{
    FaultServer server;
    server.setHandler(answer);
    http::Client http;
    Environment environment;
    environment.engine = server.url();
    const camunda::EngineClient engine(http, environment, {});
    ProductDeployments deployments(engine, u"Genesis"_s);
    for (int round = 0; round < 3; ++round) {
        const auto inBoth = deployments.find(u"a.form"_s, {});
        VERIFY_RESULT(inBoth);
        QVERIFY(*inBoth);
        QCOMPARE((*inBoth)->deployment, u"new"_s);
        QCOMPARE((*inBoth)->resource, u"n1"_s);
        const auto inTheOld = deployments.find(u"b.form"_s, {});
        VERIFY_RESULT(inTheOld);
        QVERIFY(*inTheOld);
        QCOMPARE((*inTheOld)->deployment, u"old"_s);
        const auto nowhere = deployments.find(u"c.form"_s, {});
        VERIFY_RESULT(nowhere);
        QVERIFY(!*nowhere);
    }
    QCOMPARE(server.requests().size(), 3); // the list, and the resources of two
}

void TestProductDeployments::asksNoFurtherBackThanNeeded()
{
    FaultServer server;
    server.setHandler(answer);
    http::Client http;
    Environment environment;
    environment.engine = server.url();
    const camunda::EngineClient engine(http, environment, {});
    const auto found = ProductDeployments(engine, u"Genesis"_s).find(u"a.form"_s, {});
    VERIFY_RESULT(found);
    QVERIFY(*found);
    QCOMPARE(server.requests().size(), 2);
}

QTEST_GUILESS_MAIN(TestProductDeployments)
#include "tst_productdeployments.moc"
