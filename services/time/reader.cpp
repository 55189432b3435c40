// SPDX-License-Identifier: Apache-2.0
#include "reader.h"

#include <QString> // which has the numbers of QStringView, too

namespace pipeline::time {

bool Reader::take(QChar wanted)
{
    if (atEnd() || m_text[m_at].toCaseFolded() != wanted.toCaseFolded())
        return false;
    ++m_at;
    return true;
}

std::optional<qint64> Reader::takeNumber(int least, int most)
{
    const qsizetype begin = m_at;
    if (takeDigits(most) < least) {
        m_at = begin;
        return {};
    }
    return m_text.sliced(begin, m_at - begin).toLongLong();
}

qsizetype Reader::takeDigits(qsizetype most)
{
    const qsizetype begin = m_at;
    while (!atEnd() && m_at - begin < most && m_text[m_at] >= u'0' && m_text[m_at] <= u'9')
        ++m_at;
    return m_at - begin;
}

} // namespace pipeline::time
