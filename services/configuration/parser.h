// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "configuration.h"
#include "problems.h"

#include <QSet>

namespace pipeline::configuration {

/// What the file alone says, before variables fill its gaps.
struct Parsed {
    Configuration configuration; ///< defaults where the file is silent; backlogUrl may be empty
    QMap<QString, int> withoutEngine; ///< environments whose engine is not there, and their lines
    QSet<QString> authenticated; ///< environments that say how to authenticate
};

/// Reads \a text, and checks all but what variables may still give (an environment's engine).
Parsed parse(const QByteArray &text, Problems &problems);

/// The bytes of a configuration file. NotFound, or InvalidInput when it cannot be read.
Result<QByteArray> readFile(const QString &file);

/// Fills the gaps from the variables of the existing installation, and complains about the gaps that stay.
void fillGaps(Parsed &parsed, const QProcessEnvironment &variables, Problems &problems);

} // namespace pipeline::configuration
