// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "validation/reports.h"

namespace pipeline::report {

/// The numbers at the end of every format.
struct Summary {
    qsizetype files = 0;
    qsizetype errors = 0;
    qsizetype warnings = 0;
    qsizetype infos = 0;
    double seconds = 0; ///< wall time of the validation
    qsizetype fixable = 0; ///< findings that `validate --fix` repairs
    qsizetype clean = 0; ///< files without an error
};

Summary summarise(const validation::Reports &reports, double seconds);

} // namespace pipeline::report
