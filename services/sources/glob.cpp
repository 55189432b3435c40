// SPDX-License-Identifier: Apache-2.0
#include "glob.h"

#include <QDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pipeline::sources {

namespace {

const QString signs = u"*?[{"_s;

/// The end of the set that begins at \a begin with [; -1 when it has none.
qsizetype endOfSet(const QString &pattern, qsizetype begin)
{
    qsizetype first = begin + 1;
    if (pattern.mid(first, 1) == "!"_L1 || pattern.mid(first, 1) == "^"_L1)
        ++first;
    return pattern.indexOf(u']', first + 1); // a ] that comes first is meant itself
}

/// A set as regular expressions have it.
QString setExpression(const QString &pattern, qsizetype begin, qsizetype end)
{
    QString set = pattern.mid(begin + 1, end - begin - 1);
    const bool negated = set.startsWith(u'!') || set.startsWith(u'^');
    if (negated)
        set.remove(0, 1);
    set.replace(u'\\', "\\\\"_L1).replace(u'[', "\\["_L1).replace(u']', "\\]"_L1).replace(u'^', "\\^"_L1);
    return (negated ? u"(?!/)[^"_s : u"(?!/)["_s) + set + u']';
}

QString expressionOf(const QString &pattern)
{
    QString expression;
    int braces = 0;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const QChar c = pattern[i];
        if (c == u'\\' && i + 1 < pattern.size()) {
            expression += QRegularExpression::escape(pattern.mid(++i, 1));
        } else if (c == u'*' && pattern.mid(i, 3) == "**/"_L1 && (i == 0 || pattern[i - 1] == u'/')) {
            expression += u"(?:[^/]+/)*"_s;
            i += 2;
        } else if (c == u'*') {
            const bool deep = pattern.mid(i) == "**"_L1;
            expression += deep ? u".*"_s : u"[^/]*"_s;
            i += deep ? 1 : 0;
        } else if (c == u'?') {
            expression += u"[^/]"_s;
        } else if (const qsizetype end = c == u'[' ? endOfSet(pattern, i) : -1; end > 0) {
            expression += setExpression(pattern, i, end);
            i = end;
        } else if (c == u'{' && pattern.indexOf(u'}', i) > 0) {
            expression += u"(?:"_s;
            ++braces;
        } else if (c == u'}' && braces > 0) {
            expression += u')';
            --braces;
        } else if (c == u',' && braces > 0) {
            expression += u'|';
        } else {
            expression += QRegularExpression::escape(QString(c));
        }
    }
    return expression + QString(braces, u')');
}

} // namespace

Glob::Glob(const QString &pattern)
{
    const QString clean = QDir::cleanPath(pattern);
    qsizetype sign = 0;
    while (sign < clean.size() && !signs.contains(clean[sign]) && clean[sign] != u'\\')
        ++sign;
    const qsizetype slash = clean.left(sign).lastIndexOf(u'/');
    m_folder = slash < 0 ? u"."_s : slash == 0 ? u"/"_s : clean.left(slash);
    m_expression.setPattern(u"\\A(?:"_s + expressionOf(clean) + u")(?:/.*)?\\z"_s);
    m_expression.setPatternOptions(QRegularExpression::DotMatchesEverythingOption);
}

bool Glob::isPattern(const QString &text)
{
    return std::ranges::any_of(text, [](QChar c) { return signs.contains(c); });
}

bool Glob::matches(const QString &path) const
{
    return m_expression.isValid() && m_expression.match(path).hasMatch();
}

} // namespace pipeline::sources
