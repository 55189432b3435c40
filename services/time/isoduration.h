// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QStringView>

#include <optional>

namespace pipeline::time {

/// Whether the engine reads \a text as the duration of a timer or due date: `P1Y2M3W4DT5H6M7.5S`, its parts in this
/// order and each of them optional. This reader takes signs before the numbers, lower case after P, and `P` alone.
bool isDueDuration(QStringView text);

/// A duration of the length that repeats have.
struct Period {
    double months = 0; ///< years included
    double days = 0;
    double seconds = 0;

    /// \a times of it after \a from, or before it when the seconds are negative; far away when there is no such date.
    QDateTime after(const QDateTime &from, double times) const;
};

/// A duration within a repeat, which the engine reads with another, stricter reader: `P1Y2M3DT5H6M7.5S` or `P4W`,
/// without signs and in upper case.
std::optional<Period> readRepeatDuration(QStringView text);

} // namespace pipeline::time
