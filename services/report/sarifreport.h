// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "validation/filereport.h"

#include <QJsonObject>

namespace pipeline::report {

/// The reports in SARIF 2.1.0 (OASIS), for code scanning: one run, with the help page of each rule that found
/// something. Paths are addresses relative to the current folder, unless they are absolute.
QJsonObject toSarif(const QList<validation::FileReport> &reports);

} // namespace pipeline::report
