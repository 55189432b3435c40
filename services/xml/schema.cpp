// SPDX-License-Identifier: Apache-2.0
#include "schema.h"

#include <QFile>

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

void *openEmbedded(const char *address)
{
    auto file = std::make_unique<QFile>(QStringLiteral(":/pipeline/schemas/")
                                        + QString::fromLatin1(address + schemaScheme.size()));
    return file->open(QIODevice::ReadOnly) ? file.release() : nullptr;
}

int readEmbedded(void *file, char *buffer, int size)
{
    return int(static_cast<QFile *>(file)->read(buffer, size));
}

int closeEmbedded(void *file)
{
    delete static_cast<QFile *>(file);
    return 0;
}

void prepareLibrary()
{
    static std::once_flag once;
    std::call_once(once, [] {
        xmlInitParser();
        xmlSchemaInitTypes();
        xmlRegisterInputCallbacks(matchesEmbedded, openEmbedded, readEmbedded, closeEmbedded);
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
    prepareLibrary();
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
        std::call_once(once, [&] { schema = std::make_unique<const Schema>(file); });
        return *schema;
    }
};

Schemas::Schemas() : m_entries(std::make_unique<Entry[]>(sources.size())) {}

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
