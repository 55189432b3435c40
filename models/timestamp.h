// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QString>

namespace pipeline {

/// A moment as the contract writes it: UTC, `YYYY-MM-DDTHH:MM:SS.mmmZ`; empty for an invalid one.
QString toTimestamp(const QDateTime &moment);

/// The reverse; invalid when the text is not a time with a zone.
QDateTime fromTimestamp(const QString &text);

} // namespace pipeline
