// SPDX-License-Identifier: Apache-2.0
#include "dmnfacts.h"

namespace pipeline::dmn {

const xml::Attribute *extension(const xml::Element &element, std::string_view name)
{
    const xml::Attribute *found = element.findAttribute(name, camunda);
    return found ? found : element.findAttribute(name, former);
}

std::vector<const xml::Element *> decisions(const xml::Document &document)
{
    std::vector<const xml::Element *> found;
    if (const xml::Element *root = document.root()) {
        for (const xml::Element &child : root->children()) {
            if (child.is(root->nameSpace, "decision"))
                found.push_back(&child);
        }
    }
    return found;
}

DefinitionFacts readFacts(const xml::Document &document)
{
    DefinitionFacts facts;
    if (const xml::Element *root = document.root())
        facts.requirementsId = xml::toQString(root->attribute("id"));
    for (const xml::Element *decision : decisions(document)) {
        const bool hasLogic = decision->child(decision->nameSpace, "decisionTable")
            || decision->child(decision->nameSpace, "literalExpression");
        facts.decisions.push_back({xml::toQString(decision->attribute("id")),
                                   xml::toQString(decision->attribute("name")), hasLogic, decision->position.line,
                                   decision->position.column});
    }
    return facts;
}

} // namespace pipeline::dmn
