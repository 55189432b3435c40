// SPDX-License-Identifier: Apache-2.0
#include "timestamp.h"

namespace pipeline {

QString toTimestamp(const QDateTime &moment)
{
    return moment.isValid() ? moment.toUTC().toString(Qt::ISODateWithMs) : QString();
}

QDateTime fromTimestamp(const QString &text)
{
    const QDateTime moment = QDateTime::fromString(text, Qt::ISODateWithMs);
    // A text without a zone would be read as local time, which the contract never means.
    return moment.timeSpec() == Qt::LocalTime ? QDateTime() : moment.toUTC();
}

} // namespace pipeline
