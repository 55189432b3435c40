// SPDX-License-Identifier: Apache-2.0
#include "lenientjson.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace pipeline::validation {

namespace {

bool isBlank(QChar c)
{
    return c == u' ' || c == u'\t' || c == u'\n' || c == u'\r';
}

/// Ends an unquoted name or value.
bool endsLiteral(QChar c)
{
    return QStringView(u"/\\;#={}[]:, \t\f\r\n").contains(c);
}

bool isStrictLiteral(const QString &text)
{
    static const QRegularExpression strict(
        u"^(?:true|false|null|-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)\\z"_s);
    return strict.match(text).hasMatch();
}

} // namespace

LenientJson::LenientJson(QStringView text, Listener listener) : m_text(text), m_listener(std::move(listener)) {}

bool LenientJson::read()
{
    if (!skipBlanks())
        return false;
    if (m_text.sliced(m_at).startsWith(u")]}'\n")) {
        lenient(u"a prefix against scripts"_s, m_at);
        m_at += 5;
        if (!skipBlanks())
            return false;
    }
    if (atEnd()) {
        m_empty = true;
        return true;
    }
    if (!readValue())
        return false;
    while (!m_scopes.empty()) {
        if (!readNext())
            return false;
    }
    // The engine checks strictly that nothing follows.
    while (!atEnd() && isBlank(m_text[m_at]))
        ++m_at;
    return atEnd() || fail(u"there is something after the end of the form"_s);
}

/// One step within the innermost object or array: its end, or its next member or element.
bool LenientJson::readNext()
{
    Scope &scope = m_scopes.back();
    if (!skipBlanks())
        return false;
    if (atEnd())
        return fail(scope.object ? u"the file ends within an object"_s : u"the file ends within an array"_s);
    const QChar close = scope.object ? u'}' : u']';
    if (m_text[m_at] == close) {
        ++m_at;
        m_scopes.pop_back();
        return true;
    }
    if (scope.begun) {
        const QChar separator = m_text[m_at];
        if (separator != u',' && separator != u';')
            return fail(scope.object ? u"a comma or } is missing"_s : u"a comma or ] is missing"_s);
        if (separator == u';')
            lenient(u"; instead of a comma"_s, m_at);
        ++m_at;
    }
    scope.begun = true;
    if (scope.object)
        return readMemberName() && readValue();
    if (!skipBlanks())
        return false;
    // In an array nothing stands for null.
    if (!atEnd() && (m_text[m_at] == u',' || m_text[m_at] == u';' || m_text[m_at] == u']')) {
        lenient(u"an element of an array is missing"_s, m_at);
        return true;
    }
    return readValue();
}

bool LenientJson::readMemberName()
{
    if (!skipBlanks())
        return false;
    if (atEnd())
        return fail(u"the file ends within an object"_s);
    QString name;
    const QChar first = m_text[m_at];
    if (first == u'"' || first == u'\'') {
        if (!readString(name))
            return false;
    } else if (endsLiteral(first)) {
        return fail(first == u'}' ? u"there is a comma before }"_s : u"a name is expected"_s);
    } else {
        lenient(u"a name without quotes"_s, m_at);
        name = readLiteral();
    }
    m_name = name;
    if (!skipBlanks())
        return false;
    if (atEnd() || (m_text[m_at] != u':' && m_text[m_at] != u'='))
        return fail(u"a colon is missing after the name \"%1\""_s.arg(name));
    if (m_text[m_at++] == u'=') {
        lenient(u"= instead of a colon"_s, m_at - 1);
        if (!atEnd() && m_text[m_at] == u'>')
            ++m_at;
    }
    return true;
}

bool LenientJson::readValue()
{
    if (!skipBlanks())
        return false;
    if (atEnd())
        return fail(u"the file ends where a value is expected"_s);
    const qsizetype offset = m_at;
    const QChar first = m_text[m_at];
    if (first == u'{' || first == u'[') {
        announce(first == u'{' ? Type::Object : Type::Array, {}, offset);
        m_scopes.push_back({first == u'{', false});
        ++m_at;
        return true;
    }
    QString text;
    if (first == u'"' || first == u'\'') {
        if (!readString(text))
            return false;
        announce(Type::Text, text, offset);
        return true;
    }
    if (endsLiteral(first))
        return fail(u"a value is expected"_s);
    text = readLiteral();
    if (!isStrictLiteral(text))
        lenient(u"a text without quotes"_s, offset);
    announce(Type::Literal, text, offset);
    return true;
}

bool LenientJson::readString(QString &text)
{
    const qsizetype begin = m_at;
    const QChar quote = m_text[m_at++];
    if (quote == u'\'')
        lenient(u"single quotes"_s, begin);
    while (!atEnd()) {
        const QChar c = m_text[m_at++];
        if (c == quote)
            return true;
        if (c == u'\\') {
            if (!readEscape(text))
                return false;
            continue;
        }
        if (c < u' ')
            lenient(u"a line break or control character within a text"_s, m_at - 1);
        text += c;
    }
    m_at = begin;
    return fail(u"a text has no closing quote"_s);
}

bool LenientJson::readEscape(QString &text)
{
    if (atEnd())
        return fail(u"a text has no closing quote"_s);
    const QChar c = m_text[m_at++];
    static constexpr QStringView plain = u"\"\\/";
    static constexpr QStringView letters = u"bfnrt";
    static constexpr QStringView meanings = u"\b\f\n\r\t";
    if (c == u'u') {
        bool isNumber = false;
        const QStringView digits = m_text.sliced(m_at, std::min<qsizetype>(4, m_text.size() - m_at));
        const ushort unit = digits.toUShort(&isNumber, 16);
        if (!isNumber || digits.size() < 4)
            return fail(u"\\u needs four hexadecimal digits"_s);
        m_at += 4;
        text += QChar(unit);
    } else if (plain.contains(c)) {
        text += c;
    } else if (const qsizetype letter = letters.indexOf(c); letter >= 0) {
        text += meanings[letter];
    } else if (c == u'\'' || c == u'\n') {
        lenient(u"\\ before a character that needs none"_s, m_at - 2);
        text += c;
    } else {
        --m_at;
        return fail(u"\\%1 stands for nothing"_s.arg(c));
    }
    return true;
}

QString LenientJson::readLiteral()
{
    const qsizetype begin = m_at;
    while (!atEnd() && !endsLiteral(m_text[m_at]))
        ++m_at;
    return m_text.sliced(begin, m_at - begin).toString();
}

void LenientJson::announce(Type type, const QString &text, qsizetype offset)
{
    if (m_scopes.empty())
        m_rootType = type;
    const bool isMember = !m_scopes.empty() && m_scopes.back().object;
    m_listener({qsizetype(m_scopes.size()), isMember ? m_name : QString(), type, text, offset});
}

/// Skips white space and comments; false when a comment has no end.
bool LenientJson::skipBlanks()
{
    while (!atEnd()) {
        const QChar c = m_text[m_at];
        if (isBlank(c)) {
            ++m_at;
        } else if (c == u'#'
                   || (c == u'/' && m_at + 1 < m_text.size()
                       && (m_text[m_at + 1] == u'/' || m_text[m_at + 1] == u'*'))) {
            if (!skipComment())
                return false;
        } else {
            break;
        }
    }
    return true;
}

bool LenientJson::skipComment()
{
    lenient(u"a comment"_s, m_at);
    const bool untilStar = m_text[m_at] == u'/' && m_text[m_at + 1] == u'*';
    const qsizetype end = untilStar ? m_text.indexOf(u"*/", m_at + 2) : m_text.indexOf(u'\n', m_at);
    if (untilStar && end < 0)
        return fail(u"a comment has no end"_s);
    m_at = end < 0 ? m_text.size() : end + (untilStar ? 2 : 1);
    return true;
}

bool LenientJson::fail(const QString &problem)
{
    m_problem = problem;
    m_problemOffset = m_at;
    return false;
}

void LenientJson::lenient(const QString &what, qsizetype offset)
{
    if (m_leniency.isEmpty()) {
        m_leniency = what;
        m_leniencyOffset = offset;
    }
}

} // namespace pipeline::validation
