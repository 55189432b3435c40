// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "rule.h"

#include <QSet>

#include <span>

namespace pipeline::validation {

/// What a file brings to the engine under a key of its own.
struct KeyedDefinition {
    QString kind; ///< "process", "decision", "decision requirements" or "form"
    QString key;
    Place place;
};

QList<KeyedDefinition> keyedDefinitions(const FileReport &file);

/// What some files of a release bring that references can lead to.
struct DefinitionKeys {
    QSet<QString> processes; ///< that the engine makes definitions of; so for decisions
    QSet<QString> decisions;
    QSet<QString> forms;
    QSet<QString> resources;
    bool complete = true; ///< every file could be read

    void add(const FileReport &file);
    bool has(const Reference &reference) const;
};

/// "process", "decision", "form" …: what a reference leads to.
QString targetOf(const Reference &reference);

} // namespace pipeline::validation
