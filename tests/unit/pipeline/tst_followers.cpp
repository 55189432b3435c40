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
    void nameEachCommitInFull();
    void bringBackWhatRanBefore();
    void bringNothingBack_data();
    void bringNothingBack();

private:
    static constexpr QLatin1StringView Path{"Genesis/bpmn/analise-credito.bpmn"};

    /// A deployment of sampleContext() that the engine took and that failed later.
    static PipelineResult failedDeployment()
    {
        PipelineResult result(Mode::Deploy);
        std::get<PipelineResult::DeployHalf>(result.stages).deploy.deployments = {
            {.product = u"Genesis"_s, .deploymentId = u"d-1"_s, .sent = {Path}}};
        result.manifest = QString(64, u'c');
        return result;
    }
    static backlog::Arrival arrival(qint64 id, const QString &ref, const QString &manifest,
                                    contract::ItemState state = contract::ItemState::Done)
    {
        auto context = tests::sampleContext(Mode::Deploy);
        context.releaseRef = ref;
        backlog::Arrival arrival{{}, manifest};
        arrival.item.id = id;
        arrival.item.mode = u"implantar"_s;
        arrival.item.state = state;
        arrival.item.context = context.toJson();
        return arrival;
    }

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

void TestFollowers::nameEachCommitInFull()
{
    auto context = tests::sampleContext(Mode::Validate);
    const auto full = context.artefacts;
    Release release;
    release.files = {ReleaseFile{full.first(), {}, {}}};
    release.workers = {full.last().sha, {full.last().path}};
    for (contract::Artefact &artefact : context.artefacts)
        artefact.sha = artefact.sha.first(8);
    QCOMPARE(runner::pinned(context, release).artefacts, full);
}

void TestFollowers::bringBackWhatRanBefore()
{
    const QList arrivals{arrival(41, u"R3"_s, QString(64, u'c')),
                         arrival(40, u"R2"_s, QString(64, u'b'), contract::ItemState::Failed),
                         arrival(39, u"R3"_s, QString(64, u'c')), arrival(38, u"R1"_s, QString(64, u'a')),
                         arrival(37, u"R0"_s, QString(64, u'0'))};
    const auto follower = runner::rollbackOf(item(), tests::sampleContext(Mode::Deploy), u"producao"_s,
                                             failedDeployment(), arrivals);
    VERIFY_RESULT(follower);
    QVERIFY(*follower);
    QCOMPARE((*follower)->type, u"executar_pipeline"_s);
    QCOMPARE((*follower)->originId, std::optional<qint64>(41));
    const auto context = contract::PipelineContext::fromJson((*follower)->context, (*follower)->mode);
    VERIFY_RESULT(context);
    QCOMPARE(context->releaseRef, u"R1"_s);
    QCOMPARE(context->environment, u"producao"_s);
    QVERIFY(context->operation == contract::Operation::Rollback);
    QVERIFY2(context->reason.contains("item 41"_L1), qPrintable(context->reason));
    QCOMPARE(context->artefacts, tests::sampleContext(Mode::Deploy).artefacts);
}

void TestFollowers::bringNothingBack_data()
{
    QTest::addColumn<QString>("why");
    for (const char *why : {"it was a roll-back", "nothing was changed", "nothing ran before", "the workers moved on",
                            "the workers alone moved on"})
        QTest::newRow(why) << QString::fromLatin1(why);
}

void TestFollowers::bringNothingBack()
{
    QFETCH(const QString, why);
    auto context = tests::sampleContext(Mode::Deploy);
    PipelineResult result = failedDeployment();
    auto &deploy = std::get<PipelineResult::DeployHalf>(result.stages).deploy;
    QList arrivals{arrival(38, u"R1"_s, QString(64, u'a'))};
    if (why == "it was a roll-back"_L1)
        context.operation = contract::Operation::Rollback;
    else if (why == "nothing was changed"_L1)
        deploy.deployments = {{.product = u"Genesis"_s, .unchanged = {Path}}};
    else if (why == "nothing ran before"_L1)
        arrivals = {arrival(41, u"R3"_s, QString(64, u'c'))};
    else
        deploy.workerCommit = QString(40, u'f');
    if (why == "the workers alone moved on"_L1)
        deploy.deployments = {};
    const auto follower = runner::rollbackOf(item(), context, u"producao"_s, result, arrivals);
    if (why == "nothing ran before"_L1) {
        COMPARE_ERROR(follower, ErrorCode::NotFound);
    } else if (why.endsWith("moved on"_L1)) {
        COMPARE_ERROR(follower, ErrorCode::Refused);
    } else {
        VERIFY_RESULT(follower);
        QVERIFY(!*follower);
    }
}

QTEST_GUILESS_MAIN(TestFollowers)
#include "tst_followers.moc"
