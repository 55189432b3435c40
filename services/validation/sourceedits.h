// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fix.h"
#include "sourcefile.h"

#include <vector>

namespace pipeline::validation {

/// Whether no other attribute of \a element differs from \a attribute in nothing but capitals, so that only one can be
/// meant.
bool isSpeltOnce(const xml::Element &element, const xml::Attribute &attribute);

/// Writes the fixes of rules on XML files. Its functions give an empty fix where the file cannot be changed byte by
/// byte, for it is in another encoding than UTF-8.
class SourceEdits {
public:
    explicit SourceEdits(const SourceFile &file) : m_file(file) {}

    /// \a attribute, one of \a element's, gets another value.
    Fix setValue(const xml::Element &element, const xml::Attribute &attribute, const QString &value);

    /// It gets another name; a prefix stays.
    Fix rename(const xml::Element &element, const xml::Attribute &attribute, std::string_view name);

    /// \a element gets one attribute more, \a name with its prefix.
    Fix addAttribute(const xml::Element &element, const QString &name, const QString &value) const;

    /// The same in a namespace, whose prefix is declared as \a prefix at the root when it is not yet; empty when that
    /// prefix has another meaning there.
    Fix addAttribute(const xml::Element &element, std::string_view nameSpace, const QString &prefix,
                     const QString &name, const QString &value) const;

    /// \a length bytes of the text from \a offset are replaced.
    Fix replace(qsizetype offset, qsizetype length, const QByteArray &text) const;

private:
    /// A part of the text.
    struct Span {
        qsizetype begin = 0;
        qsizetype length = 0;
    };

    /// Where an attribute's name and the value between its quotes stand.
    struct AttributeSpans {
        Span name;
        Span value;
    };

    class TagScanner;

    AttributeSpans spansOf(const xml::Element &element, const xml::Attribute &attribute);

    const SourceFile &m_file;
    // Of the element that was asked for last: it may have thousands of attributes, and a finding on each.
    const xml::Element *m_scanned = nullptr;
    std::vector<AttributeSpans> m_spans;
};

} // namespace pipeline::validation
