// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "document.h"

#include <unordered_map>

namespace pipeline::xml {

/// What the parser fills and a Document owns. Nothing of it is freed before the whole, so that it shares few large
/// blocks of memory.
struct DocumentData {
    std::shared_ptr<void> names; ///< the parser's dictionary, which holds element and attribute names
    std::pmr::monotonic_buffer_resource memory;
    std::pmr::deque<Element> elements{&memory};
    std::pmr::unordered_map<std::string_view, std::vector<const Element *>> byName{&memory};
    std::pmr::unordered_map<std::string_view, const Element *> byId{&memory};
    std::vector<std::pair<std::string_view, std::string_view>> prefixes; ///< with the namespaces that the root declares

    std::string_view keep(std::string_view text);
};

} // namespace pipeline::xml
