// SPDX-License-Identifier: Apache-2.0
#include "sourcefile.h"

#include "workerfacts.h"

#include "bpmn/bpmnfacts.h"
#include "bpmn/definitionsreader.h"
#include "bpmn/namespaces.h"
#include "dmn/dmnfacts.h"
#include "dmn/graphreader.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation {

namespace {

std::span<const xml::NamespaceAlias> aliasesOf(Engine engine, FileKind kind)
{
    if (engine == Engine::Camunda)
        return {};
    return kind == FileKind::Dmn ? std::span<const xml::NamespaceAlias>(dmn::operatonAliases)
                                 : std::span<const xml::NamespaceAlias>(bpmn::operatonAliases);
}

} // namespace

SourceFile::SourceFile(const InputFile &input, const Options &options, const xml::Schemas &schemas)
    : m_input(input), m_options(options)
{
    const auto aliases = aliasesOf(options.engine, input.kind);
    switch (input.kind) {
    case FileKind::Bpmn:
        m_parsed = xml::parse(input.bytes, [&](std::string_view) { return &schemas.bpmn(); }, {}, aliases);
        if (m_parsed.wellFormed())
            m_definitions = bpmn::readDefinitions(m_parsed.document);
        break;
    case FileKind::Dmn:
        m_parsed = xml::parse(
            input.bytes,
            [&](std::string_view root) {
                const xml::Schema *schema = schemas.dmn(root);
                m_knownDmn = schema != nullptr;
                return schema;
            },
            {}, aliases);
        if (m_parsed.wellFormed())
            m_graph = dmn::readGraph(m_parsed.document);
        break;
    case FileKind::Form:
    case FileKind::Html:
    case FileKind::Worker:
        if (const auto limit = xml::Limits().bytes; input.bytes.size() > limit)
            m_tooLarge = u"The file has more than %1 bytes, the most that is read."_s.arg(limit);
        else if (input.kind == FileKind::Form)
            m_form = readForm(input.bytes);
        else if (input.kind == FileKind::Html)
            m_html = scanHtml(QString::fromUtf8(input.bytes));
        break;
    }
    m_facts = readFacts();
}

QByteArrayView SourceFile::text() const
{
    const auto offset = m_parsed.textOffset;
    return offset ? QByteArrayView(m_input.bytes).sliced(*offset) : QByteArrayView();
}

bool SourceFile::isReadable() const
{
    switch (kind()) {
    case FileKind::Bpmn:
    case FileKind::Dmn:
        return m_parsed.wellFormed();
    case FileKind::Form:
        return m_tooLarge.isEmpty() && !m_form.rejected;
    case FileKind::Html:
    case FileKind::Worker:
        break;
    }
    return m_tooLarge.isEmpty();
}

DefinitionFacts SourceFile::readFacts() const
{
    DefinitionFacts facts;
    if (!isReadable())
        return facts;
    if (kind() == FileKind::Bpmn)
        return bpmn::readFacts(document());
    if (kind() == FileKind::Dmn)
        return dmn::readFacts(document());
    if (kind() == FileKind::Worker)
        return readWorkerFacts(m_input.bytes);
    facts.form = m_form.id;
    return facts;
}

} // namespace pipeline::validation
