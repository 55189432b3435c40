// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "validation/reports.h"

#include <QTextStream>

namespace pipeline::report {

/// Prints the reports in SARIF 2.1.0 (OASIS), for code scanning: one run, with the help page of each rule that found
/// something. Paths are addresses relative to the current folder, unless they are absolute.
/// Fails as Reports::forEach does.
Result<void> printSarif(QTextStream &out, const validation::Reports &reports);

} // namespace pipeline::report
