// SPDX-License-Identifier: Apache-2.0
#include "summary.h"

namespace pipeline::report {

Summary summarise(const validation::Reports &reports, double seconds)
{
    validation::Counts all;
    qsizetype clean = 0;
    for (qsizetype i = 0; i < reports.size(); ++i) {
        all += reports.counts(i);
        clean += reports.counts(i).errors == 0 ? 1 : 0;
    }
    return {reports.size(), all.errors, all.warnings, all.infos, seconds, all.fixable, clean};
}

} // namespace pipeline::report
