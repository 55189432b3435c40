// SPDX-License-Identifier: Apache-2.0
#include "approval/policycheck.h"
#include "history.h"
#include "support/resultchecks.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace pipeline;
using namespace pipeline::approval;
using contract::Operation;
using contract::PipelineContext;
using tests::History;

/// What an environment's policy demands of a deployment, asked of a real backlog.
class TestPolicyCheck : public QObject {
    Q_OBJECT

private slots:
    void init() { m_history = std::make_unique<History>(); }
    void noneDemandsNothing();
    void validatedDemandsAPassedValidation();
    void approvedDemandsAnApproval();
    void approvedDemandsASecondPerson();
    void approvedDemandsTheValidation();
    void anApprovalHoldsForItsEnvironment();
    void anApprovalExpires();
    void aRejectionIsNoApproval();
    void oneGoodApprovalAmongBadOnesIsEnough();
    void anOlderReleaseIsRefused();
    void anOlderReleaseOfOtherFilesIsNot();
    void eachFileIsComparedWithItsNewestDeployment();
    void aDeploymentThatFailedLaterRunsAsWell();
    void ageIsAskedOfTheSameEnvironment();
    void ageIsAskedOfADeploymentToTheDefaultEnvironment();
    void ageLooksPastManyOtherReleases();
    void theSameBytesMayGoAgain();
    void redeployDemandsAnEarlierDeployment();
    void redeployLooksAtTheEnvironmentThatWasMeant();
    void redeployNeedsNoValidApproval();

private:
    static QString manifest(QChar digit) { return QString(64, digit); }
    static PipelineContext release(const QString &ref, const QStringList &paths = {u"Genesis/bpmn/a.bpmn"_s})
    {
        PipelineContext context;
        context.mode = contract::Mode::Deploy;
        context.releaseRef = ref;
        context.sprint = u"Sprint 42"_s;
        context.environment = u"producao"_s;
        for (const QString &path : paths)
            context.artefacts << contract::Artefact{contract::ArtefactType::Bpmn, path.section(u'/', -1), path,
                                                    QString(40, u'a')};
        return context;
    }
    static PipelineContext withoutEnvironment(PipelineContext context)
    {
        context.environment.clear();
        return context;
    }
    static PipelineContext again(PipelineContext context, Operation operation)
    {
        context.operation = operation;
        context.reason = u"voltar ao estado anterior"_s;
        return context;
    }

    Result<void> require(const PipelineContext &context, const QString &manifest, Policy policy,
                         const QString &environmentName = u"producao"_s)
    {
        Environment environment;
        environment.name = environmentName;
        environment.policy = policy;
        Release release;
        release.manifest = manifest;
        release.authors = {u"rui@example.org"_s};
        const PolicyCheck check(m_history->backlog(), {{u"rui"_s, {u"rui@example.org"_s}}});
        return check.require({release, context, environment}, {});
    }

    /// A decided approval of \a manifest.
    qint64 decided(const PipelineContext &context, const QString &manifest, const QString &by, bool approved = true,
                   const QString &environment = u"producao"_s)
    {
        const qint64 validation = m_history->validated(context, manifest);
        const qint64 approval = m_history->approval(validation, context, manifest, environment);
        m_history->decide(approval, by, approved);
        return approval;
    }

    std::unique_ptr<History> m_history;
};

#define VERIFY_REFUSED(result, words)                                                                                  \
    do {                                                                                                               \
        const auto refusal = (result);                                                                                 \
        COMPARE_ERROR(refusal, ErrorCode::Refused);                                                                    \
        QVERIFY2(refusal.error().text().contains(words), qPrintable(refusal.error().text()));                          \
        QVERIFY(!refusal.error().hint.isEmpty());                                                                      \
    } while (false)

void TestPolicyCheck::noneDemandsNothing()
{
    VERIFY_RESULT(require(release(u"R1"_s), manifest(u'a'), Policy::None));
}

void TestPolicyCheck::validatedDemandsAPassedValidation()
{
    const auto context = release(u"R1"_s);
    VERIFY_REFUSED(require(context, manifest(u'a'), Policy::Validated), "have not passed a validar"_L1);
    m_history->failedValidation(context, manifest(u'a'));
    VERIFY_REFUSED(require(context, manifest(u'a'), Policy::Validated), "have not passed a validar"_L1);
    m_history->validated(context, manifest(u'b'));
    VERIFY_REFUSED(require(context, manifest(u'a'), Policy::Validated), "the manifest aaaaaaaaaaaa"_L1);
    m_history->validated(context, manifest(u'a'));
    VERIFY_RESULT(require(context, manifest(u'a'), Policy::Validated));
}

void TestPolicyCheck::approvedDemandsAnApproval()
{
    const auto context = release(u"R1"_s);
    const qint64 validation = m_history->validated(context, manifest(u'a'));
    VERIFY_REFUSED(require(context, manifest(u'a'), Policy::Approved), "Nobody has decided"_L1);
    const qint64 approval = m_history->approval(validation, context, manifest(u'a'), u"producao"_s);
    VERIFY_REFUSED(require(context, manifest(u'a'), Policy::Approved), "Nobody has decided"_L1);
    m_history->decide(approval, u"marina"_s);
    VERIFY_RESULT(require(context, manifest(u'a'), Policy::Approved));
    VERIFY_REFUSED(require(context, manifest(u'b'), Policy::Approved), "Nobody has decided"_L1);
}

void TestPolicyCheck::approvedDemandsASecondPerson()
{
    decided(release(u"R1"_s), manifest(u'a'), u"joana"_s); // who asked for the validation
    VERIFY_REFUSED(require(release(u"R1"_s), manifest(u'a'), Policy::Approved), "not a second person's approval"_L1);
    decided(release(u"R2"_s), manifest(u'b'), u"rui"_s); // an author
    VERIFY_REFUSED(require(release(u"R2"_s), manifest(u'b'), Policy::Approved), "author of the pinned commits"_L1);
}

void TestPolicyCheck::approvedDemandsTheValidation()
{
    const auto context = release(u"R1"_s);
    m_history->decide(m_history->approval(0, context, manifest(u'a'), u"producao"_s), u"marina"_s);
    VERIFY_REFUSED(require(context, manifest(u'a'), Policy::Approved), "does not follow a successful validar"_L1);

    const qint64 others = m_history->validated(context, manifest(u'b'));
    m_history->decide(m_history->approval(others, context, manifest(u'a'), u"producao"_s), u"marina"_s);
    VERIFY_REFUSED(require(context, manifest(u'a'), Policy::Approved), "does not follow a successful validar"_L1);
}

void TestPolicyCheck::anApprovalHoldsForItsEnvironment()
{
    decided(release(u"R1"_s), manifest(u'a'), u"marina"_s, true, u"homologacao"_s);
    VERIFY_REFUSED(require(release(u"R1"_s), manifest(u'a'), Policy::Approved), "approves it for homologacao"_L1);
}

void TestPolicyCheck::anApprovalExpires()
{
    const qint64 approval = decided(release(u"R1"_s), manifest(u'a'), u"marina"_s);
    m_history->moveDecision(approval, 13);
    VERIFY_RESULT(require(release(u"R1"_s), manifest(u'a'), Policy::Approved));
    m_history->moveDecision(approval, 15);
    VERIFY_REFUSED(require(release(u"R1"_s), manifest(u'a'), Policy::Approved), "expired on"_L1);
}

void TestPolicyCheck::aRejectionIsNoApproval()
{
    decided(release(u"R1"_s), manifest(u'a'), u"marina"_s, false);
    VERIFY_REFUSED(require(release(u"R1"_s), manifest(u'a'), Policy::Approved), "was rejected by marina"_L1);
}

void TestPolicyCheck::oneGoodApprovalAmongBadOnesIsEnough()
{
    decided(release(u"R1"_s), manifest(u'a'), u"marina"_s);
    decided(release(u"R1"_s), manifest(u'a'), u"joana"_s);
    decided(release(u"R1"_s), manifest(u'a'), u"paula"_s, false);
    VERIFY_RESULT(require(release(u"R1"_s), manifest(u'a'), Policy::Approved));
}

void TestPolicyCheck::anOlderReleaseIsRefused()
{
    m_history->validated(release(u"R1"_s), manifest(u'a'));
    m_history->validated(release(u"R2"_s), manifest(u'b'));
    m_history->deployed(release(u"R2"_s), manifest(u'b'), u"producao"_s);
    VERIFY_REFUSED(require(release(u"R1"_s), manifest(u'a'), Policy::Validated), "R1 is older than R2"_L1);
    VERIFY_REFUSED(require(release(u"R1"_s), manifest(u'a'), Policy::None), "R1 is older than R2"_L1);
    m_history->validated(release(u"R3"_s), manifest(u'c'));
    VERIFY_RESULT(require(release(u"R3"_s), manifest(u'c'), Policy::Validated));
}

void TestPolicyCheck::anOlderReleaseOfOtherFilesIsNot()
{
    const auto other = release(u"R2"_s, {u"Prometheus/bpmn/b.bpmn"_s});
    m_history->validated(release(u"R1"_s), manifest(u'a'));
    m_history->validated(other, manifest(u'b'));
    m_history->deployed(other, manifest(u'b'), u"producao"_s);
    VERIFY_RESULT(require(release(u"R1"_s), manifest(u'a'), Policy::Validated));
}

void TestPolicyCheck::eachFileIsComparedWithItsNewestDeployment()
{
    const QString a = u"Genesis/bpmn/a.bpmn"_s;
    const QString b = u"Genesis/bpmn/b.bpmn"_s;
    m_history->validated(release(u"R1"_s, {b}), manifest(u'a'));
    m_history->validated(release(u"R2"_s, {a, b}), manifest(u'b'));
    m_history->validated(release(u"R3"_s, {a}), manifest(u'c'));
    // The newest deployment has nothing newer for a; for b the one before it counts.
    m_history->deployed(release(u"R3"_s, {a}), manifest(u'c'), u"producao"_s);
    m_history->deployed(release(u"R1"_s, {b}), manifest(u'a'), u"producao"_s);
    VERIFY_REFUSED(require(release(u"R2"_s, {a, b}), manifest(u'b'), Policy::Validated), "R2 is older than R3"_L1);
    m_history->validated(release(u"R4"_s, {a, b}), manifest(u'd'));
    VERIFY_RESULT(require(release(u"R4"_s, {a, b}), manifest(u'd'), Policy::Validated));
}

void TestPolicyCheck::aDeploymentThatFailedLaterRunsAsWell()
{
    m_history->validated(release(u"R1"_s), manifest(u'a'));
    m_history->validated(release(u"R2"_s), manifest(u'b'));
    m_history->failedDeployment(withoutEnvironment(release(u"R2"_s)), manifest(u'b'), u"producao"_s);
    VERIFY_REFUSED(require(release(u"R1"_s), manifest(u'a'), Policy::Validated), "R1 is older than R2"_L1);
}

void TestPolicyCheck::ageIsAskedOfTheSameEnvironment()
{
    m_history->validated(release(u"R1"_s), manifest(u'a'));
    m_history->validated(release(u"R2"_s), manifest(u'b'));
    auto elsewhere = release(u"R2"_s);
    elsewhere.environment = u"homologacao"_s;
    m_history->deployed(elsewhere, manifest(u'b'), u"homologacao"_s);
    VERIFY_RESULT(require(release(u"R1"_s), manifest(u'a'), Policy::Validated));
}

void TestPolicyCheck::ageIsAskedOfADeploymentToTheDefaultEnvironment()
{
    m_history->validated(release(u"R1"_s), manifest(u'a'));
    m_history->validated(release(u"R2"_s), manifest(u'b'));
    m_history->deployed(withoutEnvironment(release(u"R2"_s)), manifest(u'b'), u"producao"_s);
    VERIFY_REFUSED(require(release(u"R1"_s), manifest(u'a'), Policy::Validated), "R1 is older than R2"_L1);
}

void TestPolicyCheck::ageLooksPastManyOtherReleases()
{
    m_history->validated(release(u"R1"_s), manifest(u'a'));
    m_history->validated(release(u"R2"_s), manifest(u'b'));
    m_history->deployed(release(u"R2"_s), manifest(u'b'), u"producao"_s);
    for (int i = 0; i < 110; ++i)
        m_history->deployed(release(u"S%1"_s.arg(i), {u"Prometheus/bpmn/b.bpmn"_s}), manifest(u'c'), u"producao"_s);
    VERIFY_REFUSED(require(release(u"R1"_s), manifest(u'a'), Policy::Validated), "R1 is older than R2"_L1);
}

void TestPolicyCheck::theSameBytesMayGoAgain()
{
    m_history->validated(release(u"R1"_s), manifest(u'a'));
    m_history->deployed(release(u"R1"_s), manifest(u'a'), u"producao"_s);
    VERIFY_RESULT(require(release(u"R1"_s), manifest(u'a'), Policy::Validated));
}

void TestPolicyCheck::redeployDemandsAnEarlierDeployment()
{
    const auto context = release(u"R1"_s);
    m_history->validated(context, manifest(u'a'));
    for (const Operation operation : {Operation::Redeploy, Operation::Rollback})
        VERIFY_REFUSED(require(again(context, operation), manifest(u'a'), Policy::Validated), "never went there"_L1);
    m_history->deployed(context, manifest(u'a'), u"producao"_s);
    for (const Operation operation : {Operation::Redeploy, Operation::Rollback})
        VERIFY_RESULT(require(again(context, operation), manifest(u'a'), Policy::Validated));
    VERIFY_REFUSED(require(again(context, Operation::Redeploy), manifest(u'b'), Policy::Validated),
                   "never went there"_L1);
}

void TestPolicyCheck::redeployLooksAtTheEnvironmentThatWasMeant()
{
    const auto context = release(u"R1"_s);
    m_history->validated(context, manifest(u'a'));
    m_history->deployed(withoutEnvironment(context), manifest(u'a'), u"homologacao"_s);
    VERIFY_REFUSED(require(again(context, Operation::Redeploy), manifest(u'a'), Policy::Approved),
                   "never went there"_L1);
    m_history->deployed(withoutEnvironment(context), manifest(u'a'), u"producao"_s);
    VERIFY_RESULT(require(again(context, Operation::Redeploy), manifest(u'a'), Policy::Approved));
}

void TestPolicyCheck::redeployNeedsNoValidApproval()
{
    const auto context = release(u"R1"_s);
    m_history->moveDecision(decided(context, manifest(u'a'), u"marina"_s), 100);
    m_history->deployed(context, manifest(u'a'), u"producao"_s);
    m_history->validated(release(u"R2"_s), manifest(u'b'));
    m_history->deployed(release(u"R2"_s), manifest(u'b'), u"producao"_s);
    VERIFY_REFUSED(require(context, manifest(u'a'), Policy::Approved), "R1 is older than R2"_L1);
    VERIFY_RESULT(require(again(context, Operation::Redeploy), manifest(u'a'), Policy::Approved));
}

QTEST_GUILESS_MAIN(TestPolicyCheck)
#include "tst_policycheck.moc"
