// SPDX-License-Identifier: Apache-2.0
#include "filereport.h"

#include <algorithm>

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

} // namespace pipeline::validation
