// SPDX-License-Identifier: Apache-2.0
#include "filereport.h"

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace pipeline::validation {

QString toString(Verdict verdict)
{
    return verdict == Verdict::Accepted ? u"accepted"_s : u"rejected"_s;
}

Verdict FileReport::verdict() const
{
    return std::ranges::any_of(findings, &Finding::engine) ? Verdict::Rejected : Verdict::Accepted;
}

void sortFindings(QList<Finding> &findings)
{
    std::ranges::stable_sort(findings, {}, [](const Finding &finding) {
        return std::tie(finding.path, finding.line, finding.column, finding.rule);
    });
}

} // namespace pipeline::validation
