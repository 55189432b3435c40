// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "xml/document.h"

#include <string_view>
#include <vector>

namespace pipeline::validation {

/// The entries of a list of users or groups, as the engine splits it: at the commas outside of expressions.
std::vector<std::string_view> listItems(std::string_view text);

/// What a performer, owner or starter is assigned by; null when nothing says it.
const xml::Element *assignmentOf(const xml::Element &role);

/// Of an entry of an assignment, what is in the brackets of `user(…)` or `group(…)`; another is a group as a whole.
std::string_view assignedName(std::string_view item);

/// Whether it is "user(" or "group(". The engine cuts the last character without looking, and has nothing to cut.
bool isCutOff(std::string_view item);

} // namespace pipeline::validation
