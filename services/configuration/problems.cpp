// SPDX-License-Identifier: Apache-2.0
#include "problems.h"

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace pipeline::configuration {

namespace {

/// Levenshtein's distance.
int distance(const QString &left, const QString &right)
{
    QList<int> row(right.size() + 1);
    std::iota(row.begin(), row.end(), 0);
    for (int i = 0; i < left.size(); ++i) {
        int diagonal = row[0];
        row[0] = i + 1;
        for (int j = 0; j < right.size(); ++j) {
            const int replaced = diagonal + (left[i] == right[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({replaced, row[j] + 1, diagonal + 1});
        }
    }
    return row.last();
}

} // namespace

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
    QString best;
    int bestDistance = std::max<int>(1, int(word.size()) / 3) + 1;
    for (const QString &candidate : known) {
        const int candidateDistance = distance(word.toLower(), candidate);
        if (candidateDistance < bestDistance) {
            bestDistance = candidateDistance;
            best = candidate;
        }
    }
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
