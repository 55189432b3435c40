// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "rule.h"

namespace pipeline::validation {

/// An event without partner, and the number of its file.
struct LoneEvent {
    qsizetype file = 0;
    NamedEvent event;

    Place place() const { return Place({event.line, event.column}, event.element); }
};

/// For each name of that kind that the files throw and never catch (\a thrown), or catch and never throw, the first
/// event with it. Empty when that cannot be known: a file cannot be read, or a name on the other side is an expression.
QList<LoneEvent> loneEvents(std::span<const FileReport> files, NamedEventKind kind, bool thrown);

} // namespace pipeline::validation
