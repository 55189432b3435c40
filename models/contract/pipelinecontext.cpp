// SPDX-License-Identifier: Apache-2.0
#include "pipelinecontext.h"

#include "jsonreader.h"

#include <QJsonArray>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace pipeline::contract {

QString toString(Mode mode)
{
    return mode == Mode::Validate ? u"validar"_s : u"implantar"_s;
}

bool isReleaseRef(const QString &text)
{
    static const QRegularExpression form(u"\\A[A-Za-z0-9._/-]{1,100}\\z"_s);
    return form.match(text).hasMatch();
}

namespace {

QString operationName(Operation operation)
{
    switch (operation) {
    case Operation::Deploy:
        return u"implantar"_s;
    case Operation::Redeploy:
        return u"reimplantar"_s;
    case Operation::Rollback:
        return u"reverter"_s;
    }
    return {};
}

Operation readOperation(JsonReader &reader)
{
    const QString text = reader.optionalText("operacao"_L1);
    for (const auto operation : {Operation::Deploy, Operation::Redeploy, Operation::Rollback}) {
        if (text.isEmpty() || text == operationName(operation))
            return operation;
    }
    reader.problem("operacao"_L1, u"must be implantar, reimplantar or reverter"_s);
    return Operation::Deploy;
}

Mode readMode(JsonReader &reader, const QString &column)
{
    const QString inContext = reader.optionalText("modo"_L1);
    if (!column.isEmpty() && !inContext.isEmpty() && column != inContext)
        reader.problem("modo"_L1, u"is %1, but the item's modo is %2"_s.arg(inContext, column));
    const QString text = column.isEmpty() ? inContext : column;
    if (text != toString(Mode::Validate) && text != toString(Mode::Deploy))
        reader.problem("modo"_L1, text.isEmpty() ? u"is missing"_s : u"must be validar or implantar"_s);
    return text == toString(Mode::Deploy) ? Mode::Deploy : Mode::Validate;
}

} // namespace

QJsonObject PipelineContext::toJson() const
{
    QJsonObject object{{u"modo"_s, toString(mode)},
                       {u"release_ref"_s, releaseRef},
                       {u"sprint_origem"_s, sprint},
                       {u"artefatos"_s, contract::toJson(artefacts)}};
    if (!environment.isEmpty())
        object.insert("ambiente"_L1, environment);
    if (operation != Operation::Deploy)
        object.insert("operacao"_L1, operationName(operation));
    if (!reason.isEmpty())
        object.insert("motivo"_L1, reason);
    return object;
}

Result<PipelineContext> PipelineContext::fromJson(const QJsonObject &object, const QString &modeColumn)
{
    JsonReader reader(object);
    PipelineContext context;
    context.mode = readMode(reader, modeColumn);
    context.releaseRef = reader.text("release_ref"_L1);
    if (!context.releaseRef.isEmpty() && !isReleaseRef(context.releaseRef))
        reader.problem("release_ref"_L1, u"must be 1 to 100 of letters, digits and . _ - /"_s);
    context.sprint = reader.text("sprint_origem"_L1);
    context.environment = reader.optionalText("ambiente"_L1);
    context.operation = readOperation(reader);
    context.reason = reader.optionalText("motivo"_L1);
    const auto artefacts = artefactsFromJson(reader.array("artefatos"_L1));
    if (artefacts)
        context.artefacts = *artefacts;
    else
        reader.problem("artefatos"_L1, u"is not valid: "_s + artefacts.error().detail);
    if (artefacts && artefacts->isEmpty() && reader.has("artefatos"_L1))
        reader.problem("artefatos"_L1, u"is empty: a release needs at least one artefact"_s);
    if (const auto valid = reader.check(u"contexto of executar_pipeline"_s); !valid)
        return fail(valid.error());
    return context;
}

} // namespace pipeline::contract
