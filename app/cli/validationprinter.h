// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "command.h"

#include "report/summary.h"

namespace pipeline::cli {

/// The values of --format of `validate`.
QStringList validationFormats();

/// Prints what was found as --format says. \a stream: others follow, so that a JSON document is one line.
/// Fails as Reports::forEach does; the document then has no end.
Result<void> printReports(const Call &call, const validation::Reports &reports, const report::Summary &summary,
                          bool stream = false);

} // namespace pipeline::cli
