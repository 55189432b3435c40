// SPDX-License-Identifier: Apache-2.0
#include "timervalue.h"

#include "cron.h"
#include "isodate.h"
#include "isoduration.h"

#include <QStringList>

#include <limits>

using namespace Qt::StringLiterals;

namespace pipeline::time {

namespace {

QString hintOfDue()
{
    return u"Write a duration such as PT5M, PT1H or P1D, or a date such as 2030-05-31T10:00:00."_s;
}

QString hintOfDuration()
{
    return u"Write a duration such as PT5M, PT1H or P1D; a date belongs into timeDate."_s;
}

QString hintOfCycle()
{
    return u"Write a repeat such as R3/PT10M, or a cron expression of six fields such as 0 0 8 * * ?"_s;
}

std::optional<TimerProblem> dueProblem(const QString &value)
{
    if (value.startsWith(u'P') ? isDueDuration(value) : readIsoDate(value).has_value())
        return {};
    if (value.isEmpty())
        return TimerProblem{u"it is empty"_s, hintOfDue()};
    return TimerProblem{u"`%1` is neither a date nor a duration of ISO 8601"_s.arg(value), hintOfDue()};
}

TimerProblem unreadable(const QString &value, const QString &why)
{
    return {u"`%1` cannot be read as a repeat: %2"_s.arg(value, why), hintOfCycle()};
}

/// The last time of `R[times]/start/period` or, counted backwards, of `R[times]/period/end` is over.
TimerProblem over(const QString &value)
{
    return {u"`%1` is over, so that the engine finds no time at which it is due"_s.arg(value),
            u"Set a start or an end that is to come, or leave it out."_s};
}

} // namespace

namespace {

/// The engine reads a duration as it reads repeats, only that it may be over.
std::optional<TimerProblem> durationProblem(const QString &value, const QDateTime &now)
{
    if (value.startsWith(u'R'))
        return repeatProblem(value, now);
    if (value.isEmpty())
        return TimerProblem{u"it is empty"_s, hintOfDuration()};
    static const QDateTime longAgo(QDate(-4000, 1, 1), QTime(0, 0));
    if (repeatProblem(value, longAgo))
        return TimerProblem{u"`%1` is no duration of ISO 8601"_s.arg(value), hintOfDuration()};
    return {};
}

} // namespace

std::optional<TimerProblem> timerProblem(TimerKind kind, const QString &value, const QDateTime &now)
{
    if (kind == TimerKind::Date)
        return dueProblem(value);
    if (kind == TimerKind::Duration)
        return durationProblem(value, now);
    if (value.startsWith(u'R'))
        return repeatProblem(value, now);
    if (const auto problem = cronProblem(value)) {
        return TimerProblem{value.isEmpty() ? u"it is empty"_s
                                            : u"`%1` is not a cron expression: %2"_s.arg(value, *problem),
                            hintOfCycle()};
    }
    return {};
}

std::optional<TimerProblem> repeatProblem(const QString &value, const QDateTime &now)
{
    QStringList parts = value.split(u'/');
    while (!parts.isEmpty() && parts.last().isEmpty())
        parts.removeLast();
    if (parts.isEmpty() || parts.size() > 3)
        return unreadable(value, u"it has %1 parts, and two or three are read"_s.arg(parts.size()));
    int times = std::numeric_limits<int>::max();
    if (parts.first().startsWith(u'R')) {
        const QString count = parts.takeFirst().sliced(1);
        bool isNumber = count.isEmpty();
        if (!isNumber)
            times = count.trimmed() == count ? count.toInt(&isNumber) : 0;
        if (!isNumber)
            return unreadable(value, u"`%1` is not a number of times"_s.arg(count));
    }
    if (parts.isEmpty())
        return unreadable(value, u"it has no duration"_s);

    if (parts[0].startsWith(u'P')) {
        if (!readRepeatDuration(parts[0]))
            return unreadable(value, u"`%1` is not a duration"_s.arg(parts[0]));
        if (parts.size() == 1)
            return {};
        const auto end = readIsoDate(parts[1]);
        if (!end)
            return unreadable(value, u"`%1` is not a date"_s.arg(parts[1]));
        return *end < now ? std::optional(over(value)) : std::nullopt;
    }

    const auto start = readIsoDate(parts[0]);
    if (!start)
        return unreadable(value, u"`%1` is neither a duration nor a date"_s.arg(parts[0]));
    if (parts.size() == 1)
        return unreadable(value, u"it has a date and no duration"_s);
    Period period;
    if (parts[1].startsWith(u'P')) {
        const auto read = readRepeatDuration(parts[1]);
        if (!read)
            return unreadable(value, u"`%1` is not a duration"_s.arg(parts[1]));
        period = *read;
    } else {
        const auto end = readIsoDate(parts[1]);
        if (!end)
            return unreadable(value, u"`%1` is neither a duration nor a date"_s.arg(parts[1]));
        period.seconds = double(start->msecsTo(*end)) / 1000;
    }
    const bool passed = *start < now && period.after(*start, std::max(times, 0)) < now;
    return passed ? std::optional(over(value)) : std::nullopt;
}

} // namespace pipeline::time
