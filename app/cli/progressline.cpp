// SPDX-License-Identifier: Apache-2.0
#include "progressline.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pipeline::cli {

namespace {

constexpr int BarWidth = 20;
constexpr int ColumnsWithBar = 60;

QString bar(int done, int total)
{
    const int full = int(qint64(BarWidth) * std::clamp(done, 0, total) / total);
    return u" ["_s + QString(full, u'#') + QString(BarWidth - full, u'.') + u']';
}

} // namespace

QString progressText(const Progress &progress, int columns)
{
    const qsizetype room = std::max(columns - 1, 1);
    QString text = u"item %1  %2"_s.arg(QString::number(progress.item), progress.stage.toUpper());
    if (progress.total > 0 && columns >= ColumnsWithBar)
        text += bar(progress.done, progress.total);
    if (progress.total > 0)
        text += u" %1/%2"_s.arg(progress.done).arg(progress.total);
    else if (progress.done > 0)
        text += u" %1"_s.arg(progress.done);
    if (!progress.step.isEmpty())
        text += u"  "_s + plain(progress.step);
    return text.size() <= room ? text : text.left(room - 1) + u'…';
}

void ProgressLine::show(const Progress &progress)
{
    if (!m_streams.errIsTerminal)
        return;
    m_streams.err << "\r\x1b[K" << progressText(progress, m_streams.errColumns ? m_streams.errColumns() : 80);
    m_streams.err.flush();
    m_shown = true;
}

void ProgressLine::clear()
{
    if (!m_shown)
        return;
    m_streams.err << "\r\x1b[K";
    m_streams.err.flush();
    m_shown = false;
}

} // namespace pipeline::cli
