// SPDX-License-Identifier: Apache-2.0
#include "engineanswer.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace pipeline::camunda {
namespace {

// A value that is too long for its column, of the engine's built-in exception codes.
constexpr int columnTooSmall = 10002;

QString restRoot(const Environment &environment)
{
    return environment.engineRest().toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery);
}

bool isJson(const http::Response &response)
{
    return response.header("Content-Type").toLower().contains("json");
}

Error redirectError(const Environment &environment, const http::Response &response)
{
    const QUrl target = environment.engineRest().resolved(QUrl::fromEncoded(response.header("Location")));
    return {
        ErrorCode::Refused,
        u"%1 redirects to %2"_s.arg(restRoot(environment), target.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery)),
        u"Redirects are not followed, for they would carry the credentials along"_s,
        u"Set the engine of environment %1 to the address that it leads to"_s.arg(environment.name)};
}

Result<QJsonDocument> json(const Environment &environment, const http::Response &response)
{
    QJsonParseError problem;
    QJsonDocument document = QJsonDocument::fromJson(response.body, &problem);
    if (problem.error == QJsonParseError::NoError)
        return document;
    return fail(isJson(response) ? incompleteError(environment, problem.errorString()) : notAnEngineError(environment));
}

} // namespace

bool EngineFault::isVerdict() const
{
    static const QStringList verdicts{u"ParseException"_s,
                                      u"ProcessEngineException"_s,
                                      u"InvalidRequestException"_s,
                                      u"BadUserRequestException"_s,
                                      u"NullValueException"_s,
                                      u"NotValidException"_s,
                                      u"RestException"_s};
    return verdicts.contains(type) || code == columnTooSmall;
}

std::optional<EngineFault> engineFault(const http::Response &response)
{
    const QJsonObject body = QJsonDocument::fromJson(response.body).object();
    if (!body.value("type"_L1).isString() || !body.contains("message"_L1))
        return std::nullopt;
    return EngineFault{.type = body.value("type"_L1).toString(),
                       .message = body.value("message"_L1).toString(),
                       .code = body.value("code"_L1).toInt(),
                       .details = body.value("details"_L1).toObject()};
}

Error answerError(const Environment &environment, const http::Response &response)
{
    const QString rest = restRoot(environment);
    const QString words = u"%1 answers %2"_s.arg(rest).arg(response.status);
    const std::optional<EngineFault> fault = engineFault(response);
    switch (response.status) {
    case 301:
    case 302:
    case 303:
    case 307:
    case 308:
        return redirectError(environment, response);
    case 401:
        return unauthorizedError(environment);
    case 403:
        return {ErrorCode::Refused, u"The engine at %1 does not permit this"_s.arg(rest),
                fault ? fault->message.simplified() : QString(),
                environment.user.isEmpty() ? QString() : u"Grant the user %1 the permission"_s.arg(environment.user)};
    case 404:
        // Its own answer for a path that it does not know has this type.
        if (!fault || fault->type == "NotFoundException"_L1)
            return notAnEngineError(environment);
        return {ErrorCode::NotFound, fault->message.simplified(), {}, {}};
    case 413:
        return {ErrorCode::Refused,
                words + u": the request is too large"_s,
                {},
                u"Raise the limit of the engine or of the proxy in front of it, or send less at once"_s};
    case 429:
        return {ErrorCode::Unreachable, words + u": too many requests"_s, {}, u"Try again later"_s};
    case 502:
    case 503:
    case 504:
        return {ErrorCode::Unreachable, words, u"The engine is starting, or the gateway does not reach it"_s,
                u"Wait until it is up, then try again"_s};
    default:
        break;
    }
    const QString cause = fault ? u"%1: %2"_s.arg(fault->type, fault->message.simplified()) : QString();
    if (response.status < 500 || (fault && fault->isVerdict()))
        return {ErrorCode::Refused, words, cause, {}};
    return {ErrorCode::Unreachable, words + u" because of trouble of its own"_s, cause,
            u"Look into its log; it is unknown whether the request was processed"_s};
}

Error unauthorizedError(const Environment &environment)
{
    const QString rest = restRoot(environment);
    if (environment.authentication == Authentication::None) {
        return {ErrorCode::Unauthorized, u"The engine at %1 asks for credentials"_s.arg(rest),
                u"Environment %1 has none"_s.arg(environment.name),
                u"Set user or auth of the environment, then: credential set %1"_s.arg(environment.engineSecret())};
    }
    const QString what = environment.authentication == Authentication::Basic
        ? u"the user %1 with the stored password"_s.arg(environment.user)
        : u"the stored token"_s;
    return {ErrorCode::Unauthorized, u"The engine at %1 does not accept %2"_s.arg(rest, what),
            u"It was asked once only: after a wrong password the engine refuses the right one, too, for about 3 s"_s,
            u"Correct it with: credential set %1"_s.arg(environment.engineSecret())};
}

Error plainHttpError(const Environment &environment)
{
    return {ErrorCode::Refused,
            u"%1 is neither https nor on this machine, so nothing was sent"_s.arg(restRoot(environment)),
            u"Credentials and models could be read on their way"_s,
            u"Use https, or set allow_plain_http of environment %1"_s.arg(environment.name)};
}

Error notAnEngineError(const Environment &environment)
{
    return {ErrorCode::NotFound, u"There is no Camunda REST API at %1"_s.arg(restRoot(environment)),
            u"Something answers there, but it is not the engine"_s,
            u"Correct the engine of environment %1"_s.arg(environment.name)};
}

Error incompleteError(const Environment &environment, const QString &detail)
{
    return {ErrorCode::Unreachable, u"The answer of %1 is not complete"_s.arg(restRoot(environment)), detail, {}};
}

Result<QJsonArray> jsonArray(const Environment &environment, const http::Response &response)
{
    return json(environment, response).and_then([&](const QJsonDocument &document) -> Result<QJsonArray> {
        if (!document.isArray())
            return fail(notAnEngineError(environment));
        return document.array();
    });
}

Result<QJsonObject> jsonObject(const Environment &environment, const http::Response &response)
{
    return json(environment, response).and_then([&](const QJsonDocument &document) -> Result<QJsonObject> {
        if (!document.isObject())
            return fail(notAnEngineError(environment));
        return document.object();
    });
}

} // namespace pipeline::camunda
