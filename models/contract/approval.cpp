// SPDX-License-Identifier: Apache-2.0
#include "approval.h"

#include "../timestamp.h"
#include "jsonreader.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace pipeline::contract {

QJsonObject ApprovalRequest::toJson() const
{
    return {{u"release_ref"_s, releaseRef},
            {u"testes_passaram"_s, testsPassed ? QJsonValue(*testsPassed) : QJsonValue(QJsonValue::Null)},
            {u"cobertura"_s, coverage ? QJsonValue(*coverage) : QJsonValue(QJsonValue::Null)},
            {u"sprint_origem"_s, sprint},
            {u"ambiente"_s, environment},
            {u"artefatos"_s, contract::toJson(artefacts)},
            {u"manifesto"_s, manifest},
            {u"origem"_s, origin}};
}

Result<ApprovalRequest> ApprovalRequest::fromJson(const QJsonObject &object)
{
    JsonReader reader(object);
    ApprovalRequest request;
    request.releaseRef = reader.text("release_ref"_L1);
    request.testsPassed = reader.boolOrNull("testes_passaram"_L1);
    request.coverage = reader.numberOrNull("cobertura"_L1);
    request.sprint = reader.text("sprint_origem"_L1);
    request.environment = reader.text("ambiente"_L1);
    request.manifest = reader.text("manifesto"_L1);
    request.origin = object["origem"_L1].toInteger(reader.numberOrNull("origem"_L1) ? -1 : 0);
    if (request.origin < 0)
        reader.problem("origem"_L1, u"must be the id of an item"_s);
    const auto artefacts = artefactsFromJson(reader.array("artefatos"_L1));
    if (artefacts)
        request.artefacts = *artefacts;
    else
        reader.problem("artefatos"_L1, u"is not valid: "_s + artefacts.error().detail);
    if (const auto valid = reader.check(u"contexto of aprovar_release"_s); !valid)
        return fail(valid.error());
    return request;
}

QJsonObject Decision::toJson() const
{
    return {{u"decisao"_s, approved ? u"aprovado"_s : u"rejeitado"_s},
            {u"por"_s, by},
            {u"conta"_s, account},
            {u"garantia"_s, guarantee},
            {u"motivo"_s, reason},
            {u"em"_s, toTimestamp(at)},
            {u"ambiente"_s, environment},
            {u"manifesto"_s, manifest}};
}

Result<Decision> Decision::fromJson(const QJsonObject &object)
{
    JsonReader reader(object, u"resultado"_s);
    Decision decision;
    const QString verdict = reader.text("decisao"_L1);
    if (!verdict.isEmpty() && verdict != "aprovado"_L1 && verdict != "rejeitado"_L1)
        reader.problem("decisao"_L1, u"must be aprovado or rejeitado"_s);
    decision.approved = verdict == "aprovado"_L1;
    decision.by = reader.text("por"_L1);
    decision.account = reader.optionalText("conta"_L1);
    decision.guarantee = reader.optionalText("garantia"_L1);
    decision.reason = reader.optionalText("motivo"_L1);
    decision.at = fromTimestamp(reader.text("em"_L1));
    if (reader.has("em"_L1) && !decision.at.isValid())
        reader.problem("em"_L1, u"must be a time in UTC such as 2026-11-24T14:31:52.000Z"_s);
    decision.environment = reader.text("ambiente"_L1);
    decision.manifest = reader.text("manifesto"_L1);
    if (const auto valid = reader.check(u"resultado of aprovar_release"_s); !valid)
        return fail(valid.error());
    return decision;
}

} // namespace pipeline::contract
