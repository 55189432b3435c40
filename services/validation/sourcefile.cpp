// SPDX-License-Identifier: Apache-2.0
#include "sourcefile.h"

#include "bpmn/bpmnfacts.h"
#include "bpmn/definitionsreader.h"
#include "dmn/dmnfacts.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation {

SourceFile::SourceFile(const InputFile &input, HistoryTimeToLive historyTimeToLive, const xml::Schemas &schemas)
    : m_input(input), m_historyTimeToLive(historyTimeToLive)
{
    switch (input.kind) {
    case FileKind::Bpmn:
        m_parsed = xml::parse(input.bytes, [&](std::string_view) { return &schemas.bpmn(); });
        if (m_parsed.wellFormed())
            m_definitions = bpmn::readDefinitions(m_parsed.document);
        break;
    case FileKind::Dmn:
        m_parsed = xml::parse(input.bytes, [&](std::string_view root) {
            const xml::Schema *schema = schemas.dmn(root);
            m_knownDmn = schema != nullptr;
            return schema;
        });
        break;
    case FileKind::Form:
    case FileKind::Html:
    case FileKind::Worker:
        if (const auto limit = xml::Limits().bytes; input.bytes.size() > limit)
            m_tooLarge = u"The file has %1 bytes; the limit is %2."_s.arg(input.bytes.size()).arg(limit);
        else if (input.kind == FileKind::Form)
            m_form = readForm(input.bytes);
        else if (input.kind == FileKind::Html)
            m_html = scanHtml(QString::fromUtf8(input.bytes));
        break;
    }
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

DefinitionFacts SourceFile::facts() const
{
    DefinitionFacts facts;
    if (!isReadable())
        return facts;
    if (kind() == FileKind::Bpmn)
        return bpmn::readFacts(document());
    if (kind() == FileKind::Dmn)
        return dmn::readFacts(document());
    facts.form = m_form.id;
    return facts;
}

} // namespace pipeline::validation
