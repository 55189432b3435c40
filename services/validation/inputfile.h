// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/contract/artefact.h"
#include "models/environment.h"
#include "models/finding.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <optional>

namespace pipeline::validation {

enum class FileKind { Bpmn, Dmn, Form, Html, Worker };

/// "bpmn", "dmn", "form", "html" or "worker".
QString toString(FileKind kind);

/// What a file is by its name, in upper or lower case; nothing for names that are not validated here. Workers are not
/// known by their names.
std::optional<FileKind> fileKindOf(const QString &path);

/// What an artefact of a release is: its declared type decides, and among forms the name.
FileKind fileKindOf(const contract::Artefact &artefact);

/// Whether the engine reads a resource of that name as \a kind: it compares the end of the name, letter by letter. It
/// stores any other and deploys nothing.
bool engineReads(const QString &resource, FileKind kind);

/// A file to validate.
struct InputFile {
    QString path;
    FileKind kind = FileKind::Bpmn;
    QByteArray bytes;
    QString deployment; ///< files with the same text go to the engine together; a release's are its products

    /// The resource name on the engine.
    QString resource() const { return path.section(u'/', -1); }
};

/// How strict the rules are: `engine` tells what the engine rejects and nothing else.
enum class RulesetName { Engine, Recommended, Strict };

/// Nothing for an unknown name.
std::optional<RulesetName> rulesetFrom(const QString &name);

/// The engines differ in the namespaces of their extensions and in nothing else that is validated.
enum class Engine { Camunda, Operaton };

/// What single rules weigh instead of what their ruleset says, by rule; nothing: the rule is off. What the engine
/// rejects stays an error whatever stands here.
using RuleSeverities = QHash<QString, std::optional<Severity>>;

struct Options {
    HistoryTimeToLive historyTimeToLive = HistoryTimeToLive::Required;
    RulesetName ruleset = RulesetName::Recommended;
    QString timeToLive = {}; ///< days that a fix gives to what has no history time to live; empty: it is not fixed
    Engine engine = Engine::Camunda;
    RuleSeverities severities;
};

} // namespace pipeline::validation
