// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "summary.h"

#include <QTextStream>

namespace pipeline::report {

/// Prints the reports as workflow commands of GitHub Actions, which become annotations of the files. GitHub takes ten
/// of each severity from a step and drops the others, so that no more are given; a last line tells how many are left
/// out. Fails as Reports::forEach does.
Result<void> printGithub(QTextStream &out, const validation::Reports &reports, const Summary &summary);

} // namespace pipeline::report
