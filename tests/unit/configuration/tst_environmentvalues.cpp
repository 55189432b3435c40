// SPDX-License-Identifier: Apache-2.0
#include "configuration/configuration.h"
#include "support/resultchecks.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace pipeline;
using namespace pipeline::configuration;

/// An environment from texts, as the command line gives them, and to JSON.
class tst_EnvironmentValues : public QObject {
    Q_OBJECT

private slots:
    void setsEveryKey();
    void keepsWhatIsNotNamed();
    void takesAwayWhatIsEmpty();
    void namesAllThatIsWrong();
    void loadsWithoutAFile();

private:
    static QMap<QString, QStringList> everyValue()
    {
        return {{u"engine"_s, {u"https://camunda.example/engine-rest"_s}},
                {u"user"_s, {u"svc \"pipeline\""_s}},
                {u"auth"_s, {u"basic"_s}},
                {u"production"_s, {u"true"_s}},
                {u"policy"_s, {u"approved"_s}},
                {u"approval_valid_days"_s, {u"7"_s}},
                {u"history_time_to_live"_s, {u"optional"_s}},
                {u"minimum_coverage"_s, {u"80.5"_s}},
                {u"smoke"_s, {u"all"_s}},
                {u"on_failure"_s, {u"rollback"_s}},
                {u"settle_s"_s, {u"0"_s}},
                {u"time_zone"_s, {u"America/Sao_Paulo"_s}},
                {u"tenant"_s, {u"42"_s}}, // a text, although it looks like a number
                {u"cockpit"_s, {u"http://localhost:8080/camunda"_s}},
                {u"ca_file"_s, {u"/etc/ca.pem"_s}},
                {u"client_certificate"_s, {u"/etc/c.pem"_s}},
                {u"client_key"_s, {u"/etc/k.pem"_s}},
                {u"allow_plain_http"_s, {u"true"_s}},
                {u"worker_webhook"_s, {u"https://worker.example/deploy"_s}},
                {u"worker_trigger"_s, {u"push"_s}},
                {u"worker_health"_s, {u"https://a.example/h"_s, u"https://b.example/h"_s}}};
    }

    static Environment named()
    {
        Environment environment;
        environment.name = u"producao"_s;
        return environment;
    }
};

void tst_EnvironmentValues::setsEveryKey()
{
    const auto values = everyValue();
    QStringList keys = environmentKeys();
    keys.sort();
    QCOMPARE(values.keys(), keys);
    const auto environment = withValues(named(), values);
    VERIFY_RESULT(environment);
    QCOMPARE(environment->name, u"producao"_s);
    const QJsonObject json = toJson(*environment);
    QCOMPARE(json.keys(), keys);
    for (auto value = values.cbegin(); value != values.cend(); ++value) {
        const QJsonValue written = json[value.key()];
        QCOMPARE(written.isArray() ? QJsonValue(written).toVariant().toStringList()
                                   : QStringList(written.toVariant().toString()),
                 value.value());
    }
}

void tst_EnvironmentValues::keepsWhatIsNotNamed()
{
    const auto before = withValues(named(), everyValue());
    VERIFY_RESULT(before);
    Environment expected = *before;
    expected.settleSeconds = 30;
    const auto after = withValues(*before, {{u"settle_s"_s, {u"30"_s}}});
    VERIFY_RESULT(after);
    QCOMPARE(*after, expected);
}

void tst_EnvironmentValues::takesAwayWhatIsEmpty()
{
    const auto before = withValues(named(), everyValue());
    VERIFY_RESULT(before);
    const auto after = withValues(*before,
                                  {{u"user"_s, {QString()}},
                                   {u"auth"_s, {u"none"_s}},
                                   {u"worker_webhook"_s, {QString()}},
                                   {u"worker_health"_s, {QString()}}});
    VERIFY_RESULT(after);
    QVERIFY(after->user.isEmpty() && after->workerWebhook.isEmpty() && after->workerHealth.isEmpty());
    QVERIFY(after->authentication == Authentication::None);
}

void tst_EnvironmentValues::namesAllThatIsWrong()
{
    const auto environment = withValues(named(),
                                        {{u"policy"_s, {u"strict"_s}},
                                         {u"settle_s"_s, {u"1.5"_s}},
                                         {u"production"_s, {u"yes"_s}},
                                         {u"colour"_s, {u"red"_s}}});
    COMPARE_ERROR(environment, ErrorCode::InvalidInput);
    QStringList problems = environment.error().message.split(u'\n');
    problems.sort();
    QCOMPARE(problems,
             QStringList({u"colour is not a key of an environment"_s, u"engine is missing: the address of the engine"_s,
                          u"policy must be \"none\", \"validated\" or \"approved\", it is \"strict\""_s,
                          u"production must be true or false, it is a text"_s,
                          u"settle_s must be a whole number, it is a number"_s}));
}

void tst_EnvironmentValues::loadsWithoutAFile()
{
    QProcessEnvironment variables;
    variables.insert(u"XDG_DATA_HOME"_s, u"/data"_s);
    auto configuration = loadWithoutFile(variables);
    VERIFY_RESULT(configuration);
    QCOMPARE(configuration->backlogUrl, u"sqlite:/data/prometheus-pipeline/backlog.sqlite"_s);
    QVERIFY(configuration->environments.isEmpty() && configuration->file.isEmpty());
    variables.insert(u"CAMUNDA_URL"_s, u"localhost"_s);
    COMPARE_ERROR(loadWithoutFile(variables), ErrorCode::InvalidInput);
}

QTEST_GUILESS_MAIN(tst_EnvironmentValues)
#include "tst_environmentvalues.moc"
