// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QStringView>

#include <optional>

namespace pipeline::time {

/// A date with or without a time, as the engine reads ISO 8601: `2024-05-31`, `2024-W22-5`, `2024-152`, `2024-05`,
/// `2024-05-31T10:00:00.5+02:00`, `T10:00` (of 1970). Without a zone it is local. Nothing when the engine cannot read
/// it or the calendar has no such day.
std::optional<QDateTime> readIsoDate(QStringView text);

} // namespace pipeline::time
