// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "xml/position.h"

#include <QString>

#include <functional>
#include <vector>

namespace pipeline::validation {

/// Reads JSON as leniently as the engine does (Gson's lenient reader), in one pass without recursion.
///
/// It keeps no values; a listener gets them.
class LenientJson {
public:
    enum class Type { Text, Literal, Object, Array };

    /// A value as it begins. What is announced next at a greater depth is in it.
    struct Value {
        qsizetype depth = 0; ///< the number of objects and arrays around it
        QString name; ///< of a member of an object; empty in an array
        Type type = Type::Object;
        QString text; ///< of a Text or Literal
        qsizetype offset = 0;
    };
    using Listener = std::function<void(const Value &value)>;

    LenientJson(QStringView text, Listener listener);

    /// False when the text cannot be read even so; problem() then says why.
    bool read();

    bool isEmpty() const { return m_empty; } ///< nothing but white space and comments
    Type rootType() const { return m_rootType; }
    const QString &problem() const { return m_problem; }
    qsizetype problemOffset() const { return m_problemOffset; }
    /// The first departure from JSON; empty when there is none.
    const QString &leniency() const { return m_leniency; }
    qsizetype leniencyOffset() const { return m_leniencyOffset; }

private:
    struct Scope {
        bool object;
        bool begun; ///< has a member or an element
    };

    bool readValue();
    bool readMemberName();
    bool readNext();
    bool readString(QString &text);
    bool readEscape(QString &text);
    QString readLiteral();
    void announce(Type type, const QString &text, qsizetype offset);
    bool skipBlanks();
    bool skipComment();
    bool fail(const QString &problem);
    void lenient(const QString &what, qsizetype offset);
    bool atEnd() const { return m_at >= m_text.size(); }

    QStringView m_text;
    Listener m_listener;
    qsizetype m_at = 0;
    std::vector<Scope> m_scopes;
    QString m_name; ///< of the member that is being read
    bool m_empty = false;
    Type m_rootType = Type::Object;
    QString m_problem;
    qsizetype m_problemOffset = 0;
    QString m_leniency;
    qsizetype m_leniencyOffset = 0;
};

} // namespace pipeline::validation
