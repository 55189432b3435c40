// SPDX-License-Identifier: Apache-2.0
#include "isodate.h"

#include "reader.h"

#include <algorithm>

namespace pipeline::time {

namespace {

constexpr qint64 firstYear = -292'275'054;
constexpr qint64 lastYear = 292'278'993;

/// QDate has no year 0 and fewer years than the engine; the checks need neither day nor date of those.
QDate dateIn(qint64 year, int month, int day)
{
    constexpr qint64 limit = 1'000'000;
    const qint64 near = std::clamp(year, -limit, limit);
    return {int(near < 1 ? near - 1 : near), month, day};
}

bool isIn(std::optional<qint64> value, qint64 least, qint64 most)
{
    return value && *value >= least && *value <= most;
}

int daysOf(qint64 year, int month)
{
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    if (month == 2)
        return leap ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

/// Weeks of ISO 8601: the first has the year's first Thursday.
QDate weekDate(qint64 year, qint64 week, qint64 day)
{
    const QDate inFirstWeek = dateIn(year, 1, 4);
    const QDate monday = inFirstWeek.addDays(1 - inFirstWeek.dayOfWeek());
    return monday.addDays((week - 1) * 7 + day - 1);
}

int weeksOf(qint64 year)
{
    return dateIn(year, 12, 28).weekNumber();
}

/// The part before T; nothing when there is none.
std::optional<QDate> readDate(Reader &reader)
{
    const bool negative = reader.peek() == u'-';
    if (negative || reader.peek() == u'+')
        reader.take(reader.peek());
    auto year = reader.takeNumber(1, 9);
    if (!year)
        return {};
    if (negative)
        year = -*year;
    if (!isIn(year, firstYear, lastYear))
        return {};
    if (reader.atEnd() || reader.peek().toUpper() == u'T')
        return dateIn(*year, 1, 1);
    if (!reader.take(u'-'))
        return {};

    if (reader.take(u'W')) {
        const auto week = reader.takeNumber(1, 2);
        const auto day = reader.take(u'-') ? reader.takeNumber(1, 1) : std::optional<qint64>(1);
        if (!isIn(week, 1, weeksOf(*year)) || !isIn(day, 1, 7))
            return {};
        return weekDate(*year, *week, *day);
    }

    const qsizetype begin = reader.offset();
    if (const auto ordinal = reader.takeNumber(3, 3)) {
        if (!isIn(ordinal, 1, daysOf(*year, 2) == 29 ? 366 : 365))
            return {};
        return dateIn(*year, 1, 1).addDays(*ordinal - 1);
    }
    reader.rewind(begin);
    const auto month = reader.takeNumber(1, 2);
    if (!isIn(month, 1, 12))
        return {};
    const auto day = reader.take(u'-') ? reader.takeNumber(1, 2) : std::optional<qint64>(1);
    if (!isIn(day, 1, daysOf(*year, int(*month))))
        return {};
    return dateIn(*year, int(*month), int(*day));
}

/// The decimals of an hour, a minute or a second; false when there is a point without any.
bool takeFraction(Reader &reader)
{
    if (!reader.take(u'.') && !reader.take(u','))
        return true;
    return reader.takeDigits(9) > 0;
}

/// Hours, with minutes and seconds or decimals; nothing when they are not a time of the day.
std::optional<QTime> readTime(Reader &reader)
{
    const auto hour = reader.takeNumber(1, 2);
    std::optional<qint64> minute = 0;
    std::optional<qint64> second = 0;
    if (reader.take(u':')) {
        minute = reader.takeNumber(1, 2);
        if (reader.take(u':'))
            second = reader.takeNumber(1, 2);
    }
    if (!isIn(hour, 0, 23) || !isIn(minute, 0, 59) || !isIn(second, 0, 59) || !takeFraction(reader))
        return {};
    return QTime(int(*hour), int(*minute), int(*second));
}

/// Seconds east of Greenwich; two digits each, with or without colons.
std::optional<int> readOffset(Reader &reader)
{
    if (reader.take(u'Z'))
        return 0;
    const bool west = reader.peek() == u'-';
    if (!reader.take(u'+') && !reader.take(u'-'))
        return {};
    const auto hours = reader.takeNumber(2, 2);
    if (!isIn(hours, 0, 23))
        return {};
    qint64 seconds = *hours * 3600;
    const bool colons = reader.peek() == u':';
    for (const qint64 unit : {60, 1}) {
        if (reader.atEnd() || (colons && !reader.take(u':')))
            break;
        const auto value = reader.takeNumber(2, 2);
        if (!isIn(value, 0, 59))
            return {};
        seconds += *value * unit;
        if (unit == 1 && !reader.atEnd()) {
            if (colons && !reader.take(u'.') && !reader.take(u','))
                return {};
            if (reader.takeDigits(3) == 0)
                return {};
        }
    }
    return int(west ? -seconds : seconds);
}

} // namespace

std::optional<QDateTime> readIsoDate(QStringView text)
{
    Reader reader(text);
    const bool timeOnly = reader.peek().toUpper() == u'T';
    const auto date = timeOnly ? std::optional(QDate(1970, 1, 1)) : readDate(reader);
    if (!date)
        return {};
    QTime time(0, 0);
    std::optional<int> offset;
    if (reader.take(u'T')) {
        if (timeOnly || reader.peek().isDigit()) {
            const auto read = readTime(reader);
            if (!read)
                return {};
            time = *read;
        }
        if (!reader.atEnd()) {
            offset = readOffset(reader);
            if (!offset)
                return {};
        }
    }
    if (!reader.atEnd())
        return {};
    return offset ? QDateTime(*date, time, Qt::OffsetFromUTC, *offset) : QDateTime(*date, time);
}

} // namespace pipeline::time
