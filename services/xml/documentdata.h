// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "document.h"

#include <memory_resource>
#include <unordered_map>

namespace pipeline::xml {

/// What the parser fills and a Document owns.
struct DocumentData {
    std::shared_ptr<void> names; ///< the parser's dictionary, which holds element and attribute names
    std::pmr::monotonic_buffer_resource texts;
    std::deque<Element> elements;
    std::unordered_map<std::string_view, std::vector<const Element *>> byName;
    std::unordered_map<std::string_view, const Element *> byId;
    std::vector<std::pair<std::string_view, std::string_view>> prefixes; ///< with the namespaces that the root declares

    std::string_view keep(std::string_view text);
};

} // namespace pipeline::xml
