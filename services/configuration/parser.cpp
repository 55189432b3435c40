// SPDX-License-Identifier: Apache-2.0
#include "parser.h"

#include "environmentkeys.h"
#include "tablereader.h"
#include "webaddress.h"

#include "validation/allrules.h"

#include <QFile>
#include <QHostAddress>
#include <QRegularExpression>
#include <QSysInfo>

using namespace Qt::StringLiterals;

namespace pipeline::configuration {

namespace {

QString readBacklogUrl(TableReader table)
{
    const QString url = table.text("url"_L1);
    table.refuseUnknownKeys();
    if (url.isEmpty() || url.startsWith("sqlite:/"_L1))
        return url;
    if (!url.startsWith("postgresql://"_L1))
        table.complain("url"_L1, u"must begin with sqlite:/ or postgresql://"_s);
    else if (holdsPassword(url) || url.contains("password="_L1))
        table.complain("url"_L1, u"must not hold a password: PostgreSQL reads it from its own password file"_s);
    return url;
}

Runner readRunner(TableReader table)
{
    Runner runner;
    runner.name = table.text("name"_L1);
    if (table.has("environments"_L1))
        runner.environments = table.texts("environments"_L1);
    table.refuseUnknownKeys();
    return runner;
}

Repository readRepository(TableReader table, const QString &name)
{
    Repository repository;
    repository.name = name;
    repository.url = table.text("url"_L1);
    if (repository.url.isEmpty())
        table.complain("url"_L1, u"is missing: the address that git fetches from"_s);
    else if (holdsPassword(repository.url))
        table.complain(
            "url"_L1,
            u"must not hold a password: `prometheus-pipeline credential set %1` stores it in the keychain"_s.arg(
                repository.secret()));
    else if (repository.url.startsWith(u'-') || repository.url.contains("::"_L1))
        table.complain("url"_L1, u"must be an address for git over https, ssh or a local path"_s);
    repository.branch = table.text("branch"_L1, repository.branch);
    static const QRegularExpression branchName(
        u"\\A(?!.*(\\.\\.|//|/\\.|\\.lock(/|$)))[A-Za-z0-9_][A-Za-z0-9_./-]*(?<![./])\\z"_s);
    if (!branchName.match(repository.branch).hasMatch())
        table.complain("branch"_L1, u"must be the name of a branch, it is \"%1\""_s.arg(repository.branch));
    repository.clone = table.absolutePath("clone"_L1);
    if (name == "artefatos"_L1) {
        repository.products = table.texts("products"_L1);
        for (const QString &product : std::as_const(repository.products))
            if (product.contains(u'/') || product.startsWith(u'.'))
                table.complain("products"_L1, u"must hold names of folders, not \"%1\""_s.arg(product));
    } else {
        repository.restart = table.texts("restart"_L1);
    }
    table.refuseUnknownKeys();
    return repository;
}

Serve readServe(TableReader table)
{
    Serve serve;
    const QString listen = table.text("listen"_L1, u"127.0.0.1:8088"_s);
    const qsizetype colon = listen.lastIndexOf(u':');
    QString address = listen.left(colon);
    if (address.startsWith(u'[') && address.endsWith(u']'))
        address = address.mid(1, address.size() - 2);
    serve.address = address;
    serve.port = listen.mid(colon + 1).toUShort();
    if (colon < 0 || serve.port == 0 || QHostAddress(address).isNull())
        table.complain("listen"_L1,
                       u"must be an IP address and a port such as \"127.0.0.1:8088\", it is \"%1\""_s.arg(listen));
    serve.certificate = table.absolutePath("certificate"_L1);
    serve.key = table.absolutePath("key"_L1);
    if (serve.certificate.isEmpty() != serve.key.isEmpty())
        table.complain(serve.key.isEmpty() ? "certificate"_L1 : "key"_L1, u"needs both certificate and key"_s);
    table.refuseUnknownKeys();
    return serve;
}

Rules readRules(TableReader table)
{
    using validation::RulesetName;
    static constexpr Choice<RulesetName> rulesets[] = {{"engine"_L1, RulesetName::Engine},
                                                       {"recommended"_L1, RulesetName::Recommended},
                                                       {"strict"_L1, RulesetName::Strict}};
    static constexpr Choice<std::optional<Severity>> severities[] = {{"off"_L1, std::nullopt},
                                                                     {"info"_L1, Severity::Info},
                                                                     {"warning"_L1, Severity::Warning},
                                                                     {"error"_L1, Severity::Error}};
    Rules rules;
    rules.ruleset = table.choice("ruleset"_L1, rulesets, rules.ruleset);
    for (const QString &id : validation::ruleIds()) {
        const QByteArray name = id.toLatin1();
        const QLatin1StringView key(name);
        const auto severity = table.choice<std::optional<Severity>>(key, severities, std::nullopt);
        if (!table.isUnset(key))
            rules.severities.insert(id, severity);
    }
    table.refuseUnknownKeys();
    return rules;
}

void readEnvironments(TableReader table, Parsed &parsed)
{
    for (const QString &name : table.names()) {
        std::optional<TableReader> section = table.table(name);
        if (!section)
            continue;
        const QString problem = environmentNameProblem(name);
        if (!problem.isEmpty())
            section->complain(problem);
        parsed.configuration.environments << readEnvironment(*section, name);
        if (section->isUnset("engine"_L1))
            parsed.withoutEngine.insert(name, section->line());
        if (saysAuthentication(*section))
            parsed.authenticated.insert(name);
    }
}

QStringList environmentNames(const Configuration &configuration)
{
    QStringList names;
    for (const Environment &environment : configuration.environments)
        names << environment.name;
    return names;
}

void readRoot(TableReader &root, Parsed &parsed)
{
    Configuration &configuration = parsed.configuration;
    configuration.defaultEnvironment = root.text("default_environment"_L1);
    std::optional<TableReader> runner = root.table("runner"_L1);
    if (auto table = root.table("backlog"_L1))
        configuration.backlogUrl = readBacklogUrl(*table);
    if (runner)
        configuration.runner = readRunner(*runner);
    if (auto table = root.table("repositories"_L1)) {
        if (auto artefacts = table->table("artefatos"_L1))
            configuration.artefacts = readRepository(*artefacts, u"artefatos"_s);
        if (auto workers = table->table("workers"_L1))
            configuration.workers = readRepository(*workers, u"workers"_s);
        table->refuseUnknownKeys();
    }
    if (auto table = root.table("environments"_L1))
        readEnvironments(*table, parsed);
    if (auto table = root.table("serve"_L1))
        configuration.serve = readServe(*table);
    if (auto table = root.table("rules"_L1))
        configuration.rules = readRules(*table);
    if (auto table = root.table("people"_L1))
        for (const QString &login : table->names())
            configuration.people.insert(login, table->texts(login));
    root.refuseUnknownKeys();

    const QStringList names = environmentNames(configuration);
    const QString &chosen = configuration.defaultEnvironment;
    if (!chosen.isEmpty() && !names.contains(chosen))
        root.complain("default_environment"_L1,
                      u"names the environment \"%1\", which is not configured"_s.arg(chosen)
                          + suggestion(chosen, names));
    for (const QString &name : configuration.runner.environments.value_or(QStringList()))
        if (!names.contains(name))
            runner->complain("environments"_L1,
                             u"names the environment \"%1\", which is not configured"_s.arg(name)
                                 + suggestion(name, names));
    if (chosen.isEmpty() && names.size() == 1)
        configuration.defaultEnvironment = names.first();
}

} // namespace

Parsed parse(const QByteArray &text, Problems &problems)
{
    Parsed parsed;
    parsed.configuration.file = problems.file();
    try {
        const toml::table table = toml::parse(std::string_view(text.constData(), size_t(text.size())));
        TableReader root(table, {}, problems);
        readRoot(root, parsed);
    } catch (const toml::parse_error &error) {
        // What the parser "saw" is left out, for it may be a piece of a secret that somebody wrote without quotes.
        const QString description = QString::fromUtf8(error.description().data(),
                                                      qsizetype(error.description().size()));
        problems.add(int(error.source().begin.line), description.section(", saw"_L1, 0, 0));
    }
    if (parsed.configuration.runner.name.isEmpty())
        parsed.configuration.runner.name = QSysInfo::machineHostName();
    return parsed;
}

Result<QByteArray> readFile(const QString &file)
{
    QFile source(file);
    if (!source.exists())
        return fail(ErrorCode::NotFound, u"%1 does not exist"_s.arg(file));
    if (!source.open(QIODevice::ReadOnly))
        return fail(ErrorCode::InvalidInput, u"%1 cannot be read"_s.arg(file), source.errorString());
    return source.readAll();
}

} // namespace pipeline::configuration
