// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "linecursor.h"
#include "parser.h"

#include <libxml/parserInternals.h>
#include <libxml/xmlschemas.h>

#include <set>
#include <string>

namespace pipeline::xml {

/// One run of libxml2 over a text: its callbacks build the document and collect the problems.
class Reader {
public:
    /// \a text is UTF-8, without NUL and without byte order mark; all must outlive the reader.
    Reader(const QByteArray &text, const SchemaChoice &choice, const Limits &limits,
           std::span<const NamespaceAlias> aliases);
    ~Reader();

    Parsed run();

private:
    /// An element whose end has not been read.
    struct Open {
        Element *element;
        Element *lastChild;
        size_t contentBefore; ///< size of what the elements around it have collected so far
        int namespaces; ///< declared by it and the elements around it
        bool textReported; ///< that it has text where it must not
    };

    static xmlSAXHandler handlers();
    static void onStartElement(void *self, const xmlChar *name, const xmlChar *prefix, const xmlChar *nameSpace,
                               int namespaceCount, const xmlChar **namespaces, int attributeCount, int defaulted,
                               const xmlChar **attributes);
    static void onError(void *, xmlError *error);

    void doctype();
    void startElement(std::string_view name, std::string_view nameSpace, std::span<const xmlChar *const> attributes,
                      std::span<const xmlChar *const> namespaces);
    bool isTooLong(std::string_view name) const;
    std::string_view readAs(std::string_view nameSpace) const;
    std::span<const Attribute> keepAttributes(std::span<const xmlChar *const> raw);
    void characters(std::string_view text);
    void endElement();
    void stop();
    void giveUp(const QString &message, const QString &hint);
    bool plugValidator();
    void parserError(const xmlError &error);
    void schemaError(const xmlError &error);
    void add(ProblemKind kind, Position position, const Element *element, const QString &message,
             const QString &hint = {});

    qsizetype offset() const;
    qsizetype tagBegin() const;
    Position tagPosition(LineCursor &cursor) const;
    Position textPosition() const;

    const QByteArray &m_text;
    const SchemaChoice &m_choice;
    const Limits &m_limits;
    const std::span<const NamespaceAlias> m_aliases;

    xmlParserCtxt *m_parser = nullptr;
    xmlSchemaValidCtxt *m_validator = nullptr;
    xmlSchemaSAXPlugPtr m_plug = nullptr;
    bool m_plugging = false;

    std::unique_ptr<DocumentData> m_data;
    std::vector<Open> m_open;
    std::string m_content; ///< of all open elements, the innermost last
    LineCursor m_cursor; ///< after the last tag

    QList<Problem> m_problems;
    const Element *m_subject = nullptr; ///< the element that the validator is told of
    const Element *m_previous = nullptr; ///< its previous sibling
    Position m_subjectPosition;
    bool m_inText = false; ///< the validator is told of text rather than of a tag
    qsizetype m_textBegin = 0; ///< offset of the text that was read last
    std::set<std::string> m_prefixes; ///< those without a declaration
    int m_schemaProblems = 0;
    bool m_facetFailed = false; ///< the last schema error was of a facet
    bool m_stopped = false; ///< nothing that comes now is worth telling
};

} // namespace pipeline::xml
