// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../omgids.h"

#include <algorithm>
#include <unordered_map>

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

/// Which most files are: the document's index then leads from each id to its element.
bool areUnique(const xml::Document &document)
{
    return std::ranges::all_of(document.elements(), [&](const xml::Element &element) {
        const std::string_view id = xml::trimmed(element.attribute("id"));
        return id.empty() || !hasXmlId(element) || document.byId(id) == &element;
    });
}

void checkDuplicateId(const SourceFile &file, Remarks &remarks)
{
    if (areUnique(file.document()))
        return;
    std::unordered_map<std::string_view, const xml::Element *> first;
    for (const xml::Element &element : file.document().elements()) {
        const std::string_view id = xml::trimmed(element.attribute("id"));
        if (id.empty() || !hasXmlId(element))
            continue;
        if (const auto [known, added] = first.emplace(id, &element); !added) {
            remarks.reject(Place(element),
                           u"The id `%1` is taken: `%2` in line %3 has it."_s.arg(
                               xml::toQString(id), xml::toQString(known->second->name),
                               QString::number(known->second->position.line)),
                           u"Give one of the two another id, also where it is referred to."_s);
        }
    }
}

} // namespace

Rule duplicateId()
{
    return {u"duplicate-id"_s, {FileKind::Bpmn, FileKind::Dmn}, Rule::Needs::Content, checkDuplicateId};
}

} // namespace pipeline::validation::rules
