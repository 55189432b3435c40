// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gitrepository.h"
#include "outsidesql.h"

#include "configuration/configuration.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>

namespace pipeline::tests {

/// A small release: committed, and on a branch of both repositories.
struct SampleRelease {
    QString key; ///< nobody else has it; begins the id of each definition and the name of each file
    QJsonArray artefacts; ///< as in `contexto`
    QString workersCommit;

    QString ref() const { return QStringLiteral("R-") + key; }
    /// Ids of the processes: one of Genesis, one of Prometheus.
    QStringList processes() const { return {key, key + QStringLiteral("_cobranca")}; }
    QString decision() const { return key + QStringLiteral("_faixa"); }
};

/// What a release is made of.
struct Contents {
    bool models = true; ///< process, decision, form and smoke test of Genesis, process of Prometheus
    bool worker = true; ///< without dependencies: checked by `node --check`
    bool processSmoke = false; ///< a smoke test of the process of Genesis besides that of the decision
    QByteArray jestTest = {}; ///< gives the worker Jest and this test
};

/// All that one installation of the pipeline needs, in a temporary folder: two git repositories, a configuration with
/// the environment "teste", and an empty backlog.
class Installation {
public:
    Installation();

    QString path(const QString &name) const { return m_folder.filePath(name); }
    QString configurationFile() const { return path(QStringLiteral("pipeline.toml")); }
    QString backlogFile() const { return path(QStringLiteral("backlog.sqlite")); }
    QString backlogUrl() const { return QStringLiteral("sqlite:") + backlogFile(); }
    QString cacheFolder() const { return path(QStringLiteral("cache/prometheus-pipeline")); }
    const GitRepository &artefacts() const { return m_artefacts; }
    const GitRepository &workers() const { return m_workers; }

    /// Writes the configuration; \a environment is what stands below [environments.teste].
    void configure(const QByteArray &environment, const QString &artefactsUrl = {}) const;
    configuration::Configuration configuration() const;

    /// The variables of a program that belongs to this installation, with its secrets.
    QProcessEnvironment variables() const;

    SampleRelease makeRelease(const Contents &contents = {}) const;

    /// Commits one more file and adds it to \a release.
    void addArtefact(SampleRelease &release, const QString &type, const QString &path, const QByteArray &bytes) const;

    /// Inserts an `executar_pipeline` item as another program does; gives its id.
    qint64 insert(const QString &mode, const SampleRelease &release, int maxAttempts = 3) const;

    /// Packages with Jest are installed once for all tests, with the settings of the user who runs them; so this comes
    /// before GitRepository::isolate(). Says why they cannot be had; empty when they are there.
    static QString prepareJest();

    static QByteArray enginePassword() { return "demo"; }
    static QByteArray webhookSecret() { return "segredo do servidor de workers"; }

private:
    void writeModels(const SampleRelease &release, bool processSmoke) const;
    void writeWorker(const SampleRelease &release, const Contents &contents) const;

    QTemporaryDir m_folder;
    const GitRepository m_artefacts;
    const GitRepository m_workers;
};

} // namespace pipeline::tests
