// SPDX-License-Identifier: Apache-2.0
#include "pipelineresult.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace pipeline::contract {

QString toString(StageStatus status)
{
    switch (status) {
    case StageStatus::Success:
        return u"success"_s;
    case StageStatus::Failed:
        return u"failed"_s;
    case StageStatus::Skipped:
        return u"skipped"_s;
    }
    return {};
}

QString toString(CheckStatus status)
{
    switch (status) {
    case CheckStatus::Success:
        return u"success"_s;
    case CheckStatus::Failed:
        return u"failed"_s;
    case CheckStatus::Unknown:
        return u"unknown"_s;
    case CheckStatus::Skipped:
        return u"skipped"_s;
    }
    return {};
}

namespace {

QJsonValue presentOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

template<class T, class F>
QJsonArray mapped(const QList<T> &list, F &&toValue)
{
    QJsonArray array;
    for (const T &entry : list)
        array << toValue(entry);
    return array;
}

} // namespace

QJsonObject ValidateResult::toJson() const
{
    const auto entry = [](const Finding &finding) { return finding.toResultado(); };
    return {
        {u"status"_s, toString(status)}, {u"erros"_s, mapped(errors, entry)}, {u"avisos"_s, mapped(warnings, entry)}};
}

QJsonObject TestResult::toJson() const
{
    const auto entry = [](const TestFailure &failure) {
        return QJsonObject{{u"arquivo"_s, failure.file},
                           {u"teste"_s, failure.test},
                           {u"mensagem"_s, failure.message},
                           {u"linha"_s, failure.line > 0 ? QJsonValue(failure.line) : QJsonValue(QJsonValue::Null)}};
    };
    return {{u"status"_s, toString(status)},
            {u"cobertura"_s, coverage ? QJsonValue(*coverage) : QJsonValue(QJsonValue::Null)},
            {u"passou"_s, passed},
            {u"falhou"_s, failed},
            {u"falhas"_s, mapped(failures, entry)}};
}

QJsonObject ProductDeployment::toJson() const
{
    const auto entry = [](const DeployedDefinition &definition) {
        return QJsonObject{{u"chave"_s, definition.key}, {u"versao"_s, definition.version}, {u"id"_s, definition.id}};
    };
    return {{u"produto"_s, product},
            {u"deployment_id"_s, presentOrNull(deploymentId)},
            {u"nome"_s, name},
            {u"definicoes"_s, mapped(definitions, entry)},
            {u"enviados"_s, QJsonArray::fromStringList(sent)},
            {u"inalterados"_s, QJsonArray::fromStringList(unchanged)}};
}

ProductDeployment ProductDeployment::fromJson(const QJsonObject &object)
{
    ProductDeployment deployment;
    deployment.product = object["produto"_L1].toString();
    deployment.deploymentId = object["deployment_id"_L1].toString();
    deployment.name = object["nome"_L1].toString();
    for (const QJsonValue &value : object["definicoes"_L1].toArray())
        deployment.definitions << DeployedDefinition{value["chave"_L1].toString(), value["versao"_L1].toInt(),
                                                     value["id"_L1].toString()};
    for (const QJsonValue &value : object["enviados"_L1].toArray())
        deployment.sent << value.toString();
    for (const QJsonValue &value : object["inalterados"_L1].toArray())
        deployment.unchanged << value.toString();
    return deployment;
}

QJsonObject DeployResult::toJson() const
{
    return {{u"status"_s, toString(status)},
            {u"deployment_id"_s, presentOrNull(deploymentId())},
            {u"commit_workers"_s, presentOrNull(workerCommit)},
            {u"deployments"_s, mapped(deployments, [](const ProductDeployment &d) { return d.toJson(); })}};
}

QJsonObject Check::toJson() const
{
    return {
        {u"nome"_s, name}, {u"status"_s, toString(status)}, {u"detalhe"_s, detail}, {u"duracao_ms"_s, milliseconds}};
}

QJsonObject VerifyResult::toJson() const
{
    return {{u"status"_s, toString(status)},
            {u"checks"_s, mapped(checks, [](const Check &check) { return check.toJson(); })}};
}

PipelineResult::PipelineResult(Mode mode)
{
    if (mode == Mode::Deploy)
        stages = DeployHalf{};
}

QJsonObject PipelineResult::toJson() const
{
    QJsonObject etapas;
    if (mode() == Mode::Validate) {
        const auto &half = std::get<ValidateHalf>(stages);
        etapas.insert("validate"_L1, half.validate.toJson());
        etapas.insert("test"_L1, half.test.toJson());
    } else {
        const auto &half = std::get<DeployHalf>(stages);
        etapas.insert("deploy"_L1, half.deploy.toJson());
        etapas.insert("verify"_L1, half.verify.toJson());
    }
    QJsonObject object{
        {u"status"_s, success ? u"sucesso"_s : u"falha"_s}, {u"modo"_s, toString(mode())}, {u"etapas"_s, etapas}};
    if (!reason.isEmpty())
        object.insert("motivo"_L1, reason);
    if (!manifest.isEmpty())
        object.insert("manifesto"_L1, manifest);
    return object;
}

} // namespace pipeline::contract
