// SPDX-License-Identifier: Apache-2.0
#include "javascript.h"

#include <QSet>

#include <vector>

using namespace Qt::StringLiterals;

namespace pipeline::expression {

namespace {

bool isWordPart(QChar c)
{
    return c.isLetterOrNumber() || c == u'_' || c == u'$';
}

bool endsLine(QChar c)
{
    return c == u'\n' || c == u'\r' || c == QChar::LineSeparator || c == QChar::ParagraphSeparator;
}

/// Goes through a source once.
class JavaScriptScanner {
public:
    explicit JavaScriptScanner(QStringView text) : m_text(text) {}

    std::optional<Problem> run()
    {
        while (m_at < m_text.size() && !m_problem && !m_gaveUp)
            next();
        if (!m_problem && !m_gaveUp && !m_open.empty())
            fail(m_open.back().offset, u"%1 is not closed"_s.arg(quoted(m_open.back().sign)));
        return m_problem;
    }

private:
    /// What stood last, which decides whether a slash divides or begins a regular expression.
    enum class Last { Operator, Value, Unknown };

    struct Open {
        QChar sign; ///< ( [ { or, of an expression in a template, $
        qsizetype offset = 0;
    };

    void next()
    {
        const QChar c = m_text[m_at];
        if (c.isSpace())
            ++m_at;
        else if (c == u'/')
            slash();
        else if (c == u'"' || c == u'\'')
            string(c);
        else if (c == u'`')
            templateText(m_at++);
        else if (c == u'(' || c == u'[' || c == u'{')
            open(c);
        else if (c == u')' || c == u']' || c == u'}')
            close(c);
        else if (isWordPart(c))
            word();
        else
            sign(c);
    }

    void slash()
    {
        const QChar following = peek(1);
        if (following == u'/') {
            while (m_at < m_text.size() && !endsLine(m_text[m_at]))
                ++m_at;
        } else if (following == u'*') {
            const qsizetype end = m_text.indexOf("*/"_L1, m_at + 2);
            if (end < 0)
                return fail(m_at, u"a comment does not end"_s);
            m_at = end + 2;
        } else if (m_last == Last::Operator) {
            regularExpression();
        } else if (m_last == Last::Value) {
            sign(u'/');
        } else {
            m_gaveUp = true;
        }
    }

    void regularExpression()
    {
        const qsizetype begin = m_at++;
        for (bool inClass = false; m_at < m_text.size() && !endsLine(m_text[m_at]); ++m_at) {
            const QChar c = m_text[m_at];
            if (c == u'\\')
                ++m_at;
            else if (c == u'[' || c == u']')
                inClass = c == u'[';
            else if (c == u'/' && !inClass) {
                ++m_at;
                m_last = Last::Value;
                return;
            }
        }
        fail(begin, u"a regular expression does not end"_s);
    }

    void string(QChar quote)
    {
        const qsizetype begin = m_at++;
        for (; m_at < m_text.size() && !endsLine(m_text[m_at]); ++m_at) {
            if (m_text[m_at] == u'\\') {
                ++m_at; // also over the end of a line
                if (peek(0) == u'\r' && peek(1) == u'\n')
                    ++m_at;
            } else if (m_text[m_at] == quote) {
                ++m_at;
                m_last = Last::Value;
                return;
            }
        }
        fail(begin, u"a string does not end"_s);
    }

    /// What stands between the quotes of a template, up to its end or its next expression.
    void templateText(qsizetype begin)
    {
        for (; m_at < m_text.size(); ++m_at) {
            const QChar c = m_text[m_at];
            if (c == u'\\') {
                ++m_at;
            } else if (c == u'`') {
                ++m_at;
                m_last = Last::Value;
                return;
            } else if (c == u'$' && peek(1) == u'{') {
                m_open.push_back({u'$', begin});
                m_at += 2;
                m_last = Last::Operator;
                return;
            }
        }
        fail(begin, u"a template does not end"_s);
    }

    void open(QChar c)
    {
        m_open.push_back({c, m_at++});
        m_last = Last::Operator;
    }

    void close(QChar c)
    {
        if (m_open.empty())
            return fail(m_at, u"%1 closes nothing"_s.arg(quoted(c)));
        const Open last = m_open.back();
        const QChar expected = last.sign == u'(' ? u')' : last.sign == u'[' ? u']' : u'}';
        if (c != expected)
            return fail(m_at, u"%1 stands where %2 is to be closed"_s.arg(quoted(c), quoted(last.sign)));
        m_open.pop_back();
        ++m_at;
        if (last.sign == u'$')
            templateText(last.offset);
        else
            m_last = c == u']' ? Last::Value : Last::Unknown; // behind if (…) and {…} a regular expression may stand
    }

    void word()
    {
        static const QSet<QStringView> operators{u"return",     u"typeof", u"case",  u"in",   u"of",
                                                 u"delete",     u"void",   u"throw", u"new",  u"else",
                                                 u"instanceof", u"do",     u"yield", u"await"};
        const qsizetype begin = m_at;
        while (m_at < m_text.size() && isWordPart(m_text[m_at]))
            ++m_at;
        m_last = operators.contains(m_text.sliced(begin, m_at - begin)) ? Last::Operator : Last::Value;
    }

    void sign(QChar c)
    {
        const bool isStep = (c == u'+' || c == u'-') && peek(1) == c; // before a value, or behind it
        m_at += isStep ? 2 : 1;
        m_last = isStep ? Last::Unknown : Last::Operator;
    }

    QChar peek(qsizetype distance) const { return m_at + distance < m_text.size() ? m_text[m_at + distance] : QChar(); }

    static QString quoted(QChar sign) { return sign == u'$' ? u"`${`"_s : u"`"_s + sign + u'`'; }

    void fail(qsizetype offset, const QString &message) { m_problem = Problem{offset, message, {}}; }

    QStringView m_text;
    qsizetype m_at = 0;
    Last m_last = Last::Operator;
    std::vector<Open> m_open;
    std::optional<Problem> m_problem;
    bool m_gaveUp = false; ///< a slash may be either
};

} // namespace

std::optional<Problem> javaScriptProblem(QStringView source)
{
    return JavaScriptScanner(source).run();
}

} // namespace pipeline::expression
