// SPDX-License-Identifier: Apache-2.0
#include "feel.h"

#include "feelcursor.h"

using namespace Qt::StringLiterals;

namespace pipeline::expression {

namespace {

constexpr int feelNestingLimit = 200;
/// Of attempts for each token. The grammar is ambiguous in few places, so that one or two are what a text needs.
constexpr qsizetype feelAttempts = 50;

/// Reads the tokens by recursive descent. Every function returns whether it could, and moves on behind what it read.
class FeelParser : private FeelCursor {
public:
    explicit FeelParser(const std::vector<FeelToken> &tokens)
        : FeelCursor(tokens), m_budget(qsizetype(tokens.size()) * feelAttempts)
    {}

    Feel run(FeelKind kind)
    {
        const bool good = (kind == FeelKind::Expression ? expression() : unaryTests()) && atEnd();
        Feel feel;
        if (m_budget > 0 && !good)
            feel.problem = furthest();
        if (good)
            feel.emptyRange = m_emptyRange;
        return feel;
    }

private:
    bool atEnd() { return token().kind == FeelToken::End || fail(u"its end is expected"_s); }

    /// Whether one of them reads what stands here, from the same place.
    template<class First, class Second>
    bool either(First first, Second second)
    {
        const size_t begin = m_at;
        if (first())
            return true;
        m_at = begin;
        return second();
    }

    template<class Item>
    bool list(Item item)
    {
        do {
            if (!item())
                return false;
        } while (take(","_L1));
        return true;
    }

    bool unaryTests()
    {
        if (isSign("-"_L1) && token(1).kind == FeelToken::End) {
            ++m_at;
            return true;
        }
        const auto negation = [this] { return takeWord("not"_L1) && take("("_L1) && tests() && need(")"_L1); };
        return either(negation, [this] { return tests(); });
    }

    bool tests()
    {
        return list([this] { return expression(); });
    }

    bool expression()
    {
        if (--m_budget < 0 || m_depth > feelNestingLimit) {
            m_budget = 0;
            return false;
        }
        ++m_depth;
        const bool good = anyExpression();
        --m_depth;
        return good;
    }

    bool anyExpression()
    {
        if (takeWord("if"_L1))
            return expression() && needWord("then"_L1) && expression() && needWord("else"_L1) && expression();
        if (takeWord("for"_L1))
            return list([this] { return iterator(); }) && needWord("return"_L1) && expression();
        if ((isWord("some"_L1) || isWord("every"_L1)) && isWord("in"_L1, 2)) {
            ++m_at;
            return list([this] { return iterator(); }) && needWord("satisfies"_L1) && expression();
        }
        do {
            do {
                if (!comparison())
                    return false;
            } while (takeWord("and"_L1));
        } while (takeWord("or"_L1));
        return true;
    }

    bool iterator()
    {
        if (!isName())
            return fail(u"a name is expected"_s);
        ++m_at;
        return needWord("in"_L1) && operand(sum()) && (!take(".."_L1) || operand(sum()));
    }

    bool takeComparator() { return take("<="_L1) || take(">="_L1) || take("<"_L1) || take(">"_L1); }

    bool comparison()
    {
        if (takeComparator())
            return sum(); // with the input, or what is filtered
        if (!sum())
            return false;
        if (isAfterRange())
            return true;
        if (takeComparator() || take("="_L1) || take("!="_L1))
            return operand(sum());
        if (takeWord("between"_L1))
            return operand(sum()) && needWord("and"_L1) && operand(sum());
        if (isWord("instance"_L1) && isWord("of"_L1, 1)) {
            m_at += 2;
            return type();
        }
        if (takeWord("in"_L1))
            return either([this] { return take("("_L1) && tests() && take(")"_L1); }, [this] { return expression(); });
        return true;
    }

    bool type()
    {
        const size_t count = typeLength();
        if (count == 0)
            return fail(u"a type is expected"_s);
        m_at += count;
        while (take("."_L1))
            ++m_at;
        return true;
    }

    /// A range stands for itself; nothing is computed or compared with it.
    bool isAfterRange() const { return m_at == m_rangeEnd; }
    bool operand(bool good) { return good && (!isAfterRange() || fail(u"a value and no range is expected"_s)); }

    bool sum()
    {
        bool good = product();
        while (good && !isAfterRange() && (take("+"_L1) || take("-"_L1)))
            good = operand(product());
        return good;
    }

    bool product()
    {
        bool good = factor();
        while (good && !isAfterRange() && (take("*"_L1) || take("/"_L1) || take("**"_L1)))
            good = operand(factor());
        return good;
    }

    bool factor()
    {
        const bool isNegated = isSign("-"_L1);
        while (take("-"_L1)) {}
        if (!value())
            return false;
        if (isAfterRange())
            return !isNegated || operand(true);
        while (path() || filter()) {}
        return true;
    }

    bool path()
    {
        if (!isSign("."_L1) || (token(1).kind != FeelToken::Name && token(1).kind != FeelToken::QuotedName))
            return false;
        m_at += 2;
        if (m_tokens[m_at - 1].image == "time"_L1)
            takeWord("offset"_L1);
        return !isSign("("_L1) || arguments();
    }

    /// A bracket may end a range instead.
    bool filter()
    {
        return either([this] { return take("["_L1) && expression() && take("]"_L1); }, [] { return false; });
    }

    bool value()
    {
        switch (token().kind) {
        case FeelToken::String:
        case FeelToken::Number:
            ++m_at;
            return true;
        case FeelToken::Name:
        case FeelToken::QuotedName:
            return nameOrCall();
        case FeelToken::Sign:
            break;
        case FeelToken::End:
            return fail(u"a value is expected"_s);
        }
        if (isSign("("_L1) || isSign("["_L1) || isSign("]"_L1))
            return bracketed();
        if (take("{"_L1))
            return take("}"_L1) || (list([this] { return entry(); }) && need("}"_L1));
        if (take("@"_L1)) {
            if (token().kind != FeelToken::String)
                return fail(u"a text is expected"_s);
            ++m_at;
            return true;
        }
        return take("?"_L1) || fail(u"a value is expected"_s);
    }

    bool nameOrCall()
    {
        if (isWord("function"_L1) && isSign("("_L1, 1))
            return function();
        const size_t count = nameLength("("_L1);
        if (count == 0)
            return fail(u"a value is expected"_s);
        m_at += count;
        return !isSign("("_L1) || arguments();
    }

    bool arguments()
    {
        ++m_at;
        if (take(")"_L1))
            return true;
        const auto argument = [this] {
            if (const size_t count = nameLength(":"_L1); count > 0 && isSign(":"_L1, count))
                m_at += count + 1;
            return expression();
        };
        return list(argument) && need(")"_L1);
    }

    bool function()
    {
        m_at += 2;
        const auto parameter = [this] {
            if (token().kind != FeelToken::Name && token().kind != FeelToken::QuotedName)
                return fail(u"a parameter is expected"_s);
            while (token().kind == FeelToken::Name || token().kind == FeelToken::QuotedName)
                ++m_at;
            return true;
        };
        if (!take(")"_L1) && !(list(parameter) && need(")"_L1)))
            return false;
        takeWord("external"_L1);
        return expression();
    }

    bool entry()
    {
        const size_t count = token().kind == FeelToken::String ? 1 : nameLength(":"_L1);
        if (count == 0)
            return fail(u"a key is expected"_s);
        m_at += count;
        return need(":"_L1) && expression();
    }

    /// A range, a list, or an expression in parentheses.
    bool bracketed()
    {
        const size_t begin = m_at++;
        const bool isList = m_tokens[begin].image == "["_L1;
        if (isList && take("]"_L1))
            return true;
        if (!expression())
            return false;
        if (isSign(".."_L1))
            return range(begin);
        if (m_tokens[begin].image == "]"_L1)
            return need(".."_L1);
        if (!isList)
            return need(")"_L1);
        return (!take(","_L1) || list([this] { return expression(); })) && need("]"_L1);
    }

    bool range(size_t begin)
    {
        const size_t middle = m_at++;
        if (!expression())
            return false;
        const size_t end = m_at;
        if (!take(")"_L1) && !take("]"_L1) && !take("["_L1))
            return fail(u"the end of the range is expected"_s);
        m_rangeEnd = m_at;
        const auto from = numberAt(begin + 1, middle);
        const auto to = numberAt(middle + 1, end);
        if (from && to && *from > *to && !m_emptyRange) {
            m_emptyRange = Problem{m_tokens[begin].offset, u"nothing lies between %1 and %2"_s.arg(*from).arg(*to),
                                   u"Write the smaller number first."_s};
        }
        return true;
    }

    /// The number that the tokens from \a begin to before \a end are, if they are one.
    std::optional<double> numberAt(size_t begin, size_t end) const
    {
        const bool isNegated = m_tokens[begin].image == "-"_L1;
        if (begin + (isNegated ? 2 : 1) != end || m_tokens[end - 1].kind != FeelToken::Number)
            return {};
        return m_tokens[end - 1].image.toDouble() * (isNegated ? -1 : 1);
    }

    int m_depth = 0;
    qsizetype m_budget; ///< 0: given up
    size_t m_rangeEnd = 0; ///< behind the last range
    std::optional<Problem> m_emptyRange;
};

} // namespace

Feel readFeel(QStringView text, FeelKind kind)
{
    const FeelTokens scanned = scanFeel(text);
    if (scanned.problem)
        return {scanned.problem, {}};
    return FeelParser(scanned.tokens).run(kind);
}

} // namespace pipeline::expression
