// SPDX-License-Identifier: Apache-2.0
#include "tooltext.h"

#include <QRegularExpression>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace pipeline::workers {

QString plainText(const QByteArray &written)
{
    // CSI sequences (colours, cursor), OSC sequences (titles, links), then whatever control character is left.
    static const QRegularExpression sequences(
        u"\\x1b\\[[0-?]*[ -/]*[@-~]|\\x1b\\][^\\x07\\x1b]*(?:\\x07|\\x1b\\\\)|[\\x00-\\x08\\x0b-\\x1f\\x7f]"_s);
    return QString::fromUtf8(written).remove(sequences);
}

QString lastLines(const QString &text, int count)
{
    QStringList lines;
    for (const QString &line : text.split(u'\n'))
        if (!line.trimmed().isEmpty())
            lines << line;
    return lines.mid(qMax(0, lines.size() - count)).join(u'\n');
}

} // namespace pipeline::workers
