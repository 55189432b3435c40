// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QStringList>

namespace pipeline::ui {

/// How long ago, as tables show it: "12 s", "42 min", "3 h", "2 d".
QString age(const QDateTime &since, const QDateTime &now);

/// The longest of the ages, in the language of the window.
QString longAge();

/// "mm:ss", or "h:mm:ss" from an hour on.
QString duration(qint64 milliseconds);

/// "09:14", on another day than \a now "26 Nov 09:14".
QString clockTime(const QDateTime &at, const QDateTime &now = QDateTime::currentDateTime());

/// One of another day for each month, in the language of the window: the room that they need.
QStringList longClockTimes();

/// As clockTime, with the seconds.
QString clockSeconds(const QDateTime &at, const QDateTime &now = QDateTime::currentDateTime());

/// Date and time in full with the zone, for tooltips and details.
QString moment(const QDateTime &at);

/// "9f3c 41d8 … e0b2 77ab"
QString shortDigest(const QString &digest);

} // namespace pipeline::ui
