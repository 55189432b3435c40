// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "time/timervalue.h"
#include "xml/document.h"

namespace pipeline::validation {

/// What a `timerEventDefinition` is defined by: the first of `timeDate`, `timeCycle` and `timeDuration`, for the engine
/// ignores the others.
struct TimerText {
    const xml::Element *element = nullptr; ///< null when it has none of them
    time::TimerKind kind = time::TimerKind::Date;
    QString text; ///< without the white space around it
};

TimerText timerTextOf(const xml::Element &definition);

} // namespace pipeline::validation
