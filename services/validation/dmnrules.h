// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "rule.h"

#include "expression/feel.h"

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

/// Whether \a language, as it stands in an `expressionLanguage`, is FEEL. It is also what an absent one means.
bool isFeel(const QString &language);

/// A text in FEEL that the engine parses when it evaluates a decision.
struct FeelText {
    QString text;
    expression::FeelKind kind = expression::FeelKind::Expression;
    const xml::Element *element = nullptr; ///< its `text`
};

/// Those of the decisions that the engine evaluates, in document order.
std::vector<FeelText> feelTexts(const SourceFile &file);

/// A text of a cell for messages: in double quotes, and cut where it is long.
QString quotedText(const QString &text);

/// Where a finding points.
inline Place placeOf(const SourceFile &file, const dmn::Location &at)
{
    return Place(file.element(at));
}

} // namespace pipeline::validation
