// SPDX-License-Identifier: Apache-2.0
#include "juelscanner.h"

#include <QHash>

#include <array>

using namespace Qt::StringLiterals;

namespace pipeline::expression {

namespace {

bool isAsciiDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

/// As Java has it: white space without the no-break spaces.
bool isJavaSpace(QChar c)
{
    if (c == u'\u00a0' || c == u'\u2007' || c == u'\u202f')
        return false;
    return (c >= u'\t' && c <= u'\r') || (c >= u'\u001c' && c <= u'\u001f') || c.category() == QChar::Separator_Space
        || c.category() == QChar::Separator_Line || c.category() == QChar::Separator_Paragraph;
}

bool beginsJavaName(QChar c)
{
    return c.isLetter() || c.category() == QChar::Number_Letter || c.category() == QChar::Symbol_Currency
        || c.category() == QChar::Punctuation_Connector;
}

bool continuesJavaName(QChar c)
{
    switch (c.category()) {
    case QChar::Number_DecimalDigit:
    case QChar::Mark_NonSpacing:
    case QChar::Mark_SpacingCombining:
    case QChar::Other_Format:
        return true;
    case QChar::Other_Control:
        return c < u'\t' || (c > u'\r' && c < u'\u001c') || c > u'\u007e';
    default:
        return beginsJavaName(c);
    }
}

Symbol wordSymbol(const QString &word)
{
    using enum Symbol;
    static const QHash<QString, Symbol> keywords{
        {u"true"_s, True},
        {u"false"_s, False},
        {u"null"_s, Null},
        {u"empty"_s, Empty},
        {u"not"_s, Not},
        {u"and"_s, And},
        {u"or"_s, Or},
        {u"div"_s, Divide},
        {u"mod"_s, Modulo},
        {u"eq"_s, Equal},
        {u"ne"_s, NotEqual},
        {u"lt"_s, Less},
        {u"gt"_s, Greater},
        {u"le"_s, LessOrEqual},
        {u"ge"_s, GreaterOrEqual},
        {u"instanceof"_s, InstanceOf},
    };
    return keywords.value(word, Identifier);
}

struct Sign {
    QStringView image;
    Symbol symbol;
};

/// The longer ones first.
constexpr std::array signs{
    Sign{u"==", Symbol::Equal},
    Sign{u"!=", Symbol::NotEqual},
    Sign{u"<=", Symbol::LessOrEqual},
    Sign{u">=", Symbol::GreaterOrEqual},
    Sign{u"&&", Symbol::And},
    Sign{u"||", Symbol::Or},
    Sign{u"!", Symbol::Not},
    Sign{u"<", Symbol::Less},
    Sign{u">", Symbol::Greater},
    Sign{u"+", Symbol::Plus},
    Sign{u"-", Symbol::Minus},
    Sign{u"*", Symbol::Times},
    Sign{u"/", Symbol::Divide},
    Sign{u"%", Symbol::Modulo},
    Sign{u"?", Symbol::Question},
    Sign{u":", Symbol::Colon},
    Sign{u",", Symbol::Comma},
    Sign{u".", Symbol::Dot},
    Sign{u"(", Symbol::OpenParenthesis},
    Sign{u")", Symbol::CloseParenthesis},
    Sign{u"[", Symbol::OpenBracket},
    Sign{u"]", Symbol::CloseBracket},
};

QString hintOfCharacter(QChar c)
{
    if (c == u'=')
        return u"Equality is written == or eq."_s;
    if (c == u'&')
        return u"Both conditions: && or the word and."_s;
    if (c == u'|')
        return u"Either condition: || or the word or."_s;
    if (c == u'{' || c == u'$' || c == u'#')
        return u"Braces are not nested: within ${…} a variable is written by its name alone."_s;
    if (c == u'\u201c' || c == u'\u201d' || c == u'\u2018' || c == u'\u2019')
        return u"Write straight quotes, ' or \"."_s;
    return {};
}

} // namespace

Token Scanner::next()
{
    if (m_problem)
        return {Symbol::End, m_text.size(), {}};
    if (m_inside) {
        while (m_at < m_text.size() && isJavaSpace(m_text[m_at]))
            ++m_at;
    }
    if (m_at >= m_text.size())
        return {Symbol::End, m_text.size(), {}};
    return m_inside ? inside() : outside();
}

Token Scanner::outside()
{
    const QChar c = m_text[m_at];
    if ((c == u'$' || c == u'#') && at(m_at + 1) == u'{') {
        m_inside = true;
        return take(c == u'$' ? Symbol::BeginDynamic : Symbol::BeginDeferred, 2);
    }
    return plainText();
}

/// A backslash keeps ${ and #{ from being an expression; any number of them does.
Token Scanner::plainText()
{
    Token token{Symbol::Text, m_at, {}};
    bool escaped = false;
    for (; m_at < m_text.size(); ++m_at) {
        const QChar c = m_text[m_at];
        if (c == u'\\') {
            if (escaped)
                token.image += c;
            escaped = true;
            continue;
        }
        if ((c == u'$' || c == u'#') && at(m_at + 1) == u'{') {
            if (!escaped)
                return token;
        } else if (escaped) {
            token.image += u'\\';
        }
        token.image += c;
        escaped = false;
    }
    if (escaped)
        token.image += u'\\';
    return token;
}

Token Scanner::inside()
{
    const QChar c = m_text[m_at];
    if (c == u'}') {
        m_inside = false;
        return take(Symbol::EndBrace, 1);
    }
    if (c == u'"' || c == u'\'')
        return string();
    if (isAsciiDigit(c) || (c == u'.' && isAsciiDigit(at(m_at + 1))))
        return number();
    for (const Sign &sign : signs) {
        if (m_text.sliced(m_at).startsWith(sign.image))
            return take(sign.symbol, sign.image.size());
    }
    if (beginsJavaName(c))
        return word();
    return fail(m_at, u"it has the character `%1`, which means nothing there"_s.arg(c), hintOfCharacter(c));
}

Token Scanner::string()
{
    Token token{Symbol::String, m_at, {}};
    const QChar quote = m_text[m_at++];
    while (m_at < m_text.size()) {
        QChar c = m_text[m_at++];
        if (c == quote)
            return token;
        if (c == u'\\') {
            c = at(m_at++);
            if (c != quote && c != u'\\') {
                return fail(m_at - 2,
                            u"a text in it has a backslash before something else than %1 or a backslash"_s.arg(quote),
                            u"A backslash within quotes is written \\\\."_s);
            }
        }
        token.image += c;
    }
    return fail(token.offset, u"a text in it has no closing %1"_s.arg(quote), {});
}

Token Scanner::number()
{
    const qsizetype begin = m_at;
    const auto skipDigits = [this] {
        while (isAsciiDigit(at(m_at)))
            ++m_at;
    };
    Symbol symbol = Symbol::Integer;
    skipDigits();
    if (at(m_at) == u'.') {
        symbol = Symbol::Float;
        ++m_at;
        skipDigits();
    }
    if (at(m_at) == u'e' || at(m_at) == u'E') {
        const qsizetype digits = m_at + (at(m_at + 1) == u'+' || at(m_at + 1) == u'-' ? 2 : 1);
        if (isAsciiDigit(at(digits))) {
            symbol = Symbol::Float;
            m_at = digits;
            skipDigits();
        }
    }
    const QString image = m_text.sliced(begin, m_at - begin).toString();
    if (symbol == Symbol::Integer) {
        bool fits = false;
        (void)image.toLongLong(&fits);
        if (!fits)
            return fail(begin, u"its number %1 is too large"_s.arg(image), {});
    }
    return {symbol, begin, image};
}

Token Scanner::word()
{
    const qsizetype begin = m_at;
    while (m_at < m_text.size() && continuesJavaName(m_text[m_at]))
        ++m_at;
    const QString image = m_text.sliced(begin, m_at - begin).toString();
    return {wordSymbol(image), begin, image};
}

Token Scanner::take(Symbol symbol, qsizetype size)
{
    const Token token{symbol, m_at, m_text.sliced(m_at, size).toString()};
    m_at += size;
    return token;
}

Token Scanner::fail(qsizetype offset, const QString &message, const QString &hint)
{
    m_problem = Problem{offset, message, hint};
    return {Symbol::End, m_text.size(), {}};
}

} // namespace pipeline::expression
