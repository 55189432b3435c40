// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fix.h"
#include "sourcefile.h"

namespace pipeline::validation {

/// Writes the fixes of rules on XML files. Its functions give an empty fix where the file cannot be changed byte by
/// byte, for it is in another encoding than UTF-8.
class SourceEdits {
public:
    explicit SourceEdits(const SourceFile &file) : m_file(file) {}

    /// \a attribute, one of \a element's, gets another value.
    Fix setValue(const xml::Element &element, const xml::Attribute &attribute, const QString &value) const;

    /// It gets another name; a prefix stays.
    Fix rename(const xml::Element &element, const xml::Attribute &attribute, std::string_view name) const;

    /// \a element gets one attribute more, \a name with its prefix.
    Fix addAttribute(const xml::Element &element, const QString &name, const QString &value) const;

    /// The same in a namespace, whose prefix is declared as \a prefix at the root when it is not yet; empty when that
    /// prefix has another meaning there.
    Fix addAttribute(const xml::Element &element, std::string_view nameSpace, const QString &prefix,
                     const QString &name, const QString &value) const;

    /// \a length bytes of the text from \a offset are replaced.
    Fix replace(qsizetype offset, qsizetype length, const QByteArray &text) const;

private:
    const SourceFile &m_file;
};

} // namespace pipeline::validation
