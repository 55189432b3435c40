// SPDX-License-Identifier: Apache-2.0
#include "failure.h"

#include "ui/cells/rowlooks.h"
#include "ui/cells/times.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

namespace {

struct FailureWords {
    Q_DECLARE_TR_FUNCTIONS(Failure)
};

void adoptPlace(Failure &failure, const Finding &finding)
{
    failure.path = finding.path;
    failure.element = finding.element;
    failure.line = finding.line;
    failure.column = finding.column;
    failure.message = finding.message;
}

void describeValidation(Failure &failure, const ReleaseData &data)
{
    const int errors = data.count(Severity::Error);
    failure.what = FailureWords::tr("VALIDATE found %n errors. Nothing was tested and nothing was deployed.", nullptr,
                                    errors);
    if (errors > 0) {
        adoptPlace(failure, data.findings.first());
        failure.why = data.findings.first().message;
    }
    failure.steps << FailureWords::tr("Ask the producer to mend what Findings lists. New bytes need a new validation.");
    failure.retry = Failure::Retry::FailsAgain;
}

void describeTests(Failure &failure, const ReleaseData &data, const QString &reason)
{
    const QJsonObject result = ReleaseData::result(data.validation, u"test"_s);
    const int failed = result["falhou"_L1].toInt();
    failure.what = failed > 0 ? FailureWords::tr("%n tests failed. Nothing was deployed.", nullptr, failed)
                              : FailureWords::tr("TEST did not pass. Nothing was deployed.");
    failure.why = reason;
    if (const QJsonObject first = result["falhas"_L1].toArray().first().toObject(); !first.isEmpty()) {
        failure.why = u"%1: %2"_s.arg(first["teste"_L1].toString(),
                                      first["mensagem"_L1].toString().section(u'\n', 0, 0));
        failure.path = first["arquivo"_L1].toString();
        failure.line = first["linha"_L1].toInt();
        failure.message = failure.why;
    }
    failure.steps << FailureWords::tr(
        "Ask the producer to mend the worker or its test. Tests shows what was expected.");
    failure.retry = failed > 0 ? Failure::Retry::FailsAgain : Failure::Retry::Unknown;
}

/// "Worker emite-boleto does not poll its topic."
QString checkSentence(const QString &name, const QString &detail)
{
    const QString subject = name.left(1).toUpper() + name.mid(1);
    if (detail.isEmpty())
        return FailureWords::tr("%1 failed.").arg(subject);
    const QString sentence = subject + (detail.at(0).isLower() ? u" "_s : u": "_s) + detail;
    return sentence.endsWith(u'.') ? sentence : sentence + u'.';
}

void describeChecks(Failure &failure, const ReleaseData &data, const QString &reason)
{
    QStringList problems;
    QStringList workers;
    for (const QJsonValue &value : ReleaseData::result(data.deployment, u"verify"_s)["checks"_L1].toArray()) {
        const QJsonObject check = value.toObject();
        if (check["status"_L1].toString() != "failed"_L1)
            continue;
        const QString name = check["nome"_L1].toString();
        problems << checkSentence(name, check["detalhe"_L1].toString());
        if (name.startsWith("worker "_L1))
            workers << name.section(u' ', 1);
    }
    failure.what = FailureWords::tr("The release was deployed to %1, but %n checks of it failed.", nullptr,
                                    int(problems.size()))
                       .arg(data.environment);
    failure.why = problems.isEmpty() ? reason : problems.join(u'\n');
    if (!workers.isEmpty())
        failure.steps
            << FailureWords::tr("Ask whoever runs the worker server to look at %1.").arg(workers.join(u", "_s));
    if (workers.size() < problems.size() || problems.isEmpty())
        failure.steps << FailureWords::tr("Ask the administrator of the engine to look at what the checks found.");
    failure.steps << FailureWords::tr("Retry when it is mended: files that are there already are not sent again.");
}

QString refusedProduct(const ReleaseData &data, const QList<Finding> &findings)
{
    for (const TargetNow &target : data.targets) {
        if (target.outcome == TargetNow::Outcome::Refused)
            return target.name;
    }
    const QString &path = findings.first().path;
    return path.contains(u'/') ? path.section(u'/', 0, 0) : QString();
}

/// In the user's terms, for the codes that are common.
QString causeOf(const QString &code, const QString &environment)
{
    if (code == "ENGINE-12018"_L1)
        return FailureWords::tr("The process has no history time to live. The engine of %1 demands one.")
            .arg(environment);
    if (code == "ENGINE-09005"_L1)
        return FailureWords::tr("The engine cannot read the model: something in it is not valid.");
    return {};
}

/// What a person does about the first finding.
QString mending(const Failure &failure, const QString &code)
{
    if (failure.line <= 0)
        return FailureWords::tr("Correct the file, or ask the producer to. New bytes need a new validation and a new "
                                "approval.");
    if (code == "ENGINE-12018"_L1)
        return FailureWords::tr(
                   "Add camunda:historyTimeToLive to line %1, or ask the producer to. New bytes need a new "
                   "validation and a new approval.")
            .arg(failure.line);
    return FailureWords::tr("Correct line %1, or ask the producer to. New bytes need a new validation and a new "
                            "approval.")
        .arg(failure.line);
}

void describeRefusal(Failure &failure, const ReleaseData &data, const QList<Finding> &findings, const QString &reason)
{
    static const QRegularExpression engineCode(u"ENGINE-\\d+"_s);
    const QString code = engineCode.match(reason).captured();
    const QString product = refusedProduct(data, findings);
    adoptPlace(failure, findings.first());
    QStringList messages;
    for (const Finding &finding : findings)
        messages << finding.message;
    failure.title = product.isEmpty() ? FailureWords::tr("%1 refused the deployment").arg(data.environment)
                                      : FailureWords::tr("%1 refused the %2 deployment").arg(data.environment, product);
    failure.what = product.isEmpty()
        ? FailureWords::tr("The engine took none of the files that were sent.")
        : FailureWords::tr("The engine took none of the files that were sent for %1.").arg(product);
    failure.why = causeOf(code, data.environment);
    if (failure.why.isEmpty()) {
        failure.why = messages.join(u'\n');
        failure.engineWords = code;
    } else {
        failure.engineWords = code + u' ' + messages.join(u'\n');
    }
    failure.steps << mending(failure, code);
    failure.retry = Failure::Retry::FailsAgain;
}

void describeDeployment(Failure &failure, const QString &reason)
{
    failure.what = reason.section(u". "_s, 0, 0);
    if (!failure.what.isEmpty() && !failure.what.endsWith(u'.'))
        failure.what += u'.';
    failure.why = reason.section(u". "_s, 1);
    failure.steps << FailureWords::tr("Do what the reason says, then retry.");
}

} // namespace

Failure failureOf(const ReleaseData &data, const backlog::HistoryItem &run, const QList<events::Event> &events)
{
    Failure failure;
    const QString reason = run.item.result.value_or(QJsonObject())["motivo"_L1].toString();
    for (const events::StageState &stage : run.stages) {
        if (stage.attempt == run.item.attempt && stage.status == "failed"_L1) {
            failure.stage = stage.stage;
            failure.at = stage.endedAt;
            failure.spent = stage.startedAt.isValid() ? stage.startedAt.msecsTo(stage.endedAt) : 0;
        }
    }
    if (!failure.at.isValid())
        failure.at = run.item.updatedAt;
    QList<Finding> findings;
    for (const events::Event &event : events) {
        const Finding finding = event.kind == "finding"_L1 ? Finding::fromResultado(event.payload) : Finding();
        if (!finding.message.isEmpty() && finding.severity == Severity::Error)
            findings << finding;
    }
    failure.title = failure.stage.isEmpty()
        ? FailureWords::tr("The run failed")
        : FailureWords::tr("%1 failed in %2").arg(stageName(stageIndex(failure.stage)), data.environment);
    if (failure.stage == "validate"_L1 && data.count(Severity::Error) > 0)
        describeValidation(failure, data);
    else if (failure.stage == "test"_L1)
        describeTests(failure, data, reason);
    else if (failure.stage == "verify"_L1)
        describeChecks(failure, data, reason);
    else if (!findings.isEmpty())
        describeRefusal(failure, data, findings, reason);
    else
        describeDeployment(failure, reason);

    // Whoever was given back before was stopped by something that may pass.
    const bool lost = std::ranges::any_of(run.attempts,
                                          [](const events::Attempt &attempt) { return attempt.outcome == "lost"_L1; });
    const bool postponed = std::ranges::any_of(
        run.attempts, [](const events::Attempt &attempt) { return attempt.outcome == "pendente"_L1; });
    if (failure.retry == Failure::Retry::Unknown && (lost || postponed))
        failure.retry = Failure::Retry::MayHelp;
    if (failure.why.isEmpty())
        failure.why = lost ? FailureWords::tr("The runner was lost: its lease ended without a sign of life.")
                           : FailureWords::tr("The cause is not known. The log shows what was done until then.");
    if (failure.what.isEmpty())
        failure.what = FailureWords::tr("The run of item %1 ended without a result.").arg(run.item.id);
    return failure;
}

QString Failure::retrySentence() const
{
    switch (retry) {
    case Retry::FailsAgain:
        return FailureWords::tr("Retry sends the same bytes and will fail again unless something else changes.");
    case Retry::MayHelp:
        return FailureWords::tr("The cause may pass: a retry repeats only the steps that are not done.");
    case Retry::Unknown:
        break;
    }
    return FailureWords::tr("Whether a retry helps is not known. It repeats only the steps that are not done.");
}

QString Failure::report(const ReleaseData &data) const
{
    QStringList lines{u"%1 · %2 · %3"_s.arg(title, data.releaseRef(), moment(at)),
                      FailureWords::tr("What happened: %1").arg(what), FailureWords::tr("Why: %1").arg(why)};
    if (!engineWords.isEmpty())
        lines << FailureWords::tr("The engine says: %1").arg(engineWords);
    if (!path.isEmpty())
        lines << FailureWords::tr("Where: %1, line %2 %3").arg(path).arg(line).arg(element);
    for (const QString &step : steps)
        lines << FailureWords::tr("What to do: %1").arg(step);
    lines << retrySentence();
    if (!data.manifest.isEmpty())
        lines << FailureWords::tr("Manifest: sha256 %1").arg(data.manifest);
    lines << u"Prometheus Pipeline "_s + QCoreApplication::applicationVersion();
    return lines.join(u'\n');
}

} // namespace pipeline::ui
