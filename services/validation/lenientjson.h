// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "xml/position.h"

#include <QString>

#include <functional>
#include <vector>

namespace pipeline::validation {

/// Reads JSON as leniently as the engine does (Gson's lenient reader), in one pass without recursion.
///
/// It keeps no values; a listener gets those of the outermost object.
class LenientJson {
public:
    enum class Type { Text, Literal, Object, Array };

    /// A member of the outermost object, as it begins: its text when it is a Text or Literal.
    using Listener = std::function<void(const QString &name, Type type, const QString &text, qsizetype offset)>;

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
    QString m_name; ///< of the member of the outermost object that is being read
    bool m_empty = false;
    Type m_rootType = Type::Object;
    QString m_problem;
    qsizetype m_problemOffset = 0;
    QString m_leniency;
    qsizetype m_leniencyOffset = 0;
};

} // namespace pipeline::validation
