// SPDX-License-Identifier: Apache-2.0
#include "rule.h"

namespace pipeline::validation {

void Remarks::reject(const Place &place, const QString &message, const QString &hint, const Fix &fix)
{
    m_all.push_back({true, place, message, hint, 0, fix});
}

void Remarks::remark(const Place &place, const QString &message, const QString &hint, const Fix &fix)
{
    m_all.push_back({false, place, message, hint, 0, fix});
}

void Remarks::remark(qsizetype file, const Place &place, const QString &message, const QString &hint)
{
    m_all.push_back({false, place, message, hint, file});
}

} // namespace pipeline::validation
