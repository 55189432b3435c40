// SPDX-License-Identifier: Apache-2.0
#include "summary.h"

namespace pipeline::report {

Summary summarise(const QList<validation::FileReport> &reports, double seconds)
{
    Summary summary{reports.size(), 0, 0, 0, seconds};
    for (const validation::FileReport &report : reports) {
        summary.fixable += report.fixes.size();
        for (const Finding &finding : report.findings) {
            switch (finding.severity) {
            case Severity::Error:
                ++summary.errors;
                break;
            case Severity::Warning:
                ++summary.warnings;
                break;
            case Severity::Info:
                ++summary.infos;
                break;
            }
        }
    }
    return summary;
}

} // namespace pipeline::report
