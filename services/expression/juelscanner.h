// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "juel.h"

namespace pipeline::expression {

enum class Symbol {
    End,
    Text, ///< outside of braces
    BeginDynamic, ///< ${
    BeginDeferred, ///< #{
    EndBrace,
    Identifier,
    Integer,
    Float,
    String,
    True,
    False,
    Null,
    Not,
    Minus,
    Empty,
    Plus,
    Times,
    Divide,
    Modulo,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Equal,
    NotEqual,
    And,
    Or,
    InstanceOf, ///< reserved, and of no use
    Question,
    Colon,
    Comma,
    Dot,
    OpenParenthesis,
    CloseParenthesis,
    OpenBracket,
    CloseBracket,
};

struct Token {
    Symbol symbol = Symbol::End;
    qsizetype offset = 0;
    QString image; ///< of Text and String: the meaning, without quotes and escapes

    bool is(Symbol wanted) const { return symbol == wanted; }
};

/// Splits a text into tokens. After a problem there are none but End.
class Scanner {
public:
    explicit Scanner(QStringView text) : m_text(text) {}

    Token next();
    const std::optional<Problem> &problem() const { return m_problem; }

private:
    Token outside();
    Token inside();
    Token plainText();
    Token string();
    Token number();
    Token word();
    Token take(Symbol symbol, qsizetype size);
    Token fail(qsizetype offset, const QString &message, const QString &hint);
    QChar at(qsizetype offset) const { return offset < m_text.size() ? m_text[offset] : QChar(); }

    QStringView m_text;
    qsizetype m_at = 0;
    bool m_inside = false; ///< between braces
    std::optional<Problem> m_problem;
};

} // namespace pipeline::expression
