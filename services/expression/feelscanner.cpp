// SPDX-License-Identifier: Apache-2.0
#include "feelscanner.h"

#include <array>

using namespace Qt::StringLiterals;

namespace pipeline::expression {

namespace {

bool beginsFeelName(QChar c)
{
    return c.isLetter() || c == u'_' || c == u'$' || c.isSurrogate() || c.category() == QChar::Symbol_Currency;
}

bool continuesFeelName(QChar c)
{
    return beginsFeelName(c) || c.isDigit() || c.isMark();
}

class FeelScanner {
public:
    explicit FeelScanner(QStringView text) : m_text(text) {}

    FeelTokens run()
    {
        while (skipBlanks() && !m_result.problem)
            next();
        m_result.tokens.push_back({FeelToken::End, m_text.size(), {}});
        return std::move(m_result);
    }

private:
    QChar at(qsizetype offset) const { return offset < m_text.size() ? m_text[offset] : QChar(); }

    /// False at the end of the text.
    bool skipBlanks()
    {
        while (m_at < m_text.size()) {
            const QStringView rest = m_text.sliced(m_at);
            if (rest.front().isSpace())
                ++m_at;
            else if (rest.startsWith("//"_L1))
                skipBehind(rest.indexOf(u'\n'), 1);
            else if (rest.startsWith("/*"_L1))
                skipBehind(rest.indexOf("*/"_L1, 2), 2);
            else
                return true;
        }
        return false;
    }

    void skipBehind(qsizetype end, qsizetype size) { m_at = end < 0 ? m_text.size() : m_at + end + size; }

    void next()
    {
        const QChar c = m_text[m_at];
        if (beginsFeelName(c))
            name();
        else if (c.isDigit() || (c == u'.' && at(m_at + 1).isDigit()))
            number();
        else if (c == u'"')
            string();
        else if (c == u'`')
            quotedName();
        else
            sign();
    }

    void take(FeelToken::Kind kind, qsizetype end)
    {
        m_result.tokens.push_back({kind, m_at, m_text.sliced(m_at, end - m_at)});
        m_at = end;
    }

    void name()
    {
        qsizetype end = m_at;
        while (continuesFeelName(at(end)))
            ++end;
        take(FeelToken::Name, end);
    }

    void number()
    {
        const auto digits = [this](qsizetype end) {
            while (at(end).isDigit())
                ++end;
            return end;
        };
        qsizetype end = digits(m_at);
        if (at(end) == u'.' && at(end + 1).isDigit())
            end = digits(end + 1);
        take(FeelToken::Number, end);
    }

    void string()
    {
        qsizetype end = m_at + 1;
        while (end < m_text.size() && m_text[end] != u'"')
            end += m_text[end] == u'\\' ? 2 : 1;
        if (end >= m_text.size())
            fail(u"the text that begins with a double quote does not end"_s, u"Close it with a double quote."_s);
        else
            take(FeelToken::String, end + 1);
    }

    void quotedName()
    {
        const qsizetype end = m_text.indexOf(u'`', m_at + 1);
        if (end < 0)
            fail(u"the name in back quotes does not end"_s, u"Close it with a back quote."_s);
        else
            take(FeelToken::QuotedName, end + 1);
    }

    void sign()
    {
        static constexpr std::array doubles{".."_L1, "**"_L1, "<="_L1, ">="_L1, "!="_L1};
        for (const QLatin1StringView two : doubles) {
            if (m_text.sliced(m_at).startsWith(two))
                return take(FeelToken::Sign, m_at + 2);
        }
        const QChar c = m_text[m_at];
        if (u"()[]{},:.+-*/=<>?@"_s.contains(c))
            return take(FeelToken::Sign, m_at + 1);
        QString hint;
        if (c == u'\'' || c == u'\u201c' || c == u'\u201d')
            hint = u"Texts stand between straight double quotes."_s;
        else if (c == u'&' || c == u'|')
            hint = u"Write and, or."_s;
        fail(u"`%1` has no meaning"_s.arg(c), hint);
    }

    void fail(const QString &message, const QString &hint) { m_result.problem = {m_at, message, hint}; }

    QStringView m_text;
    qsizetype m_at = 0;
    FeelTokens m_result;
};

} // namespace

FeelTokens scanFeel(QStringView text)
{
    return FeelScanner(text).run();
}

} // namespace pipeline::expression
