// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "summary.h"

namespace pipeline::report {

/// The reports as JUnit's XML, which every CI server shows: a suite for each file, in it a failed case for each error,
/// or one that passed when there is none. Warnings and remarks, which fail nothing, stand in the suite's output.
QString toJunit(const QList<validation::FileReport> &reports, const Summary &summary);

} // namespace pipeline::report
