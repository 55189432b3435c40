// SPDX-License-Identifier: Apache-2.0
#include "userlists.h"

#include "bpmn/namespaces.h"

#include <array>

namespace pipeline::validation {

namespace {

constexpr std::array<std::string_view, 2> prefixes{"user(", "group("};

} // namespace

std::vector<std::string_view> listItems(std::string_view text)
{
    std::vector<std::string_view> items;
    bool inside = false; // an expression, which begins with either of `$` and `{`
    size_t begin = 0;
    for (size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '{' || text[i] == '$') {
            inside = true;
        } else if (text[i] == '}') {
            inside = false;
        } else if (text[i] == ',' && !inside) {
            items.push_back(xml::trimmed(text.substr(begin, i - begin)));
            begin = i + 1;
        }
    }
    items.push_back(xml::trimmed(text.substr(begin)));
    return items;
}

const xml::Element *assignmentOf(const xml::Element &role)
{
    const xml::Element *assignment = role.child(bpmn::model, "resourceAssignmentExpression");
    return assignment ? assignment->child(bpmn::model, "formalExpression") : nullptr;
}

std::string_view assignedName(std::string_view item)
{
    for (const std::string_view prefix : prefixes) {
        if (item.starts_with(prefix) && item.size() > prefix.size())
            return xml::trimmed(item.substr(prefix.size(), item.size() - prefix.size() - 1));
    }
    return item;
}

bool isCutOff(std::string_view item)
{
    return item == prefixes[0] || item == prefixes[1];
}

} // namespace pipeline::validation
