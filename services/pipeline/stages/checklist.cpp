// SPDX-License-Identifier: Apache-2.0
#include "checklist.h"

using namespace Qt::StringLiterals;

namespace pipeline::runner {

bool Checklist::isPassed() const
{
    return problem().isEmpty();
}

QString Checklist::problem() const
{
    QStringList failed;
    for (const contract::Check &check : m_run.deployHalf().verify.checks) {
        if (check.status == contract::CheckStatus::Failed)
            failed << check.name + u": "_s + check.detail;
    }
    if (failed.isEmpty())
        return {};
    const qsizetype more = failed.size() - 3;
    return u"VERIFY failed. "_s + failed.mid(0, 3).join("; "_L1)
        + (more > 0 ? u"; and %1 more checks"_s.arg(more) : QString());
}

Result<void> Checklist::record(const contract::Check &check)
{
    m_run.deployHalf().verify.checks << check;
    return m_run.log.check(check);
}

} // namespace pipeline::runner
