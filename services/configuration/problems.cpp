// SPDX-License-Identifier: Apache-2.0
#include "problems.h"

#include "models/similarword.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pipeline::configuration {

Error Problems::error() const
{
    QList<Entry> sorted = m_entries;
    std::stable_sort(sorted.begin(), sorted.end(), [](const Entry &a, const Entry &b) { return a.line < b.line; });
    QStringList lines;
    for (const Entry &entry : sorted)
        lines << (entry.line > 0 ? u"%1:%2: %3"_s.arg(m_file, QString::number(entry.line), entry.text) : entry.text);
    return Error{ErrorCode::InvalidInput, lines.join(u'\n'), {}, {}};
}

QString suggestion(const QString &word, const QStringList &known)
{
    const QString best = mostSimilar(word, known);
    return best.isEmpty() ? QString() : u". Did you mean \"%1\"?"_s.arg(best);
}

QString alternatives(const QStringList &words)
{
    QStringList quoted;
    for (const QString &word : words)
        quoted << u'"' + word + u'"';
    if (quoted.size() < 2)
        return quoted.join(QString());
    const QString last = quoted.takeLast();
    return quoted.join(", "_L1) + " or "_L1 + last;
}

} // namespace pipeline::configuration
