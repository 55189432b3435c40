// SPDX-License-Identifier: Apache-2.0
#include "environmentkeys.h"

#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pipeline::configuration {

QByteArray tomlString(const QString &text)
{
    QByteArray result = "\"";
    for (const char c : text.toUtf8()) {
        if (c == '"' || c == '\\')
            result += '\\';
        if (uchar(c) < 0x20 || c == 0x7f)
            result += "\\u" + QByteArray::number(uchar(c), 16).rightJustified(4, '0');
        else
            result += c;
    }
    return result + '"';
}

namespace {

constexpr Choice<Authentication> authentications[] = {
    {"none"_L1, Authentication::None}, {"basic"_L1, Authentication::Basic}, {"bearer"_L1, Authentication::Bearer}};
constexpr Choice<Policy> policies[] = {
    {"none"_L1, Policy::None}, {"validated"_L1, Policy::Validated}, {"approved"_L1, Policy::Approved}};
constexpr Choice<HistoryTimeToLive> historyTimesToLive[] = {{"required"_L1, HistoryTimeToLive::Required},
                                                            {"optional"_L1, HistoryTimeToLive::Optional}};
constexpr Choice<SmokeTests> smokeTests[] = {
    {"none"_L1, SmokeTests::None}, {"decisions"_L1, SmokeTests::Decisions}, {"all"_L1, SmokeTests::All}};
constexpr Choice<OnFailure> failureReactions[] = {{"keep"_L1, OnFailure::Keep}, {"rollback"_L1, OnFailure::Rollback}};
constexpr Choice<WorkerTrigger> workerTriggers[] = {{"webhook"_L1, WorkerTrigger::Webhook},
                                                    {"push"_L1, WorkerTrigger::Push}};

QByteArray quoted(const QUrl &url)
{
    return tomlString(url.toString(QUrl::FullyEncoded));
}

template<class E, std::size_t N>
QByteArray quoted(E value, const Choice<E> (&choices)[N])
{
    const auto found = std::ranges::find(choices, value, &Choice<E>::value);
    return tomlString(QString(found->name));
}

QByteArray flagText(bool value)
{
    return value ? "true" : "false";
}

Authentication impliedAuthentication(const QString &user)
{
    return user.isEmpty() ? Authentication::None : Authentication::Basic;
}

} // namespace

Environment readEnvironment(TableReader &table, const QString &name)
{
    const Environment defaults;
    Environment environment;
    environment.name = name;
    environment.engine = table.webAddress("engine"_L1);
    environment.user = table.text("user"_L1);
    environment.authentication = table.choice("auth"_L1, authentications, impliedAuthentication(environment.user));
    if (environment.authentication == Authentication::Basic && environment.user.isEmpty())
        table.complain("auth"_L1, u"is \"basic\", which needs a user"_s);
    if (environment.authentication != Authentication::Basic && !environment.user.isEmpty())
        table.complain("user"_L1, u"is for auth = \"basic\" only"_s);
    environment.production = table.flag("production"_L1, defaults.production);
    environment.policy = table.choice("policy"_L1, policies, defaults.policy);
    environment.approvalValidDays = table.integer("approval_valid_days"_L1, 1, 3650, defaults.approvalValidDays);
    environment.historyTimeToLive = table.choice("history_time_to_live"_L1, historyTimesToLive,
                                                 defaults.historyTimeToLive);
    environment.minimumCoverage = table.number("minimum_coverage"_L1, 0, 100, defaults.minimumCoverage);
    environment.smoke = table.choice("smoke"_L1, smokeTests, defaults.smoke);
    environment.onFailure = table.choice("on_failure"_L1, failureReactions, defaults.onFailure);
    environment.settleSeconds = table.integer("settle_s"_L1, 0, 3600, defaults.settleSeconds);
    environment.timeZone = table.text("time_zone"_L1).toUtf8();
    if (!environment.timeZone.isEmpty() && !QTimeZone::isTimeZoneIdAvailable(environment.timeZone))
        table.complain("time_zone"_L1,
                       u"must be a time zone such as \"America/Sao_Paulo\", it is \"%1\""_s.arg(
                           QString::fromUtf8(environment.timeZone)));
    environment.tenant = table.text("tenant"_L1);
    environment.cockpit = table.webAddress("cockpit"_L1);
    environment.caFile = table.absolutePath("ca_file"_L1);
    environment.clientCertificate = table.absolutePath("client_certificate"_L1);
    environment.clientKey = table.absolutePath("client_key"_L1);
    if (environment.clientCertificate.isEmpty() != environment.clientKey.isEmpty())
        table.complain(environment.clientKey.isEmpty() ? "client_certificate"_L1 : "client_key"_L1,
                       u"needs both client_certificate and client_key"_s);
    environment.allowPlainHttp = table.flag("allow_plain_http"_L1, defaults.allowPlainHttp);
    environment.workerWebhook = table.webAddress("worker_webhook"_L1);
    environment.workerTrigger = table.choice("worker_trigger"_L1, workerTriggers, defaults.workerTrigger);
    environment.workerHealth = table.webAddresses("worker_health"_L1);
    table.refuseUnknownKeys();
    return environment;
}

bool saysAuthentication(const TableReader &table)
{
    return table.has("user"_L1) || table.has("auth"_L1);
}

QList<KeyValue> keyValues(const Environment &environment)
{
    const Environment defaults;
    QByteArrayList health;
    for (const QUrl &address : environment.workerHealth)
        health << quoted(address);
    const auto text = [](const char *key, const QString &value) {
        return KeyValue{key, tomlString(value), value.isEmpty()};
    };
    const auto address = [](const char *key, const QUrl &value) {
        return KeyValue{key, quoted(value), value.isEmpty()};
    };
    const auto flag = [](const char *key, bool value) { return KeyValue{key, flagText(value), !value}; };

    return {
        address("engine", environment.engine),
        text("user", environment.user),
        {"auth", quoted(environment.authentication, authentications),
         environment.authentication == impliedAuthentication(environment.user)},
        flag("production", environment.production),
        {"policy", quoted(environment.policy, policies), environment.policy == defaults.policy},
        {"approval_valid_days", QByteArray::number(environment.approvalValidDays),
         environment.approvalValidDays == defaults.approvalValidDays},
        {"history_time_to_live", quoted(environment.historyTimeToLive, historyTimesToLive),
         environment.historyTimeToLive == defaults.historyTimeToLive},
        {"minimum_coverage", QByteArray::number(environment.minimumCoverage, 'f', QLocale::FloatingPointShortest),
         qFuzzyIsNull(environment.minimumCoverage)},
        {"smoke", quoted(environment.smoke, smokeTests), environment.smoke == defaults.smoke},
        {"on_failure", quoted(environment.onFailure, failureReactions), environment.onFailure == defaults.onFailure},
        {"settle_s", QByteArray::number(environment.settleSeconds),
         environment.settleSeconds == defaults.settleSeconds},
        text("time_zone", QString::fromUtf8(environment.timeZone)),
        text("tenant", environment.tenant),
        address("cockpit", environment.cockpit),
        text("ca_file", environment.caFile),
        text("client_certificate", environment.clientCertificate),
        text("client_key", environment.clientKey),
        flag("allow_plain_http", environment.allowPlainHttp),
        address("worker_webhook", environment.workerWebhook),
        {"worker_trigger", quoted(environment.workerTrigger, workerTriggers),
         environment.workerTrigger == defaults.workerTrigger},
        {"worker_health", "[" + health.join(", ") + "]", health.isEmpty()}};
}

QString environmentNameProblem(const QString &name)
{
    static const QRegularExpression allowed(u"\\A[A-Za-z0-9_-]{1,64}\\z"_s);
    return allowed.match(name).hasMatch() ? QString()
                                          : u"must be named by 1 to 64 letters without accents, digits, _ or -"_s;
}

} // namespace pipeline::configuration
