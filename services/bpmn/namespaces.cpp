// SPDX-License-Identifier: Apache-2.0
#include "namespaces.h"

namespace pipeline::bpmn {

const xml::Attribute *extension(const xml::Element &element, std::string_view name)
{
    const xml::Attribute *found = element.findAttribute(name, camunda);
    return found ? found : element.findAttribute(name, activiti);
}

std::string_view extensionValue(const xml::Element &element, std::string_view name)
{
    const xml::Attribute *found = extension(element, name);
    return found ? found->value : std::string_view();
}

std::string_view localPart(std::string_view qname)
{
    qname = xml::trimmed(qname);
    const auto colon = qname.find(':');
    return colon == std::string_view::npos ? qname : qname.substr(colon + 1);
}

} // namespace pipeline::bpmn
