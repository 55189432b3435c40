// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "formfile.h"
#include "htmlscanner.h"
#include "inputfile.h"

#include "models/bpmn/definitions.h"
#include "models/definitionfacts.h"
#include "models/dmn/graph.h"
#include "xml/parser.h"

namespace pipeline::validation {

/// A file as rules see it: read once, whatever the number of rules.
class SourceFile {
public:
    /// All must outlive it.
    SourceFile(const InputFile &input, const Options &options, const xml::Schemas &schemas);

    const InputFile &input() const { return m_input; }
    FileKind kind() const { return m_input.kind; }
    const Options &options() const { return m_options; }

    /// Whether the content could be read: the XML is well-formed, the form is a JSON object.
    bool isReadable() const;

    /// Of BPMN and DMN: the elements, and what the parser found.
    const xml::Document &document() const { return m_parsed.document; }
    const QList<xml::Problem> &problems() const { return m_parsed.problems; }

    /// Of BPMN and DMN: the bytes from which offsets of elements and problems count; null when the file is in another
    /// encoding than UTF-8.
    QByteArrayView text() const;

    /// Of BPMN: the processes as graphs; empty when the file cannot be read.
    const bpmn::Definitions &definitions() const { return m_definitions; }
    const xml::Element &element(const bpmn::Location &at) const { return document().elements()[size_t(at.element)]; }

    /// Of DMN: the decisions; empty when the file cannot be read.
    const dmn::Graph &graph() const { return m_graph; }
    const xml::Element &element(const dmn::Location &at) const { return document().elements()[size_t(at.element)]; }

    /// Of DMN: whether the root's namespace is that of a version which the engine knows.
    bool isKnownDmn() const { return m_knownDmn; }

    const FormFile &form() const { return m_form; }
    const HtmlPage &html() const { return m_html; }

    /// Why the file was not read at all; empty for most.
    const QString &tooLarge() const { return m_tooLarge; }

    const DefinitionFacts &facts() const { return m_facts; }

private:
    DefinitionFacts readFacts() const;

    const InputFile &m_input;
    const Options &m_options;
    xml::Parsed m_parsed;
    bpmn::Definitions m_definitions;
    dmn::Graph m_graph;
    bool m_knownDmn = false;
    FormFile m_form;
    HtmlPage m_html;
    QString m_tooLarge;
    DefinitionFacts m_facts;
};

} // namespace pipeline::validation
