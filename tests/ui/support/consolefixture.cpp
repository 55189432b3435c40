// SPDX-License-Identifier: Apache-2.0
#include "consolefixture.h"

#include "sample/samplefiles.h"
#include "sample/samplestore.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace pipeline::tests {

namespace {

Environment environment(const QString &name, bool production)
{
    Environment made;
    made.name = name;
    made.engine = QUrl(u"http://127.0.0.1:9"_s);
    made.production = production;
    made.policy = production ? Policy::Approved : Policy::Validated;
    made.minimumCoverage = 80;
    return made;
}

Error lockedError()
{
    return {ErrorCode::KeychainUnavailable, u"The keychain is locked"_s, {}, u"Unlock it"_s};
}

} // namespace

Result<std::optional<credentials::Secret>> CredentialsInMemory::read(const QString &name, std::stop_token)
{
    if (locked)
        return fail(lockedError());
    if (!secrets.contains(name))
        return std::nullopt;
    return credentials::Secret(secrets.value(name));
}

Result<QString> CredentialsInMemory::source(const QString &name, std::stop_token)
{
    if (locked)
        return fail(lockedError());
    return secrets.contains(name) ? u"system keychain"_s : QString();
}

Result<void> CredentialsInMemory::write(const QString &name, const credentials::Secret &secret, std::stop_token)
{
    if (locked)
        return fail(lockedError());
    secrets.insert(name, secret.reveal());
    return {};
}

Result<void> CredentialsInMemory::remove(const QString &name, std::stop_token)
{
    secrets.remove(name);
    return {};
}

ConsoleFixture::ConsoleFixture(const QString &user)
{
    theme.apply(ui::ThemeChoice::Light);
    configuration.backlogUrl = u"sqlite:"_s + databaseFile();
    configuration.defaultEnvironment = u"producao"_s;
    configuration.environments = {environment(u"homologacao"_s, false), environment(u"producao"_s, true)};
    auto opened = store::Database::open(configuration.backlogUrl);
    if (!opened)
        qFatal("%s", qPrintable(opened.error().text()));
    database = std::move(*opened);
    backlog = std::make_unique<backlog::SqliteBacklog>(*database);
    session = std::make_unique<ui::Session>(configuration, Actor{user, user, u"desk-07"_s, u"console"_s},
                                            [this](std::stop_token) { return services(); });
}

ConsoleFixture::~ConsoleFixture()
{
    session.reset();
    ui::waitForPool();
}

Result<std::shared_ptr<ui::Services>> ConsoleFixture::services()
{
    return std::make_shared<ui::Services>(ui::Services{
        .database = *database,
        .backlog = *backlog,
        .credentials = credentials,
        .http = http,
        .approvals = [this](std::stop_token stop) -> Result<std::unique_ptr<approval::Approvals>> {
            if (approvals)
                return approvals(stop);
            return std::make_unique<approval::Approvals>(*backlog, m_reader, configuration.people);
        },
        .artefactFiles = [this](const contract::Artefact &artefact,
                                std::stop_token) -> Result<QMap<QString, QByteArray>> {
            if (m_filled && !files.contains(artefact.path))
                return sample::artefactFiles(artefact);
            if (!files.contains(artefact.path))
                return fail(Error{ErrorCode::NotFound, artefact.path + u" is not at this commit"_s, {}, {}});
            return files.value(artefact.path);
        },
        .runner = [](const Actor &, const events::Listener &,
                     std::stop_token) -> Result<std::unique_ptr<runner::Runner>> {
            return fail(Error{ErrorCode::ToolMissing, u"No runner here"_s, {}, {}});
        },
        .loadConfiguration = [this]() -> Result<configuration::Configuration> {
            return QFile::exists(configurationFile()) ? configuration::load(configurationFile(), {}) : configuration;
        },
        .configurationFile = configurationFile(),
    });
}

void ConsoleFixture::fill()
{
    if (const auto filled = sample::fillBacklog(*database, {}); !filled)
        qFatal("%s", qPrintable(filled.error().text()));
    m_filled = true;
}

void ConsoleFixture::writeConfiguration()
{
    QFile file(configurationFile());
    const auto write = [&](const QByteArray &bytes) {
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("%s cannot be written", qPrintable(file.fileName()));
        file.close();
    };
    write("[backlog]\nurl = \"" + configuration.backlogUrl.toUtf8() + "\"\n");
    for (const Environment &each : configuration.environments) {
        if (const auto written = configuration::writeEnvironment(configurationFile(), each); !written)
            qFatal("%s", qPrintable(written.error().text()));
    }
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read", qPrintable(file.fileName()));
    const QByteArray sections = file.readAll();
    file.close();
    write("default_environment = \"" + configuration.defaultEnvironment.toUtf8() + "\"\n\n" + sections);
}

void ConsoleFixture::start()
{
    QSignalSpy opened(session.get(), &ui::Session::opened);
    session->start();
    QTRY_VERIFY_WITH_TIMEOUT(opened.count() == 1, 30000);
}

} // namespace pipeline::tests
