// SPDX-License-Identifier: Apache-2.0
#include "fuzzymatch.h"

#include <QSet>
#include <QStringList>

#include <algorithm>

namespace pipeline::ui {

namespace {

bool beginsWord(const QString &text, qsizetype at)
{
    return at == 0 || !text.at(at - 1).isLetterOrNumber() || (text.at(at).isUpper() && text.at(at - 1).isLower());
}

/// The whole word, preferably where a word begins.
qsizetype wholeAt(const QString &word, const QString &text)
{
    qsizetype anywhere = -1;
    for (qsizetype at = text.indexOf(word, 0, Qt::CaseInsensitive); at >= 0;
         at = text.indexOf(word, at + 1, Qt::CaseInsensitive)) {
        if (beginsWord(text, at))
            return at;
        if (anywhere < 0)
            anywhere = at;
    }
    return anywhere;
}

} // namespace

std::optional<FuzzyMatch> fuzzyMatch(const QString &typed, const QString &text)
{
    FuzzyMatch match;
    QSet<int> hits;
    for (const QString &word : typed.split(u' ', Qt::SkipEmptyParts)) {
        if (const qsizetype at = wholeAt(word, text); at >= 0) {
            for (qsizetype i = 0; i < word.size(); ++i)
                hits << int(at + i);
            match.score += int(word.size()) * (beginsWord(text, at) ? 8 : 4);
            continue;
        }
        qsizetype at = -1;
        for (const QChar letter : word) {
            at = text.indexOf(letter, at + 1, Qt::CaseInsensitive);
            if (at < 0)
                return {};
            hits << int(at);
            match.score += beginsWord(text, at) ? 2 : 0;
        }
    }
    match.score -= int(text.size()) / 8; // of equal hits the shorter text means it more
    match.hits = QList<int>(hits.begin(), hits.end());
    std::ranges::sort(match.hits);
    return match;
}

} // namespace pipeline::ui
