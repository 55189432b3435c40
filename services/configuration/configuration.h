// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/environment.h"
#include "models/result.h"
#include "validation/inputfile.h"

#include <QJsonObject>
#include <QMap>
#include <QProcessEnvironment>
#include <QStringList>

#include <optional>

namespace pipeline::configuration {

struct Repository {
    QString name; ///< "artefatos" or "workers"
    QString url;
    QString branch = QStringLiteral("main");
    QStringList products; ///< of artefatos only; empty: every folder at the top of the repository
    QString clone; ///< of the receiver only
    QStringList restart; ///< of workers only: the command that restarts them

    QString secret() const { return QStringLiteral("git.") + name; }
};

struct Runner {
    QString name; ///< default: host name
    std::optional<QStringList> environments; ///< nothing: those whose credential is there
};

/// Where the receiver listens; with both files it speaks TLS.
struct Serve {
    QString address = QStringLiteral("127.0.0.1"); ///< a number of IPv4 or IPv6, never a name
    quint16 port = 8088;
    QString certificate;
    QString key;
};

/// Which rules apply to what is validated, and how much they weigh.
struct Rules {
    validation::RulesetName ruleset = validation::RulesetName::Recommended;
    validation::RuleSeverities severities;
};

/// Everything that pipeline.toml and the variables of the existing installation say; never a secret.
struct Configuration {
    QString file; ///< the file that was read; empty when there was none
    QString defaultEnvironment; ///< the only environment when the file names none; empty when there are several
    /// The default environment that was configured, also when a call names another: the password in CAMUNDA_PASS is
    /// that one's, and so are items that name none.
    QString configuredDefault;
    QString backlogUrl; ///< "sqlite:/path" or "postgresql://user@host/database"
    Runner runner;
    std::optional<Repository> artefacts;
    std::optional<Repository> workers;
    QList<Environment> environments; ///< in the file's order
    Serve serve;
    Rules rules;
    QMap<QString, QStringList> people; ///< login → e-mail addresses

    /// The environment of that name; the default one for an empty name. InvalidInput when there is none.
    Result<Environment> environment(const QString &name) const;
};

/// Folders of the current user, from the XDG variables in \a environment.
QString defaultConfigurationFile(const QProcessEnvironment &environment);
QString dataFolder(const QProcessEnvironment &environment);
QString cacheFolder(const QProcessEnvironment &environment);

/// Reads \a file; an empty name means the default one, which may be missing. InvalidInput names all that is wrong: an
/// unknown key, a wrong type, a value out of range, each with file, line and key, one a line. NotFound when a file that
/// was asked for does not exist.
///
/// Variables of the existing installation only fill gaps: CAMUNDA_URL, CAMUNDA_USER and DEPLOY_URL those of the default
/// environment, REPO_PATH the clone of a configured workers' repository. Without any environment in the file,
/// CAMUNDA_URL makes one that is called "padrao".
Result<Configuration> load(const QString &file, const QProcessEnvironment &environment);

/// What holds when there is no file: defaults, and what the variables give.
Result<Configuration> loadWithoutFile(const QProcessEnvironment &environment);

/// The keys of `[environments.<name>]`, in the order in which they are written.
QStringList environmentKeys();

/// \a environment with some keys set to \a values, texts that mean what the file would say; a list takes several.
/// InvalidInput names all that is wrong, one a line.
Result<Environment> withValues(const Environment &environment, const QMap<QString, QStringList> &values);

/// Every key of \a environment with its value.
QJsonObject toJson(const Environment &environment);

/// Adds or replaces `[environments.<name>]`, keeping every other byte (comments too) of the file as it was. A new file
/// is readable by its owner only. InvalidInput when the result would not load; the file is untouched then.
Result<void> writeEnvironment(const QString &file, const Environment &environment);

/// Takes `[environments.<name>]` out. NotFound when it is not in the file, InvalidInput when other keys still name it.
Result<void> removeEnvironment(const QString &file, const QString &name);

/// Sets `environments` of `[runner]` to \a names, keeping every other byte of the file as it was. InvalidInput when the
/// result would not load; the file is untouched then.
Result<void> writeRunnerEnvironments(const QString &file, const QStringList &names);

} // namespace pipeline::configuration
