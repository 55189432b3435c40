// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/error.h"

#include <QList>
#include <QStringList>

namespace pipeline::configuration {

/// Collects what is wrong with a configuration file, so that a person can repair all of it at once.
class Problems {
public:
    explicit Problems(QString file) : m_file(std::move(file)) {}

    const QString &file() const { return m_file; }
    bool isEmpty() const { return m_entries.isEmpty(); }

    /// \a text begins with the key.
    void add(int line, const QString &text) { m_entries.append({line, text}); }

    /// For what does not come from the file.
    void add(const QString &text) { m_entries.append({0, text}); }

    /// All of them by line, each on a line of its own.
    Error error() const;

private:
    struct Entry {
        int line;
        QString text;
    };

    QString m_file;
    QList<Entry> m_entries;
};

/// ` Did you mean "…"?` with the one of \a known that looks most like \a word; empty when none does.
QString suggestion(const QString &word, const QStringList &known);

/// "a", "b" or "c", each in quotes.
QString alternatives(const QStringList &words);

} // namespace pipeline::configuration
