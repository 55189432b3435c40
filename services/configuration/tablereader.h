// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "problems.h"

#include <QUrl>

#include <optional>

#include <toml++/toml.h>

namespace pipeline::configuration {

/// The name that a value has in the file.
template<class E>
struct Choice {
    QLatin1StringView name;
    E value;
};

/// Reads the keys of one TOML table strictly; what is wrong with them goes to the problems, and the fallback is given.
///
/// An empty string counts as a key that is not there.
class TableReader {
public:
    /// \a path is the table's full name, empty for the root. Both references must outlive the reader.
    TableReader(const toml::table &table, QString path, Problems &problems);

    QString text(QLatin1StringView key, const QString &fallback = {});
    QStringList texts(QLatin1StringView key);
    bool flag(QLatin1StringView key, bool fallback);
    int integer(QLatin1StringView key, int lowest, int highest, int fallback);
    double number(QLatin1StringView key, double lowest, double highest, double fallback);
    QString absolutePath(QLatin1StringView key);

    /// An http or https address without user and password.
    QUrl webAddress(QLatin1StringView key);
    QList<QUrl> webAddresses(QLatin1StringView key);

    template<class E, std::size_t N>
    E choice(QLatin1StringView key, const Choice<E> (&choices)[N], E fallback)
    {
        const QString name = text(key);
        if (name.isEmpty())
            return fallback;
        QStringList names;
        for (const Choice<E> &choice : choices) {
            if (name == choice.name)
                return choice.value;
            names << choice.name;
        }
        complain(key, QStringLiteral("must be %1, it is \"%2\"").arg(alternatives(names), name));
        return fallback;
    }

    /// The table below \a key, when there is one.
    std::optional<TableReader> table(QLatin1StringView key);

    /// For a table whose keys are names that the user gives: all of them, in the file's order.
    QStringList names() const;
    std::optional<TableReader> table(const QString &name);
    QStringList texts(const QString &name);

    bool has(QLatin1StringView key) const { return node(key) != nullptr; }

    /// Not there, or an empty string.
    bool isUnset(QLatin1StringView key) const
    {
        return !has(key) || node(key)->value_or(std::string_view("?")).empty();
    }

    int line() const { return int(m_table.source().begin.line); }
    QString fullName(const QString &key) const { return m_path.isEmpty() ? key : m_path + u'.' + key; }

    /// Adds a problem with \a key, at its line.
    void complain(QLatin1StringView key, const QString &text);

    /// Adds a problem with the table itself.
    void complain(const QString &text) { m_problems.add(line(), m_path + QChar(u' ') + text); }

    /// Adds a problem for each key that nothing has asked for.
    void refuseUnknownKeys();

private:
    const toml::node *node(QLatin1StringView key) const;
    const toml::node *take(QLatin1StringView key);
    const toml::node *named(const QString &name) const;
    std::optional<TableReader> asTable(const toml::node *node, const QString &name);
    QStringList asTexts(const toml::node *node, const QString &name);
    void complain(const toml::node &node, const QString &name, const QString &text);
    QString checkedText(const toml::node &node, const QString &name);
    QUrl checkedAddress(const toml::node &node, const QString &name);

    const toml::table &m_table;
    QString m_path;
    Problems &m_problems;
    QStringList m_known;
};

} // namespace pipeline::configuration
