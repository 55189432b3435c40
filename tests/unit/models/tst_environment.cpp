// SPDX-License-Identifier: Apache-2.0
#include "models/environment.h"
#include "models/testrun.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace pipeline;

class TestEnvironment : public QObject {
    Q_OBJECT

private slots:
    void engineRest_data()
    {
        QTest::addColumn<QString>("engine");
        QTest::addColumn<QString>("rest");
        QTest::newRow("a host") << u"http://localhost:8080"_s << u"http://localhost:8080/engine-rest"_s;
        QTest::newRow("with a slash") << u"http://localhost:8080/"_s << u"http://localhost:8080/engine-rest"_s;
        QTest::newRow("with the path") << u"https://e.example/engine-rest"_s << u"https://e.example/engine-rest"_s;
        QTest::newRow("with the path and slashes")
            << u"https://e.example/engine-rest//"_s << u"https://e.example/engine-rest"_s;
        QTest::newRow("below a folder") << u"https://e.example/camunda/"_s
                                        << u"https://e.example/camunda/engine-rest"_s;
        QTest::newRow("a path that only ends so")
            << u"https://e.example/my-engine-rest"_s << u"https://e.example/my-engine-rest/engine-rest"_s;
    }

    void engineRest()
    {
        QFETCH(QString, engine);
        QFETCH(QString, rest);
        Environment environment;
        environment.engine = QUrl(engine);
        QCOMPARE(environment.engineRest().toString(), rest);
    }

    void secretsAreNamedByTheEnvironment()
    {
        Environment environment;
        environment.name = u"producao"_s;
        QCOMPARE(environment.engineSecret(), u"camunda.producao"_s);
        QCOMPARE(environment.webhookSecret(), u"webhook.producao"_s);
    }

    void defaultsOfTheContract()
    {
        const Environment environment;
        QVERIFY(environment.policy == Policy::Validated);
        QVERIFY(environment.smoke == SmokeTests::Decisions);
        QVERIFY(environment.onFailure == OnFailure::Keep);
        QVERIFY(environment.historyTimeToLive == HistoryTimeToLive::Required);
        QVERIFY(environment.workerTrigger == WorkerTrigger::Webhook);
        QVERIFY(!environment.production);
        QVERIFY(!environment.allowPlainHttp);
        QCOMPARE(environment.approvalValidDays, 14);
        QCOMPARE(environment.minimumCoverage, 0.0);
        QCOMPARE(environment.settleSeconds, 10);
    }

    void testStates()
    {
        for (const auto state : {TestState::Passed, TestState::Failed, TestState::Skipped})
            QVERIFY(testStateFrom(toString(state)) == state);
        QCOMPARE(toString(TestState::Failed), u"failed"_s);
    }
};

QTEST_GUILESS_MAIN(TestEnvironment)
#include "tst_environment.moc"
