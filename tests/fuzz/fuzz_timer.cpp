// SPDX-License-Identifier: Apache-2.0
#include "require.h"

#include "time/cron.h"
#include "time/isodate.h"
#include "time/isoduration.h"
#include "time/timervalue.h"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    using namespace pipeline;
    static const QDateTime now(QDate(2025, 1, 1), QTime(0, 0), Qt::UTC);
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    for (const auto kind : {time::TimerKind::Date, time::TimerKind::Duration, time::TimerKind::Cycle}) {
        if (const auto problem = time::timerProblem(kind, text, now))
            fuzz::require(!problem->message.isEmpty() && !problem->hint.isEmpty(), "a problem and its remedy are told");
    }
    if (const auto problem = time::repeatProblem(text, now))
        fuzz::require(!problem->message.isEmpty(), "why a repeat cannot be read is told");
    if (const auto problem = time::cronProblem(text))
        fuzz::require(!problem->isEmpty(), "why a cron expression cannot be read is told");
    if (const auto date = time::readIsoDate(text))
        fuzz::require(date->isValid(), "a date that can be read is a day");
    const bool repeat = time::readRepeatDuration(text).has_value();
    fuzz::require(text.startsWith(u'P') || (!repeat && !time::isDueDuration(text)), "a duration begins with P");
    return 0;
}
