// SPDX-License-Identifier: Apache-2.0
#include "releasefixture.h"

#include "events/runlog.h"
#include "events/teststore.h"
#include "pipeline/followers.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace pipeline::tests {

namespace {

template<class T>
T sure(Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().text()));
    return std::move(*result);
}

void sure(const Result<void> &result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().text()));
}

QByteArray sample(const QString &path)
{
    QFile file(qEnvironmentVariable("PIPELINE_SOURCE_DIR") + u"/resources/samples/"_s + path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s is not there", qPrintable(file.fileName()));
    return file.readAll();
}

const Actor Runner{u"runner-01"_s, u"pipeline"_s, u"worker-server"_s, u"runner"_s};
const QStringList Models{u"Genesis/bpmn/analise-credito.bpmn"_s, u"Genesis/dmn/faixa-risco.dmn"_s,
                         u"Genesis/forms/parecer-analista.form"_s, u"Prometheus/bpmn/cobranca-amigavel.bpmn"_s};
const QStringList WorkerFiles{u"index.js"_s, u"src/consulta.js"_s, u"src/bureau.js"_s, u"test/consulta.test.js"_s};
const QString Worker = u"worker/consulta-bureau"_s;

} // namespace

ReleaseFixture::ReleaseFixture(const QString &user)
    : console(user),
      m_artefacts(console.folder() + u"/artefatos"_s),
      m_workers(console.folder() + u"/workers"_s),
      m_artefactsMirror({u"artefatos"_s, m_artefacts.remote(), u"main"_s, {}}, console.folder() + u"/mirror-a"_s),
      m_workersMirror({u"workers"_s, m_workers.remote(), u"main"_s, {}}, console.folder() + u"/mirror-w"_s),
      m_reader(&m_artefactsMirror, &m_workersMirror)
{
    for (const QString &path : Models)
        m_artefacts.write(path, sample(u"artefatos/"_s + path));
    m_artefactsCommit = m_artefacts.commit();
    m_artefacts.push();
    for (const QString &path : WorkerFiles)
        m_workers.write(Worker + u'/' + path, sample(u"workers/"_s + Worker + u'/' + path));
    m_workersCommit = m_workers.commit();
    m_workers.push();
    for (const QString &path : Models)
        console.files[path] = {{path, sample(u"artefatos/"_s + path)}};
    for (const QString &path : WorkerFiles)
        console.files[Worker].insert(Worker + u'/' + path, sample(u"workers/"_s + Worker + u'/' + path));
    m_manifest = sure(m_reader.read(context(contract::Mode::Validate).artefacts, {})).release.manifest;
    console.approvals = [this](std::stop_token) -> Result<std::unique_ptr<approval::Approvals>> {
        return std::make_unique<approval::Approvals>(*console.backlog, m_reader, console.configuration.people);
    };
}

ReleaseFixture::~ReleaseFixture()
{
    // What still runs in the background reads from the repositories.
    console.session.reset();
    ui::waitForPool();
}

contract::PipelineContext ReleaseFixture::context(contract::Mode mode) const
{
    contract::PipelineContext context;
    context.mode = mode;
    context.releaseRef = QString::fromLatin1(Ref);
    context.sprint = u"S028"_s;
    context.environment = u"producao"_s;
    for (const QString &path : Models) {
        const auto type = path.endsWith(".bpmn"_L1) ? contract::ArtefactType::Bpmn
            : path.endsWith(".dmn"_L1)              ? contract::ArtefactType::Dmn
                                                    : contract::ArtefactType::Form;
        context.artefacts << contract::Artefact{type, path.section(u'/', -1), path, m_artefactsCommit};
    }
    context.artefacts << contract::Artefact{contract::ArtefactType::Worker, u"consulta-bureau"_s, Worker,
                                            m_workersCommit};
    return context;
}

ReleaseFixture::Validation ReleaseFixture::sound()
{
    Validation made;
    const auto warning = [](const QString &rule, const QString &message, const QString &path, int line, int column) {
        return Finding{.rule = rule,
                       .severity = Severity::Warning,
                       .message = message,
                       .path = path,
                       .line = line,
                       .column = column};
    };
    made.warnings = {
        warning(u"not-executable"_s, u"The engine ignores this process"_s, Models[0], 4, 4),
        warning(u"deployment-binding"_s, u"Binds to the latest version"_s, Models[0], 12, 6),
        warning(u"no-unused-vars"_s, u"“retryMs” is assigned and never used"_s, Worker + u"/src/bureau.js"_s, 8, 7)};
    for (int i = 0; i < 12; ++i)
        made.tests << TestCase{Worker,
                               Worker + (i < 8 ? u"/test/consulta.test.js"_s : u"/test/cpf.test.js"_s),
                               {},
                               u"test number %1"_s.arg(i + 1),
                               TestState::Passed,
                               20 + i,
                               {},
                               10 + i};
    made.coverage = {{Worker + u"/src/bureau.js"_s, 100, 74}, {Worker + u"/index.js"_s, 100, 96}};
    made.total = 87.4;
    return made;
}

ReleaseFixture::Validation ReleaseFixture::withFailedTest()
{
    Validation made = sound();
    made.tests[3].state = TestState::Failed;
    made.tests[3].name = u"gives up after five tries"_s;
    made.tests[3].line = 16;
    made.tests[3].message = u"expect(received).toBe(expected) // Object.is equality\n\nExpected: 5\nReceived: 3"_s;
    made.tests[5].state = TestState::Skipped;
    return made;
}

qint64 ReleaseFixture::validate(const Validation &validation, const QString &preparedBy)
{
    contract::NewItem fresh;
    fresh.type = contract::type::ExecutePipeline;
    fresh.mode = u"validar"_s;
    fresh.context = context(contract::Mode::Validate).toJson();
    const auto inserted = sure(
        console.backlog->insert(fresh, {preparedBy, preparedBy, u"desk-03"_s, u"command line"_s}, {}));
    const backlog::Capabilities able{true, {u"producao"_s}, u"producao"_s};
    const auto item = sure(console.backlog->claim(able, Runner, std::chrono::seconds(300), {}));
    const Claim claim{item->id, item->fence, item->attempt, Runner};
    contract::PipelineResult result(contract::Mode::Validate);
    auto &half = std::get<contract::PipelineResult::ValidateHalf>(result.stages);
    half.validate.errors = validation.errors;
    half.validate.warnings = validation.warnings;
    half.validate.status = validation.errors.isEmpty() ? contract::StageStatus::Success : contract::StageStatus::Failed;
    result.manifest = m_manifest;
    events::RunLog log(*console.database, claim, {});
    sure(log.stageStarted(u"validate"_s, 3));
    log.progress(u"validate"_s, 0, 3, u"read the pinned bytes"_s);
    log.log(events::LogSeverity::Info, u"repository"_s, u"4 files and 1 worker folder read"_s);
    log.progress(u"validate"_s, 2, 3, u"check the models"_s);
    for (const Finding &finding : validation.errors + validation.warnings)
        sure(log.finding(finding));
    log.progress(u"validate"_s, 3, 3, {});
    sure(log.stageEnded(u"validate"_s, half.validate.status));
    if (validation.errors.isEmpty()) {
        sure(log.stageStarted(u"test"_s, 0));
        log.log(events::LogSeverity::Warning, u"jest"_s, u"a worker process was slow to end"_s);
        for (const TestCase &test : validation.tests) {
            half.test.passed += test.state == TestState::Passed ? 1 : 0;
            if (test.state == TestState::Failed) {
                ++half.test.failed;
                half.test.failures << contract::TestFailure{test.suite, test.name, test.message, test.line};
            }
        }
        half.test.coverage = validation.total;
        half.test.status = half.test.failed ? contract::StageStatus::Failed
            : validation.tests.isEmpty()    ? contract::StageStatus::Skipped
                                            : contract::StageStatus::Success;
        sure(events::TestStore(*console.database).record(claim, validation.tests, validation.coverage, {}));
    } else {
        half.test.status = contract::StageStatus::Skipped;
    }
    sure(log.stageEnded(u"test"_s, half.test.status));
    result.success = validation.errors.isEmpty() && half.test.failed == 0;
    sure(log.flush());
    backlog::Completion completion{.state = result.success ? contract::ItemState::Done : contract::ItemState::Failed,
                                   .result = result.toJson(),
                                   .environment = u"producao"_s};
    if (result.success)
        completion.follower = runner::followerOf(*item, context(contract::Mode::Validate), u"producao"_s, result);
    sure(console.backlog->complete(claim, completion, {}));
    return inserted.id;
}

qint64 ReleaseFixture::openApproval() const
{
    const auto open = sure(console.backlog->list(
        {.types = {contract::type::ApproveRelease}, .states = {contract::ItemState::Pending}}, {}));
    return open.isEmpty() ? 0 : open.first().id;
}

void ReleaseFixture::approveAs(const QString &person)
{
    const approval::Decision decision{QString::fromLatin1(Ref), u"producao"_s, m_manifest, true, u"read it all"_s};
    sure(sure(console.approvals({}))->decide(decision, {person, person, u"desk-09"_s, u"console"_s}, {}));
}

Claim ReleaseFixture::startDeployment()
{
    const backlog::Capabilities able{false, {u"producao"_s}, u"producao"_s};
    const auto item = sure(console.backlog->claim(able, Runner, std::chrono::seconds(300), {}));
    const Claim claim{item->id, item->fence, item->attempt, Runner};
    events::RunLog log(*console.database, claim, {});
    sure(log.stageStarted(u"deploy"_s, 4));
    log.progress(u"deploy"_s, 0, 4, u"deploy Genesis"_s);
    log.log(events::LogSeverity::Info, u"Genesis"_s, u"Deployment b71c09e2 made 2 definitions"_s);
    log.progress(u"deploy"_s, 1, 4, u"deploy Prometheus"_s);
    sure(log.flush());
    return claim;
}

void ReleaseFixture::failDeployment(const Claim &claim, const Finding &finding, const QString &reason)
{
    events::RunLog log(*console.database, claim, {});
    sure(log.finding(finding));
    sure(log.stageEnded(u"deploy"_s, contract::StageStatus::Failed));
    sure(log.stageEnded(u"verify"_s, contract::StageStatus::Skipped));
    log.log(events::LogSeverity::Error, u"runner"_s, reason);
    sure(log.flush());
    contract::PipelineResult result(contract::Mode::Deploy);
    auto &half = std::get<contract::PipelineResult::DeployHalf>(result.stages);
    half.deploy.status = contract::StageStatus::Failed;
    result.reason = reason;
    result.manifest = m_manifest;
    sure(console.backlog->complete(
        claim, {.state = contract::ItemState::Failed, .result = result.toJson(), .environment = u"producao"_s}, {}));
}

} // namespace pipeline::tests
