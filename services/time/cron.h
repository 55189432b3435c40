// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <optional>

namespace pipeline::time {

/// What the engine's cron reader does not take in \a text, as a clause that goes on after "… is not a cron
/// expression:"; nothing when it takes it.
///
/// Six fields: second, minute, hour, day of month, month, day of week. `*`, lists, ranges and steps in all of them; `?`
/// in both kinds of days; names of months and days; `L`, `W`, `LW` and `L-3` for days of the month; `5L` and `5#2` for
/// days of the week. Also @yearly, @annually, @monthly, @weekly, @daily, @midnight, @hourly, and alternatives joined by
/// `||`, or within fields by `|`.
std::optional<QString> cronProblem(const QString &text);

} // namespace pipeline::time
