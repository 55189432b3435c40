// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/journal.h"
#include "backlog/sqlitebacklog.h"
#include "repository/releasereader.h"
#include "store/database.h"
#include "ui/common/theme.h"
#include "ui/session/session.h"

#include <QTemporaryDir>

namespace pipeline::tests {

/// A credential store in memory, which can be made to refuse.
class CredentialsInMemory : public credentials::CredentialStore {
public:
    Result<std::optional<credentials::Secret>> read(const QString &name, std::stop_token stop) override;
    Result<QString> source(const QString &name, std::stop_token stop) override;
    Result<void> write(const QString &name, const credentials::Secret &secret, std::stop_token stop) override;
    Result<void> remove(const QString &name, std::stop_token stop) override;

    QMap<QString, QByteArray> secrets;
    bool locked = false;
};

/// A window's surroundings in a temporary folder: a real backlog, a session on it, a theme.
class ConsoleFixture {
public:
    /// Two environments: homologacao and producao, the default one, which is production and needs an approval.
    explicit ConsoleFixture(const QString &user = QStringLiteral("marina.duarte"));
    ~ConsoleFixture();

    /// Opens the session and waits until it is there.
    void start();

    /// Puts the sample backlog into the database; its files can be read then.
    void fill();

    /// Writes pipeline.toml, which the window may then change; without it the configuration stays as it was made.
    void writeConfiguration();
    QString configurationFile() const { return m_folder.filePath(QStringLiteral("pipeline.toml")); }

    QString folder() const { return m_folder.path(); }
    QString databaseFile() const { return m_folder.filePath(QStringLiteral("backlog.sqlite")); }

    ui::Theme theme;
    configuration::Configuration configuration;
    std::unique_ptr<store::Database> database;
    std::unique_ptr<backlog::SqliteBacklog> backlog;
    CredentialsInMemory credentials;
    http::Client http;
    QMap<QString, QMap<QString, QByteArray>> files; ///< what artefactFiles gives, by the artefact's path
    /// Instead of approvals that know no repository.
    std::function<Result<std::unique_ptr<approval::Approvals>>(std::stop_token)> approvals;
    std::unique_ptr<ui::Session> session;

    /// What the session is opened with; for a test that has a session of its own.
    Result<std::shared_ptr<ui::Services>> services();

private:
    QTemporaryDir m_folder;
    bool m_filled = false;
    repository::ReleaseReader m_reader{nullptr, nullptr};
};

} // namespace pipeline::tests
