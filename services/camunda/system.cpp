// SPDX-License-Identifier: Apache-2.0
#include "system.h"

#include "engineanswer.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;

namespace pipeline::camunda {
namespace {

using contract::Check;
using contract::CheckStatus;

/// Asks for nothing that takes time, so that an engine that hangs is told sooner than by other calls.
Call engineCall(bool repeat)
{
    return {.path = {u"engine"_s}, .timeLimit = std::chrono::seconds(10), .withCredentials = false, .repeat = repeat};
}

/// Names of the engines behind the REST interface; none when a gateway in front of it asks even for that.
Result<QStringList> engineNames(const EngineClient &engine, const http::Response &answer)
{
    if (answer.status == 401)
        return QStringList();
    if (!answer.isSuccess())
        return fail(answerError(engine.environment(), answer));
    return jsonArray(engine.environment(), answer).and_then([&](const QJsonArray &list) -> Result<QStringList> {
        QStringList names;
        for (const QJsonValue &value : list)
            names << value.toObject().value("name"_L1).toString();
        if (names.isEmpty() || names.contains(QString()))
            return fail(notAnEngineError(engine.environment()));
        return names;
    });
}

Result<QString> version(const EngineClient &engine, bool repeat, std::stop_token stop)
{
    const Result<http::Response> answer = engine.send({.path = {u"version"_s}, .repeat = repeat}, stop);
    if (!answer)
        return fail(answer.error());
    if (!answer->isSuccess())
        return fail(answerError(engine.environment(), *answer));
    return jsonObject(engine.environment(), *answer).and_then([&](const QJsonObject &object) -> Result<QString> {
        const QString text = object.value("version"_L1).toString();
        if (text.isEmpty())
            return fail(notAnEngineError(engine.environment()));
        return text;
    });
}

/// Collects checks and the time that each took.
class Checks {
public:
    Checks() { m_clock.start(); }

    void add(const QString &name, CheckStatus status, const QString &detail)
    {
        m_checks << Check{.name = name, .status = status, .detail = detail, .milliseconds = m_clock.restart()};
    }

    Probe skipRest(std::optional<Error> problem = {})
    {
        for (const QString &name : {u"address"_s, u"tls"_s, u"engine"_s, u"credentials"_s, u"version"_s}) {
            const auto isIt = [&](const Check &check) { return check.name == name; };
            if (std::ranges::none_of(m_checks, isIt))
                m_checks << Check{.name = name, .status = CheckStatus::Skipped, .detail = {}, .milliseconds = 0};
        }
        return {m_checks, std::move(problem)};
    }

private:
    QElapsedTimer m_clock;
    QList<Check> m_checks;
};

} // namespace

Result<QString> engineVersion(const EngineClient &engine, std::stop_token stop)
{
    const Result<http::Response> answer = engine.send(engineCall(true), stop);
    if (!answer)
        return fail(answer.error());
    const Result<QStringList> names = engineNames(engine, *answer);
    if (!names)
        return fail(names.error());
    return version(engine, true, stop);
}

Probe probe(const EngineClient &engine, std::stop_token stop)
{
    const Environment &environment = engine.environment();
    const QUrl rest = environment.engineRest();
    const bool secure = rest.scheme() == "https"_L1;
    Checks checks;

    const Result<http::Response> answer = engine.send(engineCall(false), stop);
    const bool certificateRefused = secure && !answer && answer.error().code == ErrorCode::Refused;
    if (!answer && !certificateRefused) {
        checks.add(u"address"_s, CheckStatus::Failed, answer.error().text());
        return checks.skipRest(answer.error());
    }
    checks.add(u"address"_s, CheckStatus::Success, rest.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery));
    if (certificateRefused) {
        checks.add(u"tls"_s, CheckStatus::Failed, answer.error().text());
        return checks.skipRest(answer.error());
    }
    if (secure)
        checks.add(u"tls"_s, CheckStatus::Success, u"The certificate is trusted"_s);
    else
        checks.add(u"tls"_s, CheckStatus::Skipped, u"The address is plain http"_s);

    const Result<QStringList> names = engineNames(engine, *answer);
    if (!names) {
        checks.add(u"engine"_s, CheckStatus::Failed, names.error().text());
        return checks.skipRest(names.error());
    }
    if (names->isEmpty())
        checks.add(u"engine"_s, CheckStatus::Unknown, u"Even its name is told with credentials only"_s);
    else
        checks.add(u"engine"_s, CheckStatus::Success, names->join(u", "_s));

    const Result<QString> number = version(engine, false, stop);
    if (!number && number.error().code == ErrorCode::Unauthorized) {
        checks.add(u"credentials"_s, CheckStatus::Failed, number.error().text());
        return checks.skipRest(number.error());
    }
    if (!number) {
        checks.add(u"credentials"_s, CheckStatus::Unknown, number.error().text());
        return checks.skipRest(number.error());
    }
    if (environment.authentication == Authentication::None)
        checks.add(u"credentials"_s, CheckStatus::Skipped, u"The engine asks for none"_s);
    else
        checks.add(u"credentials"_s, CheckStatus::Success, environment.user);
    checks.add(u"version"_s, CheckStatus::Success, *number);
    return checks.skipRest();
}

} // namespace pipeline::camunda
