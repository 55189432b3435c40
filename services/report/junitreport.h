// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "summary.h"

#include <QTextStream>

namespace pipeline::report {

/// Prints the reports as JUnit's XML, which every CI server shows: a suite for each file, in it a failed case for each
/// error, or one that passed when there is none. Warnings and remarks, which fail nothing, stand in the suite's output.
/// Fails as Reports::forEach does.
Result<void> printJunit(QTextStream &out, const validation::Reports &reports, const Summary &summary);

} // namespace pipeline::report
