// SPDX-License-Identifier: Apache-2.0
#include "reader.h"

#include "documentdata.h"
#include "schemamessage.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace pipeline::xml {

namespace {

constexpr size_t undeclaredPrefixesListed = 50;

std::string_view view(const xmlChar *text)
{
    return text ? std::string_view(reinterpret_cast<const char *>(text)) : std::string_view();
}

} // namespace

Reader::Reader(const QByteArray &text, const SchemaChoice &choice, const Limits &limits,
               std::span<const NamespaceAlias> aliases)
    : m_text(text),
      m_choice(choice),
      m_limits(limits),
      m_aliases(aliases),
      m_data(std::make_unique<DocumentData>()),
      m_cursor(text)
{}

Reader::~Reader()
{
    if (m_plug)
        xmlSchemaSAXUnplug(m_plug);
    xmlSchemaFreeValidCtxt(m_validator);
    if (m_parser)
        xmlFreeDoc(m_parser->myDoc); // for entities, when there was an error before
    xmlFreeParserCtxt(m_parser);
}

Parsed Reader::run()
{
    m_parser = xmlCreateMemoryParserCtxt(m_text.constData(), int(m_text.size()));
    // References in attribute values are replaced only with NOENT. There are no entities but the predefined ones, for a
    // document type declaration ends the reading before it is read.
    // Without HUGE the library refuses files above 10 MB; what it lifts beside that is limited here.
    xmlCtxtUseOptions(m_parser, XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_IGNORE_ENC | XML_PARSE_HUGE);
    // Known, so that libxml2 does not guess it from the first bytes: offsets into the text would no longer hold.
    m_parser->encoding = xmlStrdup(reinterpret_cast<const xmlChar *>("UTF-8"));
    *m_parser->sax = handlers();
    m_parser->userData = this;
    m_parser->_private = this;
    xmlDictReference(m_parser->dict);
    m_data->names = std::shared_ptr<void>(m_parser->dict,
                                          [](void *names) { xmlDictFree(static_cast<xmlDict *>(names)); });

    xmlParseDocument(m_parser);

    if (const auto version = view(m_parser->version); !version.empty() && version != "1.0" && version != "1.1") {
        add(ProblemKind::NotWellFormed, {1, 1}, nullptr,
            u"The engine's parser knows no version %1 of XML."_s.arg(toQString(version)), u"Write version=\"1.0\"."_s);
    }
    if (const int unlisted = m_schemaProblems - m_limits.schemaProblems; unlisted > 0) {
        add(ProblemKind::Schema, m_subjectPosition, nullptr,
            u"%1 more places do not follow the schema; the first %2 are listed."_s.arg(unlisted).arg(
                m_limits.schemaProblems));
    }
    return {Document(std::move(m_data)), std::move(m_problems)};
}

xmlSAXHandler Reader::handlers()
{
    xmlSAXHandler sax{};
    sax.initialized = XML_SAX2_MAGIC;
    sax.internalSubset = [](void *self, const xmlChar *, const xmlChar *, const xmlChar *) {
        static_cast<Reader *>(self)->doctype();
    };
    sax.startElementNs = onStartElement;
    sax.endElementNs = [](void *self, const xmlChar *, const xmlChar *, const xmlChar *) {
        static_cast<Reader *>(self)->endElement();
    };
    sax.characters = [](void *self, const xmlChar *text, int size) {
        static_cast<Reader *>(self)->characters({reinterpret_cast<const char *>(text), size_t(size)});
    };
    sax.ignorableWhitespace = sax.characters;
    sax.cdataBlock = sax.characters;
    sax.serror = onError;
    return sax;
}

void Reader::onStartElement(void *self, const xmlChar *name, const xmlChar *prefix, const xmlChar *nameSpace,
                            int namespaceCount, const xmlChar **namespaces, int attributeCount, int defaulted,
                            const xmlChar **attributes)
{
    auto *reader = static_cast<Reader *>(self);
    if (reader->m_plugging)
        return;
    const bool root = reader->m_data->elements.empty();
    for (int i = 0; root && i < namespaceCount; ++i)
        reader->m_data->prefixes.emplace_back(view(namespaces[i * 2]), view(namespaces[i * 2 + 1]));
    // Five texts for each attribute: name, prefix, namespace, begin and end of the value. Two for each namespace:
    // prefix and address.
    reader->startElement(view(name), view(nameSpace), {attributes, size_t(attributeCount) * 5},
                         {namespaces, size_t(namespaceCount) * 2});
    // The schema hangs on the root's namespace, so the validator joins when that is known. It gets every later event
    // after us; this one has to be handed to it.
    if (root && reader->plugValidator()) {
        reader->m_plugging = true;
        xmlParserCtxt *parser = reader->m_parser;
        parser->sax->startElementNs(parser->userData, name, prefix, nameSpace, namespaceCount, namespaces,
                                    attributeCount, defaulted, attributes);
        reader->m_plugging = false;
    }
}

void Reader::onError(void *, xmlError *error)
{
    // The first argument is the validator's once it is plugged in; the parser knows us always.
    if (const auto *parser = static_cast<const xmlParserCtxt *>(error->ctxt))
        static_cast<Reader *>(parser->_private)->parserError(*error);
}

void Reader::doctype()
{
    m_cursor.advance(m_text.lastIndexOf("<!DOCTYPE", offset()));
    add(ProblemKind::Doctype, m_cursor.position(), nullptr,
        u"The file has a document type declaration (DOCTYPE), which the engine refuses."_s, u"Remove the DOCTYPE."_s);
    m_problems.last().offset = m_cursor.offset();
    m_stopped = true;
    xmlStopParser(m_parser);
}

void Reader::startElement(std::string_view name, std::string_view nameSpace, std::span<const xmlChar *const> attributes,
                          std::span<const xmlChar *const> namespaces)
{
    Element &element = m_data->elements.emplace_back();
    element.index = int(m_data->elements.size()) - 1;
    element.name = name;
    element.nameSpace = readAs(nameSpace);
    element.attributes = keepAttributes(attributes);
    element.offset = tagBegin();
    element.position = tagPosition(m_cursor);
    m_previous = nullptr;
    int declared = int(namespaces.size() / 2);
    if (!m_open.empty()) {
        Open &around = m_open.back();
        element.parent = around.element;
        m_previous = around.lastChild;
        (around.lastChild ? around.lastChild->nextSibling : around.element->firstChild) = &element;
        around.lastChild = &element;
        declared += around.namespaces;
    }
    m_data->byName[name].push_back(&element);
    element.id = element.attribute("id");
    if (!element.id.empty())
        m_data->byId.emplace(element.id, &element);
    m_open.push_back({&element, nullptr, m_content.size(), declared, false});
    m_subject = &element;
    m_subjectPosition = element.position;
    m_inText = false;

    const auto hasLongName = [&] {
        return isTooLong(name) || std::ranges::any_of(namespaces, [this](auto *text) { return isTooLong(view(text)); })
            || std::ranges::any_of(element.attributes, [this](auto &kept) { return isTooLong(kept.name); });
    };
    const QString split = u"Split the model into several files."_s;
    if (int(m_open.size()) > m_limits.depth)
        giveUp(u"Elements are nested more than %1 levels deep."_s.arg(m_limits.depth), split);
    else if (m_data->elements.size() > size_t(m_limits.elements))
        giveUp(u"The file has more than %1 elements."_s.arg(m_limits.elements), split);
    else if (declared > m_limits.namespaces)
        giveUp(u"More than %1 namespaces are declared for one element."_s.arg(m_limits.namespaces),
               u"Declare each namespace once, at the first element."_s);
    else if (hasLongName())
        giveUp(
            u"A name or namespace has more than %1 characters, which the engine's parser refuses."_s.arg(m_limits.name),
            u"Shorten it."_s);
}

/// Of a name, a prefix or a namespace.
bool Reader::isTooLong(std::string_view name) const
{
    return qsizetype(name.size()) > m_limits.name && toQString(name).size() > m_limits.name;
}

std::string_view Reader::readAs(std::string_view nameSpace) const
{
    const auto alias = std::ranges::find(m_aliases, nameSpace, &NamespaceAlias::written);
    return alias == m_aliases.end() ? nameSpace : alias->readAs;
}

std::span<const Attribute> Reader::keepAttributes(std::span<const xmlChar *const> raw)
{
    if (raw.empty())
        return {};
    const size_t count = raw.size() / 5;
    auto *kept = static_cast<Attribute *>(m_data->memory.allocate(count * sizeof(Attribute), alignof(Attribute)));
    for (size_t i = 0; i < count; ++i) {
        const auto *begin = reinterpret_cast<const char *>(raw[i * 5 + 3]);
        const auto *end = reinterpret_cast<const char *>(raw[i * 5 + 4]);
        new (kept + i) Attribute{view(raw[i * 5]), readAs(view(raw[i * 5 + 2])), m_data->keep({begin, end})};
    }
    return {kept, count};
}

void Reader::characters(std::string_view text)
{
    m_content += text;
    // It lies in the file's own text, unless it is what a reference stands for or comes from a CDATA section.
    const auto *begin = reinterpret_cast<const xmlChar *>(text.data());
    const xmlParserInput *input = m_parser->input;
    m_inText = true;
    m_textBegin = begin >= input->base && begin < input->end ? qsizetype(input->consumed) + (begin - input->base)
                                                             : offset() - qsizetype(text.size());
}

void Reader::endElement()
{
    const Open closed = m_open.back();
    m_open.pop_back();
    const std::string_view content = std::string_view(m_content).substr(closed.contentBefore);
    if (!trimmed(content).empty())
        closed.element->text = m_data->keep(content);
    closed.element->hasBlankText = closed.element->text.empty() && !content.empty();
    m_content.resize(closed.contentBefore);

    // The validator reports what is missing now, which the engine's places at the end tag.
    m_subject = closed.element;
    m_previous = closed.lastChild;
    m_inText = false;
    const qsizetype end = offset();
    const bool emptyTag = end >= 2 && m_text.at(end - 2) == '/';
    m_subjectPosition = emptyTag ? closed.element->position : tagPosition(m_cursor);
}

void Reader::giveUp(const QString &message, const QString &hint)
{
    add(ProblemKind::Limit, m_subjectPosition, m_subject, message, hint);
    stop();
}

/// As xmlStopParser() does, but that would also free the text of the attributes, which the validator is still to see.
void Reader::stop()
{
    m_stopped = true;
    m_parser->disableSAX = 1;
    m_parser->instate = XML_PARSER_EOF;
}

bool Reader::plugValidator()
{
    const Schema *schema = m_choice ? m_choice(m_data->elements.front().nameSpace) : nullptr;
    if (!schema)
        return false;
    m_validator = xmlSchemaNewValidCtxt(schema->handle());
    xmlSchemaSetValidStructuredErrors(
        m_validator, [](void *self, xmlError *error) { static_cast<Reader *>(self)->schemaError(*error); }, this);
    m_plug = xmlSchemaSAXPlug(m_validator, &m_parser->sax, &m_parser->userData);
    if (!m_plug)
        return false;
    m_parser->sax->serror = onError; // the plug does not take it over
    return true;
}

void Reader::parserError(const xmlError &error)
{
    // The engine's parser takes a namespace for a name, whatever it looks like.
    if (m_stopped || error.level < XML_ERR_ERROR || error.code == XML_WAR_NS_URI)
        return;
    LineCursor cursor = m_cursor;
    Position position;
    if (error.domain == XML_FROM_NAMESPACE) {
        // Once for each prefix: its other uses follow from the first, as does what the schema would say of them.
        if (m_prefixes.size() > undeclaredPrefixesListed || !m_prefixes.insert(error.str1 ? error.str1 : "").second)
            return;
        position = tagPosition(cursor);
    } else {
        cursor.advance(offset());
        position = cursor.position();
        // The library would read on in silence, a document type declaration and its entities too.
        if (error.level == XML_ERR_FATAL)
            stop();
    }
    QString message = QString::fromUtf8(error.message).simplified();
    if (!message.endsWith(u'.'))
        message += u'.';
    add(ProblemKind::NotWellFormed, position, m_open.empty() ? nullptr : m_open.back().element, message);
    m_problems.last().offset = cursor.offset();
    if (error.domain == XML_FROM_NAMESPACE)
        m_problems.last().name = QString::fromUtf8(error.str1);
}

void Reader::schemaError(const xmlError &error)
{
    const bool repeats = m_facetFailed && isInvalidValueError(error.code);
    m_facetFailed = isFacetError(error.code);
    if (m_stopped || !m_prefixes.empty() || repeats)
        return;
    // Once for each element, as the engine does: its text may come in very many parts.
    if (m_inText && std::exchange(m_open.back().textReported, true))
        return;
    if (++m_schemaProblems > m_limits.schemaProblems)
        return;
    const Element *subject = m_inText ? m_open.back().element : m_subject;
    const SchemaMessage said = explain(error.code, QString::fromUtf8(error.message), {subject, m_previous});
    add(ProblemKind::Schema, m_inText ? textPosition() : m_subjectPosition, subject, said.message, said.hint);
    m_problems.last().name = said.attribute;
    m_problems.last().type = said.type;
    m_problems.last().elementIndex = subject->index;
}

void Reader::add(ProblemKind kind, Position position, const Element *element, const QString &message,
                 const QString &hint)
{
    m_problems.push_back({kind, position, message, hint, element ? toQString(element->nearestId()) : QString()});
}

/// How much of the text has been read.
qsizetype Reader::offset() const
{
    const xmlParserInput *input = m_parser->input;
    return std::min(qsizetype(input->consumed) + (input->cur - input->base), m_text.size());
}

/// Where the tag that was read last begins.
qsizetype Reader::tagBegin() const
{
    return m_text.lastIndexOf('<', offset() - 1);
}

/// Where the text that was read last begins, after its blanks.
Position Reader::textPosition() const
{
    LineCursor cursor = m_cursor;
    cursor.advance(m_textBegin);
    qsizetype begin = cursor.offset();
    while (begin < m_text.size() && trimmed({m_text.constData() + begin, 1}).empty())
        ++begin;
    cursor.advance(begin);
    return cursor.position();
}

/// Moves the cursor over the tag that was read last and tells where a finding about it points.
Position Reader::tagPosition(LineCursor &cursor) const
{
    const qsizetype end = offset();
    cursor.advance(tagBegin());
    const Position begin = cursor.position();
    cursor.advance(end);
    if (cursor.position().line == begin.line)
        return begin;
    const qsizetype lineBegin = m_text.lastIndexOf('\n', end - 1) + 1;
    qsizetype first = lineBegin;
    while (first < end && (m_text.at(first) == ' ' || m_text.at(first) == '\t'))
        ++first;
    return {cursor.position().line, int(first - lineBegin) + 1};
}

} // namespace pipeline::xml
