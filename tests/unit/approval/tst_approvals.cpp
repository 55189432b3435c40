// SPDX-License-Identifier: Apache-2.0
#include "approval/approvals.h"
#include "history.h"
#include "support/gitrepository.h"
#include "support/resultchecks.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace pipeline;
using namespace pipeline::approval;
using contract::ItemState;
using tests::GitRepository;
using tests::History;
using tests::person;

namespace {

/// A backlog in which somebody touches the row between the look at it and the decision.
class RacingBacklog : public backlog::SqliteBacklog {
public:
    explicit RacingBacklog(History &history) : SqliteBacklog(history.database()), m_history(history) {}

    Result<std::optional<contract::BacklogItem>> decide(const backlog::DecisionOnItem &decision, const Actor &actor,
                                                        std::stop_token stop) override
    {
        (void)m_history.outside().run(u"update backlog set prioridade = 9 where id = %1"_s.arg(decision.item));
        return SqliteBacklog::decide(decision, actor, stop);
    }

private:
    History &m_history;
};

} // namespace

/// Decisions of people on releases that wait, with bytes in a real git repository.
class TestApprovals : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void approvesWhatWasLookedAt();
    void takesTwelveDigitsInAnyCase();
    void refusesAShorterDigest();
    void refusesOtherBytes();
    void refusesBytesThatAreNotThoseOfTheRepository();
    void refusesWhoAskedForTheValidation();
    void refusesAnAuthor();
    void comparesAuthorsWhenNobodyAsked();
    void rejects();
    void refusesARejectionWithoutAReason();
    void findsNothingUnderAnotherName();
    void isTooLate();
    void losesARace();
    void leavesTheRowWhenTheRepositoryIsAway();

private:
    Result<DecisionRecord> decide(const QString &by, const Decision &decision)
    {
        return decide(m_history->backlog(), by, decision);
    }
    Result<DecisionRecord> decide(backlog::Backlog &backlog, const QString &by, const Decision &decision)
    {
        Approvals approvals(backlog, *m_reader, {{u"rui"_s, {u"maria@example.org"_s}}});
        return approvals.decide(decision, person(by), {});
    }
    Decision approval() const
    {
        return {.releaseRef = m_context.releaseRef,
                .environment = u"producao"_s,
                .manifest = m_manifest,
                .approved = true,
                .reason = u"Li os testes"_s};
    }
    Decision rejection(const QString &reason) const
    {
        Decision decision = approval();
        decision.approved = false;
        decision.reason = reason;
        return decision;
    }
    /// The approval that waits, as it is now.
    contract::BacklogItem waiting() { return m_history->backlog().item(m_approval, {}).value(); }

    QTemporaryDir m_folder;
    std::unique_ptr<GitRepository> m_repository;
    std::unique_ptr<repository::Mirror> m_mirror;
    std::unique_ptr<repository::ReleaseReader> m_reader;
    contract::PipelineContext m_context;
    QString m_manifest;
    std::unique_ptr<History> m_history;
    qint64 m_approval = 0;
};

void TestApprovals::initTestCase()
{
    GitRepository::isolate(m_folder.path());
    m_repository = std::make_unique<GitRepository>(m_folder.path());
    m_repository->write(u"Genesis/forms/parecer.form"_s, "{\"id\":\"parecer\"}\n");
    const QString commit = m_repository->commit();
    m_repository->push();
    m_mirror = std::make_unique<repository::Mirror>(
        repository::Remote{u"artefatos"_s, m_repository->remote(), u"main"_s, {}}, m_folder.filePath(u"mirror.git"_s));
    m_reader = std::make_unique<repository::ReleaseReader>(m_mirror.get(), nullptr);
    m_context = tests::sampleContext(contract::Mode::Validate, u"producao"_s);
    m_context.artefacts = {{contract::ArtefactType::Form, u"parecer.form"_s, u"Genesis/forms/parecer.form"_s, commit}};
    const auto read = m_reader->read(m_context.artefacts, {});
    VERIFY_RESULT(read);
    m_manifest = read->release.manifest;
    QCOMPARE(m_manifest.size(), 64);
}

void TestApprovals::init()
{
    m_history = std::make_unique<History>();
    const qint64 validation = m_history->validated(m_context, m_manifest, u"joana"_s);
    m_approval = m_history->approval(validation, m_context, m_manifest, u"producao"_s);
}

void TestApprovals::approvesWhatWasLookedAt()
{
    const auto record = decide(u"marina"_s, approval());
    VERIFY_RESULT(record);
    QCOMPARE(record->approval.id, m_approval);
    QVERIFY(record->approval.state == ItemState::Done);
    const auto decision = contract::Decision::fromJson(*record->approval.result);
    VERIFY_RESULT(decision);
    QVERIFY(decision->approved);
    QCOMPARE(decision->by, u"marina"_s);
    QCOMPARE(decision->account, u"login-of-marina"_s);
    QCOMPARE(decision->guarantee, u"declarada"_s);
    QCOMPARE(decision->reason, u"Li os testes"_s);
    QCOMPARE(decision->environment, u"producao"_s);
    QCOMPARE(decision->manifest, m_manifest);

    QVERIFY(record->deployment.has_value());
    const auto context = contract::PipelineContext::fromJson(record->deployment->context, record->deployment->mode);
    VERIFY_RESULT(context);
    QVERIFY(context->mode == contract::Mode::Deploy);
    QCOMPARE(context->artefacts, m_context.artefacts);
    QCOMPARE(context->environment, u"producao"_s);
    QCOMPARE(record->deployment->originId, std::optional(m_approval));
    QCOMPARE(record->deployment->createdBy, u"marina"_s);
}

void TestApprovals::takesTwelveDigitsInAnyCase()
{
    Decision decision = approval();
    decision.manifest = m_manifest.left(12).toUpper();
    VERIFY_RESULT(decide(u"marina"_s, decision));
}

void TestApprovals::refusesAShorterDigest()
{
    Decision decision = approval();
    decision.manifest = m_manifest.left(11);
    COMPARE_ERROR(decide(u"marina"_s, decision), ErrorCode::InvalidInput);
    QVERIFY(!waiting().isFinished());
}

void TestApprovals::refusesOtherBytes()
{
    Decision decision = approval();
    decision.manifest = QString(64, u'f');
    const auto record = decide(u"marina"_s, decision);
    COMPARE_ERROR(record, ErrorCode::Refused);
    QVERIFY2(record.error().text().contains(m_manifest), qPrintable(record.error().text()));
    QVERIFY(!waiting().isFinished());
}

void TestApprovals::refusesBytesThatAreNotThoseOfTheRepository()
{
    const QString other(64, u'c');
    const qint64 validation = m_history->validated(m_context, other, u"joana"_s);
    const qint64 forged = m_history->approval(validation, m_context, other, u"producao"_s);
    Decision decision = approval();
    decision.manifest = other;
    const auto record = decide(u"marina"_s, decision);
    COMPARE_ERROR(record, ErrorCode::Refused);
    QVERIFY2(record.error().text().contains("not those that were validated"_L1), qPrintable(record.error().text()));
    QVERIFY(!m_history->backlog().item(forged, {}).value().isFinished());
}

void TestApprovals::refusesWhoAskedForTheValidation()
{
    const auto record = decide(u"joana"_s, approval());
    COMPARE_ERROR(record, ErrorCode::Refused);
    QVERIFY2(record.error().text().contains("joana requested the validation"_L1), qPrintable(record.error().text()));
    QVERIFY(!waiting().isFinished());
}

void TestApprovals::refusesAnAuthor()
{
    for (const QString &name : {u"rui"_s, u"Maria@example.org"_s}) {
        const auto record = decide(name, approval());
        COMPARE_ERROR(record, ErrorCode::Refused);
        QVERIFY2(record.error().text().contains("author of the pinned commits"_L1), qPrintable(record.error().text()));
    }
    QVERIFY(!waiting().isFinished());
}

void TestApprovals::comparesAuthorsWhenNobodyAsked()
{
    VERIFY_RESULT(m_history->outside().run(u"update backlog set criado_por = null where modo = 'validar'"_s));
    COMPARE_ERROR(decide(u"rui"_s, approval()), ErrorCode::Refused);
    VERIFY_RESULT(decide(u"joana"_s, approval()));
}

void TestApprovals::rejects()
{
    const auto record = decide(u"joana"_s, rejection(u"A faixa D ficou sem regra"_s));
    VERIFY_RESULT(record);
    QVERIFY(!record->deployment);
    const auto decision = contract::Decision::fromJson(*record->approval.result);
    VERIFY_RESULT(decision);
    QVERIFY(!decision->approved);
    QCOMPARE(decision->reason, u"A faixa D ficou sem regra"_s);
}

void TestApprovals::refusesARejectionWithoutAReason()
{
    for (const QString &reason : {QString(), u"não"_s, u"              "_s})
        COMPARE_ERROR(decide(u"marina"_s, rejection(reason)), ErrorCode::InvalidInput);
    QVERIFY(!waiting().isFinished());
}

void TestApprovals::findsNothingUnderAnotherName()
{
    Decision elsewhere = approval();
    elsewhere.environment = u"homologacao"_s;
    COMPARE_ERROR(decide(u"marina"_s, elsewhere), ErrorCode::NotFound);
    Decision other = approval();
    other.releaseRef = u"R-0"_s;
    COMPARE_ERROR(decide(u"marina"_s, other), ErrorCode::NotFound);
}

void TestApprovals::isTooLate()
{
    VERIFY_RESULT(decide(u"marina"_s, approval()));
    const auto second = decide(u"paula"_s, approval());
    COMPARE_ERROR(second, ErrorCode::Conflict);
    QVERIFY2(second.error().text().contains("aprovado by marina"_L1), qPrintable(second.error().text()));
}

void TestApprovals::losesARace()
{
    RacingBacklog racing(*m_history);
    const auto record = decide(racing, u"marina"_s, approval());
    COMPARE_ERROR(record, ErrorCode::Conflict);
    QVERIFY2(record.error().text().contains("Look at the release again"_L1), qPrintable(record.error().text()));
    QVERIFY(!waiting().isFinished());
    QCOMPARE(m_history->outside().value(u"select count(*) from backlog where modo = 'implantar'"_s).toInt(), 0);
}

void TestApprovals::leavesTheRowWhenTheRepositoryIsAway()
{
    repository::Mirror absent({u"artefatos"_s, m_folder.filePath(u"absent.git"_s), u"main"_s, {}},
                              m_folder.filePath(u"absent-mirror.git"_s));
    repository::ReleaseReader reader(&absent, nullptr);
    Approvals approvals(m_history->backlog(), reader, {});
    QVERIFY(!approvals.decide(approval(), person(u"marina"_s), {}));
    QVERIFY(!waiting().isFinished());
}

QTEST_GUILESS_MAIN(TestApprovals)
#include "tst_approvals.moc"
