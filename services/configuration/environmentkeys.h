// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tablereader.h"

#include "models/environment.h"

#include <QByteArray>

namespace pipeline::configuration {

/// Reads `[environments.<name>]`. The engine may be missing.
Environment readEnvironment(TableReader &table, const QString &name);

/// Whether the table says how to authenticate, so that no variable may.
bool saysAuthentication(const TableReader &table);

/// A key of an environment, with its value as TOML writes it.
struct KeyValue {
    QByteArray key;
    QByteArray value;
    bool isDefault = false; ///< the key may be left out
};

/// As a text of TOML.
QByteArray tomlString(const QString &text);

/// All keys of an environment, in the order in which they are written.
QList<KeyValue> keyValues(const Environment &environment);

/// What is wrong with \a name as an environment's name, empty when nothing is: it becomes part of secrets' names.
QString environmentNameProblem(const QString &name);

} // namespace pipeline::configuration
