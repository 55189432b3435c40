// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QRegularExpression>

namespace pipeline::sources {

/// A pattern of paths as shells have it: * and ? within a part of the path, ** for any number of folders, [a-z] and
/// [!a-z], {this,that}, and \ before a character that is meant itself.
class Glob {
public:
    explicit Glob(const QString &pattern);

    /// Whether \a text has any of the signs at all.
    static bool isPattern(const QString &text);

    /// The folder from which on the pattern says anything: its parts before the first sign, "." for none.
    const QString &folder() const { return m_folder; }

    /// Whether \a path, or a folder that it is in, is one of those meant.
    bool matches(const QString &path) const;

private:
    QString m_folder;
    QRegularExpression m_expression;
};

} // namespace pipeline::sources
