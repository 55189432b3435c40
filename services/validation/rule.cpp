// SPDX-License-Identifier: Apache-2.0
#include "rule.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation {

namespace {

constexpr qsizetype mostRemarks = 1'000;
constexpr qsizetype longestRemark = 1'000; ///< UTF-16 units of a message or an id

QString shortened(const QString &text)
{
    return text.size() <= longestRemark ? text : text.first(longestRemark) + u'…';
}

} // namespace

QString quoted(std::string_view value)
{
    return quoted(xml::toQString(value));
}

QString quoted(const QString &value)
{
    constexpr qsizetype longest = 200;
    return u'`' + (value.size() <= longest ? value : value.first(longest) + u'…') + u'`';
}

void Remarks::reject(const Place &place, const QString &message, const QString &hint, const Fix &fix)
{
    add({true, place, message, hint, 0, fix});
}

void Remarks::remark(const Place &place, const QString &message, const QString &hint, const Fix &fix)
{
    add({false, place, message, hint, 0, fix});
}

void Remarks::remark(qsizetype file, const Place &place, const QString &message, const QString &hint)
{
    add({false, place, message, hint, file});
}

void Remarks::add(Remark remark)
{
    Count &count = m_counts[{remark.file, remark.engine}];
    if (++count.added > mostRemarks + 1) {
        m_all[count.last].message = u"The same holds for %1 more places; the first %2 are listed."_s.arg(
            QString::number(count.added - mostRemarks), QString::number(mostRemarks));
        m_all[count.last].fix = {};
        return;
    }
    remark.message = shortened(remark.message);
    remark.place.element = shortened(remark.place.element);
    count.last = m_all.size();
    m_all.push_back(std::move(remark));
}

} // namespace pipeline::validation
