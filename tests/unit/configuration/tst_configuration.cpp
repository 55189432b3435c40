// SPDX-License-Identifier: Apache-2.0
#include "configuration/configuration.h"
#include "support/resultchecks.h"

#include <QFile>
#include <QSysInfo>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace pipeline;
using namespace pipeline::configuration;

class tst_Configuration : public QObject {
    Q_OBJECT

private slots:
    void init();
    void readsTheContractsExample();
    void hasDefaults();
    void missingDefaultFileIsEmptyConfiguration();
    void missingNamedFileIsNotFound();
    void foldersFollowXdg();
    void reportsWhatIsWrong_data();
    void reportsWhatIsWrong();
    void reportsAllProblemsByLine();
    void neverRepeatsASecret_data();
    void neverRepeatsASecret();
    void variablesFillGaps();
    void variablesDoNotOverride();
    void variablesMakeAnEnvironment();
    void variablesAreChecked();
    void onlyTheDefaultEnvironmentTakesVariables();
    void choosesEnvironment();
    void acceptsBearer();
    void emptyTextsCountAsAbsent();
    void readsRules();

private:
    Result<Configuration> loadText(const QByteArray &text, const QProcessEnvironment &variables);
    Result<Configuration> loadText(const QByteArray &text) { return loadText(text, m_variables); }
    QString path(const QString &name) const { return m_folder->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_folder;
    QProcessEnvironment m_variables;
};

void tst_Configuration::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_variables = QProcessEnvironment();
    m_variables.insert(u"HOME"_s, m_folder->path());
}

Result<Configuration> tst_Configuration::loadText(const QByteArray &text, const QProcessEnvironment &variables)
{
    QFile file(path(u"pipeline.toml"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        return fail(ErrorCode::Internal, u"the test could not write its file"_s);
    file.close();
    return load(file.fileName(), variables);
}

constexpr auto example = R"(default_environment = "producao"

[backlog]
url = "sqlite:/srv/backlog.sqlite"

[runner]
name = "worker-server"
environments = ["producao"]

[repositories.artefatos]
url = "git@github.com:ZAZ-vendas/_Zarah-Camunda.git"
branch = "main"
products = ["Genesis", "Prometheus"]
clone = "/home/camunda-orquestrador/_Zarah-Camunda"

[repositories.workers]
url = "git@github.com:ZAZ-vendas/Orquestrador-Zarah.git"
branch = "release/1.x"
clone = "/home/camunda-orquestrador/Orquestrador-Zarah"
restart = ["pm2", "restart", "0"]

[environments.producao]
engine = "http://localhost:8080"
user = "demo"
production = true
policy = "approved"
approval_valid_days = 7
history_time_to_live = "optional"
minimum_coverage = 82.5
smoke = "all"
on_failure = "rollback"
settle_s = 20
time_zone = "America/Sao_Paulo"
tenant = "zaz"
cockpit = "http://localhost:8080/camunda/app/cockpit"
ca_file = "/etc/ca.pem"
client_certificate = "/etc/client.pem"
client_key = "/etc/client.key"
allow_plain_http = true
worker_webhook = "https://worker.example/deploy"
worker_trigger = "push"
worker_health = ["https://worker.example/health", "https://worker.example/health2"]

[environments.homologacao]
engine = "https://homologacao.example/engine-rest"

[serve]
listen = "[::1]:9000"
certificate = "/etc/serve.pem"
key = "/etc/serve.key"

[people]
maria = ["maria@example.org", "m.silva@example.org"]
"joão.lima" = ["joao@example.org"]
)";

void tst_Configuration::readsTheContractsExample()
{
    const auto read = loadText(example);
    VERIFY_RESULT(read);
    QCOMPARE(read->file, path(u"pipeline.toml"_s));
    QCOMPARE(read->defaultEnvironment, u"producao"_s);
    QCOMPARE(read->backlogUrl, u"sqlite:/srv/backlog.sqlite"_s);
    QCOMPARE(read->runner.name, u"worker-server"_s);
    QCOMPARE(read->runner.environments.value(), QStringList{u"producao"_s});

    QVERIFY(read->artefacts);
    QCOMPARE(read->artefacts->name, u"artefatos"_s);
    QCOMPARE(read->artefacts->url, u"git@github.com:ZAZ-vendas/_Zarah-Camunda.git"_s);
    QCOMPARE(read->artefacts->branch, u"main"_s);
    QCOMPARE(read->artefacts->products, QStringList({u"Genesis"_s, u"Prometheus"_s}));
    QCOMPARE(read->artefacts->clone, u"/home/camunda-orquestrador/_Zarah-Camunda"_s);
    QCOMPARE(read->artefacts->secret(), u"git.artefatos"_s);
    QVERIFY(read->workers);
    QCOMPARE(read->workers->branch, u"release/1.x"_s);
    QCOMPARE(read->workers->restart, QStringList({u"pm2"_s, u"restart"_s, u"0"_s}));

    QCOMPARE(read->environments.size(), 2);
    const Environment &producao = read->environments.first();
    QCOMPARE(producao.name, u"producao"_s);
    QCOMPARE(producao.engine, QUrl(u"http://localhost:8080"_s));
    QCOMPARE(producao.user, u"demo"_s);
    QCOMPARE(producao.authentication, Authentication::Basic);
    QVERIFY(producao.production);
    QCOMPARE(producao.policy, Policy::Approved);
    QCOMPARE(producao.approvalValidDays, 7);
    QCOMPARE(producao.historyTimeToLive, HistoryTimeToLive::Optional);
    QCOMPARE(producao.minimumCoverage, 82.5);
    QCOMPARE(producao.smoke, SmokeTests::All);
    QCOMPARE(producao.onFailure, OnFailure::Rollback);
    QCOMPARE(producao.settleSeconds, 20);
    QCOMPARE(producao.timeZone, "America/Sao_Paulo");
    QCOMPARE(producao.tenant, u"zaz"_s);
    QCOMPARE(producao.cockpit, QUrl(u"http://localhost:8080/camunda/app/cockpit"_s));
    QCOMPARE(producao.caFile, u"/etc/ca.pem"_s);
    QCOMPARE(producao.clientCertificate, u"/etc/client.pem"_s);
    QCOMPARE(producao.clientKey, u"/etc/client.key"_s);
    QVERIFY(producao.allowPlainHttp);
    QCOMPARE(producao.workerWebhook, QUrl(u"https://worker.example/deploy"_s));
    QCOMPARE(producao.workerTrigger, WorkerTrigger::Push);
    QCOMPARE(producao.workerHealth.size(), 2);
    QCOMPARE(read->environments.last().name, u"homologacao"_s);

    QCOMPARE(read->serve.address, u"::1"_s);
    QCOMPARE(read->serve.port, 9000);
    QCOMPARE(read->serve.certificate, u"/etc/serve.pem"_s);
    QCOMPARE(read->serve.key, u"/etc/serve.key"_s);
    QCOMPARE(read->people.value(u"maria"_s), QStringList({u"maria@example.org"_s, u"m.silva@example.org"_s}));
    QCOMPARE(read->people.value(u"joão.lima"_s), QStringList{u"joao@example.org"_s});
}

void tst_Configuration::hasDefaults()
{
    const auto read = loadText("[environments.local]\nengine = \"http://localhost:8080\"\n"
                               "[repositories.workers]\nurl = \"/srv/workers.git\"\n");
    VERIFY_RESULT(read);
    Environment expected;
    expected.name = u"local"_s;
    expected.engine = QUrl(u"http://localhost:8080"_s);
    QCOMPARE(read->environments, QList<Environment>{expected});
    QCOMPARE(expected.policy, Policy::Validated);
    QCOMPARE(expected.minimumCoverage, 0.0);
    QCOMPARE(expected.smoke, SmokeTests::Decisions);
    QCOMPARE(expected.onFailure, OnFailure::Keep);
    QCOMPARE(expected.settleSeconds, 10);
    QCOMPARE(expected.historyTimeToLive, HistoryTimeToLive::Required);
    QVERIFY(!expected.production);
    QCOMPARE(expected.approvalValidDays, 14);

    QCOMPARE(read->defaultEnvironment, u"local"_s);
    QCOMPARE(read->backlogUrl, "sqlite:"_L1 + path(u".local/share/prometheus-pipeline/backlog.sqlite"_s));
    QCOMPARE(read->runner.name, QSysInfo::machineHostName());
    QVERIFY(!read->runner.environments);
    QCOMPARE(read->workers->branch, u"main"_s);
    QVERIFY(!read->artefacts);
    QCOMPARE(read->serve.address, u"127.0.0.1"_s);
    QCOMPARE(read->serve.port, 8088);
}

void tst_Configuration::missingDefaultFileIsEmptyConfiguration()
{
    const auto read = load({}, m_variables);
    VERIFY_RESULT(read);
    QVERIFY(read->file.isEmpty());
    QVERIFY(read->environments.isEmpty());
    QVERIFY(read->backlogUrl.startsWith("sqlite:/"_L1));
}

void tst_Configuration::missingNamedFileIsNotFound()
{
    const auto read = load(path(u"absent.toml"_s), m_variables);
    COMPARE_ERROR(read, ErrorCode::NotFound);
    QVERIFY(read.error().message.contains("absent.toml"_L1));
}

void tst_Configuration::foldersFollowXdg()
{
    QCOMPARE(defaultConfigurationFile(m_variables), path(u".config/prometheus-pipeline/pipeline.toml"_s));
    QCOMPARE(cacheFolder(m_variables), path(u".cache/prometheus-pipeline"_s));
    m_variables.insert(u"XDG_CONFIG_HOME"_s, u"/elsewhere/config"_s);
    m_variables.insert(u"XDG_DATA_HOME"_s, u"relative"_s);
    m_variables.insert(u"XDG_CACHE_HOME"_s, u"/elsewhere/cache/"_s);
    QCOMPARE(defaultConfigurationFile(m_variables), u"/elsewhere/config/prometheus-pipeline/pipeline.toml"_s);
    QCOMPARE(dataFolder(m_variables), path(u".local/share/prometheus-pipeline"_s));
    QCOMPARE(cacheFolder(m_variables), u"/elsewhere/cache/prometheus-pipeline"_s);
}

void tst_Configuration::reportsWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("message");
    const QByteArray engine = "[environments.a]\nengine = \"http://localhost\"\n";
    const auto row = [](const char *name, const QByteArray &text, const QString &message) {
        QTest::newRow(name) << text << message;
    };
    row("range", engine + "minimum_coverage = 140\n",
        u":3: environments.a.minimum_coverage must be between 0 and 100, it is 140"_s);
    row("not a number", engine + "minimum_coverage = nan\n",
        u":3: environments.a.minimum_coverage must be between 0 and 100, it is nan"_s);
    row("integer", engine + "settle_s = 1.5\n",
        u":3: environments.a.settle_s must be a whole number, it is a number"_s);
    row("type", engine + "production = \"yes\"\n",
        u":3: environments.a.production must be true or false, it is a text"_s);
    row("choice", engine + "policy = \"aproved\"\n",
        u":3: environments.a.policy must be \"none\", \"validated\" or \"approved\", it is \"aproved\""_s);
    row("unknown", engine + "polcy = \"none\"\n",
        u":3: environments.a.polcy is not a known key. Did you mean \"policy\"?"_s);
    row("unknown without likeness", engine + "xyzzy = 1\n", u":3: environments.a.xyzzy is not a known key"_s);
    row("unknown section", "[enviroments.a]\nengine = \"http://localhost\"\n",
        u":1: enviroments is not a known key. Did you mean \"environments\"?"_s);
    row("unknown repository", "[repositories.worker]\nurl = \"x\"\n",
        u":1: repositories.worker is not a known key. Did you mean \"workers\"?"_s);
    row("products of workers", "[repositories.workers]\nurl = \"x\"\nproducts = [\"A\"]\n",
        u":3: repositories.workers.products is not a known key"_s);
    row("syntax", "a = \n", u":1: Error while parsing key-value pair: "_s);
    row("section that is none", "backlog = 1\n", u":1: backlog must be a section, it is a number"_s);
    row("engine missing", "[environments.a]\nuser = \"demo\"\n",
        u":1: environments.a.engine is missing: the address of the engine"_s);
    row("engine empty", "[environments.a]\nengine = \"\"\n",
        u":1: environments.a.engine is missing: the address of the engine"_s);
    row("engine no address", "[environments.a]\nengine = \"localhost:8080\"\n",
        u":2: environments.a.engine must be an address that begins with http:// or https://, it is \"localhost:8080\""_s);
    row("health", engine + "worker_health = [\"https://a.example\", 3]\n",
        u":3: environments.a.worker_health must be a text, it is a number"_s);
    row("default environment", "default_environment = \"b\"\n" + engine,
        u":1: default_environment names the environment \"b\", which is not configured. Did you mean \"a\"?"_s);
    row("runner's environment", engine + "[runner]\nenvironments = [\"producao\"]\n",
        u":4: runner.environments names the environment \"producao\", which is not configured"_s);
    row("environment's name", "[environments.\"produção\"]\nengine = \"http://localhost\"\n",
        u":1: environments.produção must be named by"_s);
    row("time zone", engine + "time_zone = \"Brasilia\"\n", u":3: environments.a.time_zone must be a time zone"_s);
    row("basic without user", engine + "auth = \"basic\"\n",
        u":3: environments.a.auth is \"basic\", which needs a user"_s);
    row("bearer with user", engine + "user = \"demo\"\nauth = \"bearer\"\n",
        u":3: environments.a.user is for auth = \"basic\" only"_s);
    row("relative path", engine + "ca_file = \"ca.pem\"\n",
        u":3: environments.a.ca_file must be an absolute path, it is \"ca.pem\""_s);
    row("key without certificate", engine + "client_key = \"/k\"\n",
        u":3: environments.a.client_key needs both client_certificate and client_key"_s);
    row("backlog", "[backlog]\nurl = \"mysql://x\"\n", u":2: backlog.url must begin with sqlite:/ or postgresql://"_s);
    row("repository without url", "[repositories.workers]\nbranch = \"main\"\n",
        u":1: repositories.workers.url is missing"_s);
    row("branch", "[repositories.workers]\nurl = \"x\"\nbranch = \"-f\"\n",
        u":3: repositories.workers.branch must be the name of a branch, it is \"-f\""_s);
    row("remote helper", "[repositories.workers]\nurl = \"ext::sh -c id\"\n",
        u":2: repositories.workers.url must be an address for git over https, ssh or a local path"_s);
    row("product", "[repositories.artefatos]\nurl = \"x\"\nproducts = [\"a/b\"]\n",
        u":3: repositories.artefatos.products must hold names of folders, not \"a/b\""_s);
    row("listen", "[serve]\nlisten = \"localhost\"\n", u":2: serve.listen must be an IP address and a port"_s);
    row("port", "[serve]\nlisten = \"127.0.0.1:70000\"\n", u":2: serve.listen must be an IP address and a port"_s);
    row("people", "[people]\nmaria = \"maria@example.org\"\n",
        u":2: people.maria must be a list of texts, it is a text"_s);
    row("unknown rule", "[rules]\n\"link-evnt\" = \"off\"\n",
        u":2: rules.link-evnt is not a known key. Did you mean \"link-event\"?"_s);
    row("severity", "[rules]\nlink-event = \"fatal\"\n",
        u":2: rules.link-event must be \"off\", \"info\", \"warning\" or \"error\", it is \"fatal\""_s);
    row("severity's type", "[rules]\nlink-event = false\n",
        u":2: rules.link-event must be a text, it is true or false"_s);
    row("ruleset", "[rules]\nruleset = \"lax\"\n",
        u":2: rules.ruleset must be \"engine\", \"recommended\" or \"strict\", it is \"lax\""_s);
    row("control character", engine + "tenant = \"a\\nb\"\n",
        u":3: environments.a.tenant must not hold control characters"_s);
}

void tst_Configuration::reportsWhatIsWrong()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, message);
    const auto read = loadText(text);
    COMPARE_ERROR(read, ErrorCode::InvalidInput);
    QVERIFY2(read.error().message.startsWith(path(u"pipeline.toml"_s) + message), qPrintable(read.error().message));
    QCOMPARE(read.error().message.count(u'\n'), 0);
}

void tst_Configuration::reportsAllProblemsByLine()
{
    const auto read = loadText("[environments.b]\n"
                               "user = \"demo\"\n"
                               "minimum_coverage = -1\n"
                               "\n"
                               "[backlog]\n"
                               "path = \"x\"\n");
    COMPARE_ERROR(read, ErrorCode::InvalidInput);
    const QStringList lines = read.error().message.split(u'\n');
    QCOMPARE(lines.size(), 3);
    QVERIFY(lines[0].endsWith(":1: environments.b.engine is missing: the address of the engine"_L1));
    QVERIFY(lines[1].endsWith(":3: environments.b.minimum_coverage must be between 0 and 100, it is -1"_L1));
    QVERIFY(lines[2].endsWith(":6: backlog.path is not a known key"_L1));
}

void tst_Configuration::neverRepeatsASecret_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");
    const QByteArray engine = "[environments.a]\nengine = \"http://localhost\"\n";
    QTest::newRow("password") << engine + "password = \"hunter2\"\n" << u"credential set camunda.a"_s;
    QTest::newRow("webhook") << engine + "webhook_secret = \"hunter2\"\n" << u"credential set webhook.a"_s;
    QTest::newRow("token") << QByteArray("[repositories.workers]\nurl=\"x\"\ntoken = \"hunter2\"\n")
                           << u"credential set git.workers"_s;
    QTest::newRow("at the top") << QByteArray("secret = \"hunter2\"\n") << u"credential set NAME"_s;
    QTest::newRow("without quotes") << engine + "password = hunter2\n" << u"Error while parsing"_s;
    QTest::newRow("without quotes, like a boolean") << engine + "password = thunter2\n" << u"Error while parsing"_s;
    QTest::newRow("in the engine's address")
        << QByteArray("[environments.a]\nengine = \"http://demo:hunter2@localhost\"\n")
        << u"must not hold a user or password"_s;
    QTest::newRow("with a slash") << QByteArray("[environments.a]\nengine = \"http://demo:x/hunter2@localhost\"\n")
                                  << u"must not hold a user or password"_s;
    QTest::newRow("in the repository's address")
        << QByteArray("[repositories.workers]\nurl = \"https://me:hunter2@github.com/a/b.git\"\n")
        << u"credential set git.workers"_s;
    QTest::newRow("in the backlog's address")
        << QByteArray("[backlog]\nurl = \"postgresql://me:hunter2@db/pipeline\"\n") << u"must not hold a password"_s;
    QTest::newRow("in the backlog's query")
        << QByteArray("[backlog]\nurl = \"postgresql://me@db/pipeline?password=hunter2\"\n")
        << u"must not hold a password"_s;
}

void tst_Configuration::neverRepeatsASecret()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, expected);
    const auto read = loadText(text);
    COMPARE_ERROR(read, ErrorCode::InvalidInput);
    QVERIFY2(read.error().text().contains(expected), qPrintable(read.error().text()));
    QVERIFY2(!read.error().text().contains("hu"_L1), qPrintable(read.error().text()));
}

void tst_Configuration::variablesFillGaps()
{
    m_variables.insert(u"CAMUNDA_URL"_s, u"http://localhost:8080/engine-rest"_s);
    m_variables.insert(u"CAMUNDA_USER"_s, u"demo"_s);
    m_variables.insert(u"DEPLOY_URL"_s, u"https://worker.example/deploy"_s);
    m_variables.insert(u"REPO_PATH"_s, u"/srv/workers"_s);
    const auto read = loadText("[environments.producao]\npolicy = \"approved\"\n"
                               "[repositories.workers]\nurl = \"git@example.org:w.git\"\n");
    VERIFY_RESULT(read);
    const Environment &environment = read->environments.first();
    QCOMPARE(environment.engineRest(), QUrl(u"http://localhost:8080/engine-rest"_s));
    QCOMPARE(environment.user, u"demo"_s);
    QCOMPARE(environment.authentication, Authentication::Basic);
    QCOMPARE(environment.workerWebhook, QUrl(u"https://worker.example/deploy"_s));
    QCOMPARE(environment.policy, Policy::Approved);
    QCOMPARE(read->workers->clone, u"/srv/workers"_s);
}

void tst_Configuration::variablesDoNotOverride()
{
    m_variables.insert(u"CAMUNDA_URL"_s, u"http://stray.example"_s);
    m_variables.insert(u"CAMUNDA_USER"_s, u"stray"_s);
    m_variables.insert(u"DEPLOY_URL"_s, u"https://stray.example/deploy"_s);
    m_variables.insert(u"REPO_PATH"_s, u"/stray"_s);
    const auto configured = loadText(example);
    VERIFY_RESULT(configured);
    const auto withoutVariables = loadText(example, QProcessEnvironment());
    VERIFY_RESULT(withoutVariables);
    QCOMPARE(configured->environments, withoutVariables->environments);
    QCOMPARE(configured->workers->clone, u"/home/camunda-orquestrador/Orquestrador-Zarah"_s);

    const auto open = loadText("[environments.a]\nengine = \"http://localhost\"\nauth = \"none\"\n");
    VERIFY_RESULT(open);
    QCOMPARE(open->environments.first().authentication, Authentication::None);
    QVERIFY(open->environments.first().user.isEmpty());
}

void tst_Configuration::variablesMakeAnEnvironment()
{
    m_variables.insert(u"CAMUNDA_URL"_s, u"http://localhost:8080"_s);
    m_variables.insert(u"CAMUNDA_USER"_s, u"demo"_s);
    const auto read = load({}, m_variables);
    VERIFY_RESULT(read);
    const auto environment = read->environment({});
    VERIFY_RESULT(environment);
    QCOMPARE(environment->name, u"padrao"_s);
    QCOMPARE(environment->engine, QUrl(u"http://localhost:8080"_s));
    QCOMPARE(environment->user, u"demo"_s);
    QCOMPARE(environment->policy, Policy::Validated);
}

void tst_Configuration::variablesAreChecked()
{
    m_variables.insert(u"CAMUNDA_URL"_s, u"http://demo:hunter2@localhost"_s);
    const auto read = load({}, m_variables);
    COMPARE_ERROR(read, ErrorCode::InvalidInput);
    QVERIFY2(read.error().message.startsWith("The variable CAMUNDA_URL must not hold"_L1),
             qPrintable(read.error().message));
    QVERIFY(!read.error().text().contains("hunter2"_L1));
}

void tst_Configuration::onlyTheDefaultEnvironmentTakesVariables()
{
    m_variables.insert(u"CAMUNDA_URL"_s, u"http://localhost:8080"_s);
    m_variables.insert(u"CAMUNDA_USER"_s, u"demo"_s);
    const auto read = loadText(
        "default_environment = \"b\"\n"
        "[environments.a]\nengine = \"http://a.example\"\n[environments.b]\nproduction = true\n");
    VERIFY_RESULT(read);
    QVERIFY(read->environments[0].user.isEmpty());
    QCOMPARE(read->environments[1].user, u"demo"_s);

    const auto gap = loadText("default_environment = \"b\"\n"
                              "[environments.a]\nproduction = true\n[environments.b]\nengine = \"http://b.example\"\n");
    COMPARE_ERROR(gap, ErrorCode::InvalidInput);
    QVERIFY(gap.error().message.contains(":2: environments.a.engine is missing"_L1));
}

void tst_Configuration::choosesEnvironment()
{
    const auto several = loadText("[environments.a]\nengine = \"http://a.example\"\n"
                                  "[environments.b]\nengine = \"http://b.example\"\n");
    VERIFY_RESULT(several);
    VERIFY_RESULT(several->environment(u"b"_s));
    QCOMPARE(several->environment(u"b"_s)->engine, QUrl(u"http://b.example"_s));
    COMPARE_ERROR(several->environment({}), ErrorCode::InvalidInput);
    COMPARE_ERROR(several->environment(u"c"_s), ErrorCode::InvalidInput);
    QVERIFY(several->environment(u"c"_s).error().hint.contains("a, b"_L1));
}

void tst_Configuration::acceptsBearer()
{
    const auto read = loadText("[environments.a]\nengine = \"https://a.example\"\nauth = \"bearer\"\n");
    VERIFY_RESULT(read);
    QCOMPARE(read->environments.first().authentication, Authentication::Bearer);
}

void tst_Configuration::emptyTextsCountAsAbsent()
{
    const auto read = loadText(
        "[environments.a]\nengine = \"https://a.example\"\ntenant = \"\"\nca_file = \"\"\n"
        "client_certificate = \"\"\nclient_key = \"\"\n[serve]\ncertificate = \"\"\nkey = \"\"\n");
    VERIFY_RESULT(read);
    QVERIFY(read->environments.first().caFile.isEmpty());
}

void tst_Configuration::readsRules()
{
    const auto read = loadText("[rules]\n"
                               "ruleset = \"strict\"\n"
                               "link-event = \"off\"\n"
                               "\"form-json\" = \"info\"\n"
                               "html-markup = \"error\"\n"
                               "form-id = \"warning\"\n"
                               "timer-value = \"\"\n");
    VERIFY_RESULT(read);
    QCOMPARE(read->rules.ruleset, validation::RulesetName::Strict);
    const validation::RuleSeverities expected{{u"link-event"_s, std::nullopt},
                                              {u"form-json"_s, Severity::Info},
                                              {u"html-markup"_s, Severity::Error},
                                              {u"form-id"_s, Severity::Warning}};
    QCOMPARE(read->rules.severities, expected);

    const auto silent = loadText("");
    VERIFY_RESULT(silent);
    QCOMPARE(silent->rules.ruleset, validation::RulesetName::Recommended);
    QVERIFY(silent->rules.severities.isEmpty());
}

QTEST_GUILESS_MAIN(tst_Configuration)
#include "tst_configuration.moc"
