// SPDX-License-Identifier: Apache-2.0
#include "similarword.h"

#include <algorithm>
#include <numeric>

namespace pipeline {

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

QString mostSimilar(const QString &word, const QStringList &known)
{
    QString best;
    int bestDistance = std::max<int>(1, int(word.size()) / 3) + 1;
    for (const QString &candidate : known) {
        // Words of lengths that differ by more than that are no less distant.
        if (std::abs(candidate.size() - word.size()) >= bestDistance)
            continue;
        const int candidateDistance = distance(word.toLower(), candidate.toLower());
        if (candidateDistance < bestDistance) {
            bestDistance = candidateDistance;
            best = candidate;
        }
    }
    return best;
}

} // namespace pipeline
