// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "synopsis.h"

namespace pipeline::cli {

/// What `COMMAND --help` prints, for terminals of 80 columns.
QString helpText(const Synopsis &synopsis);

/// What `--help` prints: the commands, in groups by their first word.
QString overview(const QList<Synopsis> &commands);

} // namespace pipeline::cli
