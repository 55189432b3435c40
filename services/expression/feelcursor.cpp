// SPDX-License-Identifier: Apache-2.0
#include "feelcursor.h"

#include <QStringList>

#include <array>

using namespace Qt::StringLiterals;

namespace pipeline::expression {

namespace {

/// Of a name; the longest of a function has five.
constexpr size_t mostWords = 8;

bool isFeelKeyword(QStringView word)
{
    static constexpr std::array words{"and"_L1,  "or"_L1,    "then"_L1,    "else"_L1,      "in"_L1,
                                      "if"_L1,   "for"_L1,   "return"_L1,  "satisfies"_L1, "between"_L1,
                                      "some"_L1, "every"_L1, "function"_L1};
    return std::ranges::any_of(words, [word](QLatin1StringView keyword) { return word == keyword; });
}

/// Functions and types whose names have a keyword in them.
bool hasKeywordInName(const QString &name)
{
    static const QStringList names{u"date and time"_s, u"years and months duration"_s, u"days and time duration"_s};
    return names.contains(name);
}

} // namespace

bool FeelCursor::isSign(QLatin1StringView sign, size_t ahead) const
{
    return token(ahead).kind == FeelToken::Sign && token(ahead).image == sign;
}

bool FeelCursor::isWord(QLatin1StringView word, size_t ahead) const
{
    return token(ahead).kind == FeelToken::Name && token(ahead).image == word;
}

bool FeelCursor::isName() const
{
    return token().kind == FeelToken::QuotedName || (token().kind == FeelToken::Name && !isFeelKeyword(token().image));
}

bool FeelCursor::take(QLatin1StringView sign)
{
    if (!isSign(sign))
        return false;
    ++m_at;
    return true;
}

bool FeelCursor::takeWord(QLatin1StringView word)
{
    if (!isWord(word))
        return false;
    ++m_at;
    return true;
}

bool FeelCursor::need(QLatin1StringView sign)
{
    return take(sign) || fail(u"`%1` is expected"_s.arg(sign));
}

bool FeelCursor::needWord(QLatin1StringView word)
{
    return takeWord(word) || fail(u"`%1` is expected"_s.arg(word));
}

bool FeelCursor::fail(const QString &expected)
{
    const FeelToken &found = token();
    if (m_furthest && found.offset <= m_furthest->offset)
        return false;
    const QString what = found.kind == FeelToken::End ? u"it ends"_s : u"it has `%1`"_s.arg(found.image);
    m_furthest = Problem{found.offset, u"%1 where %2"_s.arg(what, expected), hint()};
    return false;
}

/// For what people write most often by mistake.
QString FeelCursor::hint() const
{
    if (m_at == 0)
        return isSign("="_L1) ? u"A test needs no equals sign: write the value."_s : QString();
    const FeelToken &before = m_tokens[m_at - 1];
    if (before.kind == FeelToken::Name && !isFeelKeyword(before.image) && token().kind == FeelToken::Name
        && !isFeelKeyword(token().image))
        return u"The engine knows no names with blanks: write them together, or in back quotes."_s;
    return isSign("="_L1) && before.image == "="_L1 ? u"Equal is a single =."_s : QString();
}

size_t FeelCursor::nameLength(QLatin1StringView sign) const
{
    size_t count = 0;
    bool hasKeyword = false;
    while (token(count).kind == FeelToken::Name && count < mostWords) {
        hasKeyword = hasKeyword || isFeelKeyword(token(count).image);
        ++count;
    }
    if (count > 1 && isSign(sign, count) && (!hasKeyword || hasKeywordInName(words(count))))
        return count;
    return isName() ? 1 : 0;
}

size_t FeelCursor::typeLength() const
{
    if (hasKeywordInName(words(3)))
        return 3;
    if (hasKeywordInName(words(4)))
        return 4;
    return token().kind == FeelToken::Name ? 1 : 0;
}

QString FeelCursor::words(size_t count) const
{
    QStringList words;
    for (size_t i = 0; i < count; ++i)
        words << token(i).image.toString();
    return words.join(u' ');
}

} // namespace pipeline::expression
