// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "rule.h"

#include <ranges>

namespace pipeline::validation {

/// The decisions that are decision tables, in document order.
inline auto tableDecisions(const dmn::Graph &graph)
{
    return graph.decisions
        | std::views::filter([](const dmn::Decision &decision) { return decision.logic == dmn::Logic::Table; });
}

/// For messages: "decision `risco`", by its id or else its name.
QString described(const dmn::Decision &decision);

/// Where a finding points.
inline Place placeOf(const SourceFile &file, const dmn::Location &at)
{
    return Place(file.element(at));
}

} // namespace pipeline::validation
