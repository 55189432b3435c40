// SPDX-License-Identifier: Apache-2.0
#include "schema.h"

#include <QBuffer>
#include <QFile>
#include <QRegularExpression>

#include <libxml/catalog.h>
#include <libxml/xmlIO.h>
#include <libxml/xmlschemas.h>
#include <libxml/xmlschemastypes.h>

#include <algorithm>
#include <array>

namespace pipeline::xml {

namespace {

constexpr std::string_view schemaScheme = "pipeline-schema:/";

// libxml2 asks for included and imported schemas by address. These serve that one scheme from the embedded files and
// nothing else, so that compiling touches neither the network nor the disk.
int matchesEmbedded(const char *address)
{
    return std::string_view(address).starts_with(schemaScheme);
}

/// An equal schema, in which an element that may be repeated at will stands in a sequence that may. Where elements can
/// be substituted for it, libxml2 2.9.14 otherwise allows once more, after them, what was to come before.
QByteArray withRepeatsInSequences(const QByteArray &schema)
{
    static const QRegularExpression repeat(QStringLiteral(
        R"-(<xsd:element(?=[^>]* ref="([^"]*)")(?=[^>]* minOccurs="0")(?=[^>]* maxOccurs="unbounded")[^>]*/>)-"));
    static const QString sequence = QStringLiteral(
        R"-(<xsd:sequence minOccurs="0" maxOccurs="unbounded"><xsd:element ref="\1"/></xsd:sequence>)-");
    return QString::fromUtf8(schema).replace(repeat, sequence).toUtf8();
}

void *openEmbedded(const char *address)
{
    QFile file(QStringLiteral(":/pipeline/schemas/") + QString::fromLatin1(address + schemaScheme.size()));
    if (!file.open(QIODevice::ReadOnly))
        return nullptr;
    auto content = std::make_unique<QBuffer>();
    content->setData(withRepeatsInSequences(file.readAll()));
    content->open(QIODevice::ReadOnly);
    return content.release();
}

int readEmbedded(void *content, char *buffer, int size)
{
    return int(static_cast<QBuffer *>(content)->read(buffer, size));
}

int closeEmbedded(void *content)
{
    delete static_cast<QBuffer *>(content);
    return 0;
}

void prepareLibrary()
{
    static std::once_flag once;
    std::call_once(once, [] {
        xmlInitParser();
        xmlSchemaInitTypes();
        xmlRegisterInputCallbacks(matchesEmbedded, openEmbedded, readEmbedded, closeEmbedded);
        // The machine's XML catalog must not lead elsewhere; and two threads that are the first to ask it at once lock
        // each other out for ever (2.9.14).
        xmlCatalogSetDefaults(XML_CATA_ALLOW_NONE);
    });
}

struct Source {
    std::string_view nameSpace;
    const char *file;
};

constexpr std::array sources{
    Source{"http://www.omg.org/spec/BPMN/20100524/MODEL", "bpmn/BPMN20.xsd"},
    Source{"http://www.omg.org/spec/DMN/20151101/dmn.xsd", "dmn/DMN11.xsd"},
    Source{"http://www.omg.org/spec/DMN/20151101/dmn11.xsd", "dmn/DMN11_Alternative.xsd"},
    Source{"http://www.omg.org/spec/DMN/20180521/MODEL/", "dmn/DMN12.xsd"},
    Source{"https://www.omg.org/spec/DMN/20191111/MODEL/", "dmn/DMN13.xsd"},
    Source{"https://www.omg.org/spec/DMN/20211108/MODEL/", "dmn/DMN14.xsd"},
    Source{"https://www.omg.org/spec/DMN/20230324/MODEL/", "dmn/DMN15.xsd"},
};

} // namespace

Schema::Schema(const char *file)
{
    const std::string address = std::string(schemaScheme) + file;
    xmlSchemaParserCtxt *parser = xmlSchemaNewParserCtxt(address.c_str());
    xmlSchemaSetParserStructuredErrors(
        parser,
        [](void *, xmlError *error) {
            if (error->level >= XML_ERR_ERROR)
                qWarning("%s:%d: %s", error->file ? error->file : "", error->line, error->message);
        },
        nullptr);
    m_schema = xmlSchemaParse(parser);
    xmlSchemaFreeParserCtxt(parser);
    if (!m_schema)
        qFatal("The embedded schema %s does not compile.", file);
}

Schema::~Schema()
{
    xmlSchemaFree(m_schema);
}

struct Schemas::Entry {
    std::once_flag once;
    std::unique_ptr<const Schema> schema;

    const Schema &get(const char *file)
    {
        std::call_once(once, [&] { schema.reset(new Schema(file)); });
        return *schema;
    }
};

Schemas::Schemas() : m_entries(std::make_unique<Entry[]>(sources.size()))
{
    prepareLibrary();
}

Schemas::~Schemas() = default;

const Schema &Schemas::bpmn() const
{
    return m_entries[0].get(sources[0].file);
}

const Schema *Schemas::dmn(std::string_view rootNamespace) const
{
    const auto found = std::find_if(sources.begin() + 1, sources.end(),
                                    [=](const Source &source) { return source.nameSpace == rootNamespace; });
    return found == sources.end() ? nullptr : &m_entries[size_t(found - sources.begin())].get(found->file);
}

} // namespace pipeline::xml
