// SPDX-License-Identifier: Apache-2.0
#include "juel.h"

#include "juelscanner.h"

#include <algorithm>
#include <array>
#include <deque>

using namespace Qt::StringLiterals;

namespace pipeline::expression {

namespace {

/// Near where the engine's own parser runs out of stack.
constexpr int nestingLimit = 600;

struct Function {
    QLatin1StringView name;
    int parameters;
};

/// Those of the engine, and of its Spin plugin.
constexpr std::array functions{
    Function{"currentUser"_L1, 0}, Function{"currentUserGroups"_L1, 0},
    Function{"now"_L1, 0},         Function{"dateTime"_L1, 0},
    Function{"S"_L1, 1},           Function{"XML"_L1, 1},
    Function{"JSON"_L1, 1},
};

/// How tightly a binary operator binds; 0 for what is none.
int binding(Symbol symbol)
{
    switch (symbol) {
    case Symbol::Or:
        return 1;
    case Symbol::And:
        return 2;
    case Symbol::Equal:
    case Symbol::NotEqual:
        return 3;
    case Symbol::Less:
    case Symbol::LessOrEqual:
    case Symbol::Greater:
    case Symbol::GreaterOrEqual:
        return 4;
    case Symbol::Plus:
    case Symbol::Minus:
        return 5;
    case Symbol::Times:
    case Symbol::Divide:
    case Symbol::Modulo:
        return 6;
    default:
        return 0;
    }
}

/// Reads the tokens by recursive descent: every function returns false after the first problem.
class Parser {
public:
    explicit Parser(QStringView text) : m_scanner(text) {}

    Juel run()
    {
        m_juel.constant = QString();
        advance();
        if (parse() && m_unknown)
            m_juel.problem = m_unknown; // the engine looks for functions when the whole has been read
        if (m_juel.problem)
            m_juel.constant.reset();
        return m_juel;
    }

private:
    bool parse()
    {
        Symbol begin = Symbol::End;
        while (!m_token.is(Symbol::End)) {
            if (m_token.is(Symbol::Text)) {
                if (m_juel.constant)
                    *m_juel.constant += m_token.image;
                advance();
                continue;
            }
            m_juel.dynamic = true;
            if (begin != Symbol::End && m_token.symbol != begin)
                return fail(u"it has both ${…} and #{…}"_s, u"Write all of them as ${…}."_s);
            begin = m_token.symbol;
            advance();
            if (!braces())
                return false;
        }
        return !scannerFailed();
    }

    /// What stands between the braces, and the closing one.
    bool braces()
    {
        const Token first = m_token;
        if (!expression() || !expect(Symbol::EndBrace, u"}"_s))
            return false;
        const bool literal = first.is(Symbol::String) || first.is(Symbol::Integer) || first.is(Symbol::Float)
            || first.is(Symbol::True) || first.is(Symbol::False);
        if (!literal || m_operands > 1 || m_operators > 0)
            m_juel.constant.reset();
        else if (m_juel.constant)
            *m_juel.constant += first.image;
        m_operands = 0;
        m_operators = 0;
        return true;
    }

    /// A condition with its two outcomes, or one operand after the other with what joins them.
    bool expression()
    {
        if (++m_depth > nestingLimit)
            return fail(u"it is nested more than %1 levels deep"_s.arg(nestingLimit), {});
        while (true) {
            if (!operands())
                return false;
            if (!m_token.is(Symbol::Question))
                break;
            ++m_operators;
            advance();
            if (!expression() || !expect(Symbol::Colon, u":"_s))
                return false;
        }
        --m_depth;
        return true;
    }

    bool operands()
    {
        while (true) {
            while (m_token.is(Symbol::Not) || m_token.is(Symbol::Minus) || m_token.is(Symbol::Empty)) {
                ++m_operators;
                advance();
            }
            if (!operand())
                return false;
            if (binding(m_token.symbol) == 0)
                return true;
            advance();
        }
    }

    /// A literal, a variable, a call or something in parentheses, with its properties and methods.
    bool operand()
    {
        ++m_operands;
        switch (m_token.symbol) {
        case Symbol::Identifier:
            if (!variableOrFunction())
                return false;
            break;
        case Symbol::OpenParenthesis:
            ++m_operators;
            advance();
            if (!expression() || !expect(Symbol::CloseParenthesis, u")"_s))
                return false;
            break;
        case Symbol::True:
        case Symbol::False:
        case Symbol::Null:
        case Symbol::String:
        case Symbol::Integer:
        case Symbol::Float:
            advance();
            break;
        default:
            return unexpected(u"a value"_s);
        }
        return properties();
    }

    bool variableOrFunction()
    {
        const Token first = m_token;
        QString name = first.image;
        advance();
        // So it is even after a question mark: `${a ? b : c()}` calls the function `b:c` and lacks its colon.
        if (m_token.is(Symbol::Colon) && peek(0).is(Symbol::Identifier) && peek(1).is(Symbol::OpenParenthesis)) {
            advance();
            name += u':' + m_token.image;
            advance();
        }
        if (!m_token.is(Symbol::OpenParenthesis)) {
            m_juel.variables << name;
            return true;
        }
        ++m_operators;
        m_juel.callsFunction = true;
        int count = 0;
        if (!arguments(count))
            return false;
        if (!m_unknown)
            checkFunction(first.offset, name, count);
        return true;
    }

    void checkFunction(qsizetype offset, const QString &name, int count)
    {
        const auto *known = std::ranges::find_if(functions,
                                                 [&](const Function &function) { return name == function.name; });
        if (known == functions.end()) {
            m_unknown = Problem{
                offset, u"it calls the function `%1`, which the engine does not have"_s.arg(name),
                u"A method needs an object before it, as in ${bean.%1(…)}. The engine's functions are currentUser, "
                u"currentUserGroups, now, dateTime, S, XML and JSON."_s.arg(name.section(u':', -1))};
        } else if (known->parameters != count) {
            m_unknown = Problem{
                offset,
                u"its function `%1` takes %2 arguments and not %3"_s.arg(name).arg(known->parameters).arg(count),
                {}};
        }
    }

    bool arguments(int &count)
    {
        advance();
        if (m_token.is(Symbol::CloseParenthesis)) {
            advance();
            return !scannerFailed();
        }
        while (true) {
            if (!expression())
                return false;
            ++count;
            if (!m_token.is(Symbol::Comma))
                return expect(Symbol::CloseParenthesis, u")"_s);
            advance();
        }
    }

    bool properties()
    {
        while (m_token.is(Symbol::Dot) || m_token.is(Symbol::OpenBracket)) {
            ++m_operators;
            const bool dot = m_token.is(Symbol::Dot);
            advance();
            if (dot ? !expect(Symbol::Identifier, u"a name"_s) : !expression() || !expect(Symbol::CloseBracket, u"]"_s))
                return false;
            int count = 0;
            if (m_token.is(Symbol::OpenParenthesis) && !arguments(count))
                return false;
        }
        return true;
    }

    bool expect(Symbol symbol, const QString &what)
    {
        if (!m_token.is(symbol))
            return unexpected(what == u"a name" ? what : u'`' + what + u'`');
        advance();
        return true;
    }

    bool unexpected(const QString &expected)
    {
        if (scannerFailed())
            return false;
        if (m_token.is(Symbol::End))
            return fail(u"it ends where %1 is expected"_s.arg(expected), {});
        if (m_token.is(Symbol::EndBrace) && expected == u"a value" && m_operands <= 1 && m_operators == 0)
            return fail(u"there is nothing between its braces"_s, {});
        return fail(u"it has `%1` where %2 is expected"_s.arg(m_token.image, expected), {});
    }

    bool fail(const QString &message, const QString &hint)
    {
        if (!scannerFailed())
            m_juel.problem = Problem{m_token.offset, message, hint};
        return false;
    }

    bool scannerFailed()
    {
        if (m_juel.problem || !m_scanner.problem())
            return m_juel.problem.has_value();
        m_juel.problem = m_scanner.problem();
        return true;
    }

    void advance()
    {
        if (m_ahead.empty()) {
            m_token = m_scanner.next();
        } else {
            m_token = m_ahead.front();
            m_ahead.pop_front();
        }
    }

    const Token &peek(size_t index)
    {
        while (m_ahead.size() <= index)
            m_ahead.push_back(m_scanner.next());
        return m_ahead[index];
    }

    Scanner m_scanner;
    Token m_token;
    std::deque<Token> m_ahead;
    int m_depth = 0;
    int m_operands = 0; ///< since the last opening brace
    int m_operators = 0; ///< likewise, of any kind
    std::optional<Problem> m_unknown; ///< function
    Juel m_juel;
};

} // namespace

Juel readJuel(QStringView text)
{
    return Parser(text).run();
}

} // namespace pipeline::expression
