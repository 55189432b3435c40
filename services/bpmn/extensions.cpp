// SPDX-License-Identifier: Apache-2.0
#include "extensions.h"

#include "namespaces.h"

namespace pipeline::bpmn {

std::vector<const xml::Element *> extensionChildren(const xml::Element &parent, std::string_view name)
{
    std::vector<const xml::Element *> found;
    for (const auto nameSpace : {camunda, activiti}) {
        for (const xml::Element &child : parent.children()) {
            if (child.is(nameSpace, name))
                found.push_back(&child);
        }
        if (!found.empty())
            break;
    }
    return found;
}

std::vector<const xml::Element *> extensionElements(const xml::Element &element, std::string_view name)
{
    const xml::Element *extensions = element.child(model, "extensionElements");
    return extensions ? extensionChildren(*extensions, name) : std::vector<const xml::Element *>();
}

std::string_view textOf(const xml::Element &element)
{
    return element.hasBlankText ? std::string_view(" ") : element.text;
}

} // namespace pipeline::bpmn
