// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QString>

#include <optional>

namespace pipeline::time {

/// What a timer is defined by.
enum class TimerKind { Date, Duration, Cycle };

/// Why the engine cannot compute when a timer is due.
struct TimerProblem {
    QString message; ///< a clause that begins with the value
    QString hint;
};

/// Checks the value of a timer, without expressions in it, at the time \a now: a repeat that has wholly passed is never
/// due. For Date the engine takes a duration too; for Duration no date alone, but a repeat.
std::optional<TimerProblem> timerProblem(TimerKind kind, const QString &value, const QDateTime &now);

/// Checks a repeat, such as `R3/PT10M`, which the engine also reads for how a failed job is tried again.
std::optional<TimerProblem> repeatProblem(const QString &value, const QDateTime &now);

} // namespace pipeline::time
