// SPDX-License-Identifier: Apache-2.0
#include "javascript.h"

#include <QStringList>

#include <vector>

using namespace Qt::StringLiterals;

namespace pipeline::expression {

namespace {

constexpr size_t deepestScript = 1'000'000; ///< brackets in one another; what is deeper is not looked at

bool isLineEnd(QChar c)
{
    return c == u'\n' || c == u'\r' || c == QChar::LineSeparator || c == QChar::ParagraphSeparator;
}

bool isWordPart(QChar c)
{
    return c.isLetterOrNumber() || c == u'_' || c == u'$' || c == u'\\' || c == u'#' || c.isSurrogate() || c.isMark();
}

/// Splits a source into tokens, without parsing it.
class JavaScriptScanner {
public:
    explicit JavaScriptScanner(QStringView text) : m_text(text) {}

    std::optional<Problem> scan()
    {
        while (m_at < m_text.size() && m_state == State::Reading)
            readToken();
        if (m_state == State::Reading && !m_open.empty())
            fail(m_open.back().offset, u"%1 is not closed"_s.arg(quoted(m_open.back().sign)));
        return m_state == State::Failed ? std::optional(m_problem) : std::nullopt;
    }

private:
    enum class State { Reading, Failed, GivenUp };

    /// What a slash after a token is.
    enum class Slash { Divides, BeginsRegularExpression, Either };

    struct Open {
        QChar sign; ///< ( [ { or, of an expression in a template, $
        qsizetype offset; ///< of the bracket, or where the template begins
        Slash after; ///< its closing bracket
    };

    QChar at(qsizetype offset) const { return offset < m_text.size() ? m_text[offset] : QChar(); }
    bool here(QLatin1StringView text) const { return m_text.sliced(m_at).startsWith(text); }

    static QString quoted(QChar sign) { return sign == u'$' ? u"`${`"_s : u"`%1`"_s.arg(sign); }

    void fail(qsizetype offset, const QString &message)
    {
        m_problem = {offset, message, {}};
        m_state = State::Failed;
    }

    void readToken()
    {
        const QChar c = m_text[m_at];
        if (isLineEnd(c)) {
            m_lineIsBlank = true;
            ++m_at;
        } else if (c.isSpace() || c == QChar::ByteOrderMark) {
            ++m_at;
        } else if (here("//"_L1) || here("<!--"_L1) || (here("-->"_L1) && m_lineIsBlank)) {
            skipLine();
        } else if (here("/*"_L1)) {
            skipComment();
        } else {
            m_lineIsBlank = false;
            if (c == u'\'' || c == u'"')
                readString(c);
            else if (c == u'`')
                readTemplate(m_at++);
            else if (c == u'/')
                readSlash();
            else if (isWordPart(c))
                readWord();
            else
                readPunctuation(c);
        }
    }

    void skipLine()
    {
        while (m_at < m_text.size() && !isLineEnd(m_text[m_at]))
            ++m_at;
    }

    void skipComment()
    {
        const qsizetype end = m_text.indexOf(u"*/", m_at + 2);
        if (end < 0)
            fail(m_at, u"a comment does not end"_s);
        else
            m_at = end + 2;
    }

    void readString(QChar quote)
    {
        const qsizetype begin = m_at++;
        while (m_at < m_text.size() && m_text[m_at] != quote && m_text[m_at] != u'\n' && m_text[m_at] != u'\r') {
            if (here("\\\r\n"_L1))
                m_at += 3;
            else
                m_at += m_text[m_at] == u'\\' ? 2 : 1;
        }
        if (at(m_at) != quote)
            fail(begin, u"a string does not end"_s);
        ++m_at;
        m_slash = Slash::Divides;
    }

    /// From within a template, which began at \a begin, up to its end or its next ${.
    void readTemplate(qsizetype begin)
    {
        while (m_at < m_text.size() && m_text[m_at] != u'`') {
            if (here("${"_L1)) {
                m_open.push_back({u'$', begin, Slash::Divides});
                m_at += 2;
                m_slash = Slash::BeginsRegularExpression;
                return;
            }
            m_at += m_text[m_at] == u'\\' ? 2 : 1;
        }
        if (m_at >= m_text.size())
            fail(begin, u"a template does not end"_s);
        ++m_at;
        m_slash = Slash::Divides;
    }

    void readSlash()
    {
        if (m_slash == Slash::Either) {
            m_state = State::GivenUp;
        } else if (m_slash == Slash::Divides) {
            ++m_at;
            m_slash = Slash::BeginsRegularExpression;
        } else {
            readRegularExpression();
        }
    }

    void readRegularExpression()
    {
        const qsizetype begin = m_at++;
        bool inClass = false;
        while (m_at < m_text.size() && !isLineEnd(m_text[m_at]) && (inClass || m_text[m_at] != u'/')) {
            if (m_text[m_at] == u'[')
                inClass = true;
            else if (m_text[m_at] == u']')
                inClass = false;
            m_at += m_text[m_at] == u'\\' && !isLineEnd(at(m_at + 1)) ? 2 : 1;
        }
        if (at(m_at) != u'/')
            fail(begin, u"a regular expression does not end"_s);
        ++m_at;
        m_slash = Slash::Divides; // its flags are a word
    }

    void readWord()
    {
        const qsizetype begin = m_at;
        const bool isNumber = m_text[begin].isDigit();
        while (m_at < m_text.size() && (isWordPart(m_text[m_at]) || (isNumber && m_text[m_at] == u'.')))
            ++m_at;
        static const QStringList operators{u"return"_s, u"typeof"_s, u"instanceof"_s, u"in"_s,    u"of"_s,
                                           u"new"_s,    u"delete"_s, u"void"_s,       u"throw"_s, u"case"_s,
                                           u"do"_s,     u"else"_s,   u"yield"_s,      u"await"_s};
        static const QStringList ambiguous{u"of"_s, u"yield"_s, u"await"_s};
        static const QStringList conditions{u"if"_s, u"while"_s, u"for"_s, u"with"_s};
        const QString word = m_text.sliced(begin, m_at - begin).toString();
        const bool isProperty = begin > 0 && m_text[begin - 1] == u'.';
        m_slash = isProperty || !operators.contains(word) ? Slash::Divides
            : ambiguous.contains(word)                    ? Slash::Either
                                                          : Slash::BeginsRegularExpression;
        m_isCondition = !isProperty && conditions.contains(word);
    }

    void readPunctuation(QChar c)
    {
        const bool isCondition = std::exchange(m_isCondition, false);
        const qsizetype begin = m_at++;
        if (c == u'(' || c == u'[' || c == u'{') {
            m_open.push_back({c, begin,
                              c == u'{'         ? Slash::Either
                                  : isCondition ? Slash::BeginsRegularExpression
                                                : Slash::Divides});
            m_slash = Slash::BeginsRegularExpression;
            if (m_open.size() > deepestScript)
                m_state = State::GivenUp;
        } else if (c == u')' || c == u']' || c == u'}') {
            close(c, begin);
        } else if ((c == u'+' || c == u'-') && at(m_at) == c) {
            ++m_at;
            m_slash = Slash::Either;
        } else {
            m_slash = Slash::BeginsRegularExpression;
        }
    }

    void close(QChar c, qsizetype offset)
    {
        if (m_open.empty()) {
            fail(offset, u"%1 closes nothing"_s.arg(quoted(c)));
            return;
        }
        const Open open = m_open.back();
        m_open.pop_back();
        if (c != (open.sign == u'(' ? u')' : open.sign == u'[' ? u']' : u'}'))
            fail(offset, u"%1 stands where %2 is to be closed"_s.arg(quoted(c), quoted(open.sign)));
        else if (open.sign == u'$')
            readTemplate(open.offset);
        else
            m_slash = open.after;
    }

    const QStringView m_text;
    qsizetype m_at = 0;
    std::vector<Open> m_open;
    Slash m_slash = Slash::BeginsRegularExpression; ///< what one would be here
    bool m_isCondition = false; ///< the last token was if, while and the like
    bool m_lineIsBlank = true; ///< no token yet in this line
    State m_state = State::Reading;
    Problem m_problem;
};

} // namespace

std::optional<Problem> javaScriptProblem(QStringView source)
{
    return JavaScriptScanner(source).scan();
}

} // namespace pipeline::expression
