// SPDX-License-Identifier: Apache-2.0
#include "models/contract/approval.h"
#include "pipeline/followers.h"
#include "support/backlogsamples.h"
#include "support/resultchecks.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace pipeline;
using contract::Mode;
using contract::PipelineResult;
using contract::StageStatus;

/// What a successful item puts on the backlog.
class TestFollowers : public QObject {
    Q_OBJECT

private slots:
    void askForAnApproval();
    void claimNothingThatWasNotTested();
    void sayThatCoverageIsUnknown();
    void handOverADeployment();
    void handOverThatNothingWasSent();

private:
    static contract::BacklogItem item()
    {
        contract::BacklogItem item;
        item.id = 41;
        item.priority = 7;
        return item;
    }
    static contract::ApprovalRequest requestAfter(const contract::TestResult &test)
    {
        PipelineResult result(Mode::Validate);
        std::get<PipelineResult::ValidateHalf>(result.stages).test = test;
        result.manifest = QString(64, u'c');
        const auto follower = runner::followerOf(item(), tests::sampleContext(Mode::Validate), u"producao"_s, result);
        return contract::ApprovalRequest::fromJson(follower.context).value_or(contract::ApprovalRequest());
    }
};

void TestFollowers::askForAnApproval()
{
    const auto context = tests::sampleContext(Mode::Validate); // without an environment: the default one was used
    PipelineResult result(Mode::Validate);
    auto &test = std::get<PipelineResult::ValidateHalf>(result.stages).test;
    test = {.status = StageStatus::Success, .coverage = 87.5, .passed = 12};
    result.manifest = QString(64, u'c');
    const auto follower = runner::followerOf(item(), context, u"producao"_s, result);
    QCOMPARE(follower.type, u"aprovar_release"_s);
    QCOMPARE(follower.mode, QString());
    QCOMPARE(follower.priority, 7);
    QCOMPARE(follower.originId, std::optional<qint64>(41));
    QCOMPARE(follower.context,
             (QJsonObject{{u"release_ref"_s, context.releaseRef},
                          {u"testes_passaram"_s, true},
                          {u"cobertura"_s, 87.5},
                          {u"sprint_origem"_s, context.sprint},
                          {u"ambiente"_s, u"producao"_s},
                          {u"artefatos"_s, contract::toJson(context.artefacts)},
                          {u"manifesto"_s, QString(64, u'c')},
                          {u"origem"_s, 41}}));
}

void TestFollowers::claimNothingThatWasNotTested()
{
    const auto request = requestAfter({.status = StageStatus::Skipped});
    QCOMPARE(request.origin, 41);
    QVERIFY(!request.testsPassed);
    QVERIFY(!request.coverage);
}

void TestFollowers::sayThatCoverageIsUnknown()
{
    const auto request = requestAfter({.status = StageStatus::Success, .passed = 3});
    QCOMPARE(request.testsPassed, std::optional(true));
    QVERIFY(!request.coverage);
}

void TestFollowers::handOverADeployment()
{
    PipelineResult result(Mode::Deploy);
    auto &deploy = std::get<PipelineResult::DeployHalf>(result.stages).deploy;
    deploy.deployments = {{.product = u"Genesis"_s,
                           .deploymentId = u"d-1"_s,
                           .name = u"Genesis-20261124-120000"_s,
                           .definitions = {{u"analise"_s, 4, u"analise:4:x"_s}},
                           .sent = {u"Genesis/bpmn/a.bpmn"_s},
                           .unchanged = {}},
                          {.product = u"Prometheus"_s, .deploymentId = u"d-2"_s}};
    result.manifest = QString(64, u'c');
    const auto context = tests::sampleContext(Mode::Deploy);
    const auto follower = runner::followerOf(item(), context, u"producao"_s, result);
    QCOMPARE(follower.type, u"validar_implantacao"_s);
    QCOMPARE(follower.originId, std::optional<qint64>(41));
    QCOMPARE(follower.context["deployment_id"_L1].toString(), u"d-1"_s);
    QCOMPARE(follower.context["ambiente"_L1].toString(), u"producao"_s);
    QCOMPARE(follower.context["release_ref"_L1].toString(), context.releaseRef);
    QCOMPARE(follower.context["manifesto"_L1].toString(), QString(64, u'c'));
    const QJsonArray deployments = follower.context["deployments"_L1].toArray();
    QCOMPARE(deployments.size(), 2);
    QCOMPARE(deployments[0].toObject(), deploy.deployments[0].toJson());
}

void TestFollowers::handOverThatNothingWasSent()
{
    PipelineResult result(Mode::Deploy);
    std::get<PipelineResult::DeployHalf>(result.stages).deploy.deployments = {
        {.product = u"Genesis"_s, .unchanged = {u"Genesis/bpmn/a.bpmn"_s}}};
    const auto follower = runner::followerOf(item(), tests::sampleContext(Mode::Deploy), u"producao"_s, result);
    QVERIFY(follower.context["deployment_id"_L1].isNull());
}

QTEST_GUILESS_MAIN(TestFollowers)
#include "tst_followers.moc"
