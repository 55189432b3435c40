// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "document.h"
#include "schema.h"

#include <QList>

#include <functional>

namespace pipeline::xml {

enum class ProblemKind {
    NotWellFormed, ///< also: bytes that are not the encoding they claim, a namespace prefix without declaration
    Doctype, ///< the file has a document type declaration
    Limit, ///< larger than what is read
    Schema,
};

/// Why a file is not well-formed or not valid.
struct Problem {
    ProblemKind kind = ProblemKind::NotWellFormed;
    Position position;
    QString message;
    QString hint; ///< may be empty
    QString element; ///< id of the element, or of the nearest one around it that has an id
    qsizetype offset =
        -1; ///< in the text, in bytes, of NotWellFormed: where the parser is at a loss; of Doctype: its begin
    QString name = {}; ///< the prefix without declaration, or the attribute that the schema objects to
    QString type = {}; ///< of the schema's: that the attribute's value is not of, for example xs:boolean
    int elementIndex = -1; ///< of the schema's: the element, in document order
};

/// What a file may have before it is refused.
struct Limits {
    qsizetype bytes = 32 * 1024 * 1024; ///< the engine runs out of memory near 52 MB
    int elements = 1'000'000;
    int depth = 1'000;
    int attributes = 10'000; ///< of one element; the engine's parser refuses more
    qsizetype name =
        1'000; ///< UTF-16 units of a name, a prefix or a namespace; the engine's parser refuses longer ones
    int namespaces = 1'000; ///< declared for one element, by itself and those around it
    int schemaProblems = 1'000; ///< further ones are counted, not listed
};

/// Gives the schema for a root element's namespace; null for none.
using SchemaChoice = std::function<const Schema *(std::string_view rootNamespace)>;

/// A namespace whose names are read as those of another one.
struct NamespaceAlias {
    std::string_view written;
    std::string_view readAs; ///< outlives the Document
};

struct Parsed {
    Document document; ///< up to the first problem that is not of the schema
    QList<Problem> problems; ///< in document order
    std::optional<qsizetype> textOffset = {}; ///< where the text that offsets count from begins in the file's bytes;
                                              ///< nothing when the file is in another encoding than UTF-8

    /// Whether the document is complete.
    bool wellFormed() const;
};

/// Reads an XML file of any content, in one pass: builds its elements and validates them.
///
/// Nothing is loaded from disk or network and no entity is expanded: a document type declaration ends the reading.
/// Time and memory are linear in the size of the file. The schema sees namespaces as they are written, the Document has
/// them as \a aliases say.
Parsed parse(const QByteArray &bytes, const SchemaChoice &schema = {}, const Limits &limits = {},
             std::span<const NamespaceAlias> aliases = {});

} // namespace pipeline::xml
