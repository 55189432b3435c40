// SPDX-License-Identifier: Apache-2.0
#include "isoduration.h"

#include "reader.h"

#include <QRegularExpression>

#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace pipeline::time {

namespace {

constexpr double secondsOfDay = 86'400;

/// A number and the letter after it; takes nothing and returns true when they are not there. False when the number is
/// larger than the engine's.
bool takePart(Reader &reader, QChar letter, bool decimals, qint64 most)
{
    const qsizetype begin = reader.offset();
    const bool sign = reader.take(u'-') || reader.take(u'+');
    const qsizetype digitsBegin = reader.offset();
    const qsizetype digits = reader.takeDigits(std::numeric_limits<int>::max());
    bool point = false;
    if (decimals && (reader.take(u'.') || reader.take(u','))) {
        const qsizetype decimalDigits = reader.takeDigits(std::numeric_limits<int>::max());
        point = !sign && decimalDigits > 0;
    }
    if ((digits == 0 && !point) || !reader.take(letter)) {
        reader.rewind(begin);
        return true;
    }
    const qsizetype end = reader.offset();
    reader.rewind(digitsBegin);
    const auto value = reader.takeNumber(0, 19);
    reader.rewind(end);
    return digits <= 10 && value && *value <= most;
}

} // namespace

bool isDueDuration(QStringView text)
{
    constexpr qint64 most = std::numeric_limits<qint32>::max();
    constexpr qint64 mostYears = 290'000'000; // the engine's calendar ends there
    if (!text.startsWith(u'P'))
        return false;
    Reader reader(text.sliced(1));
    if (!takePart(reader, u'Y', false, mostYears) || !takePart(reader, u'M', false, most)
        || !takePart(reader, u'W', false, most) || !takePart(reader, u'D', false, most))
        return false;
    if (reader.atEnd())
        return true;
    if (!reader.take(u'T') || reader.atEnd())
        return false;
    return takePart(reader, u'H', false, most) && takePart(reader, u'M', false, most)
        && takePart(reader, u'S', true, most) && reader.atEnd();
}

QDateTime Period::after(const QDateTime &from, double times) const
{
    constexpr double far = 1e9; // beyond it the date's own type ends
    const auto isNear = [=](double length) { return std::abs(length) <= far; };
    if (!isNear(months * times) || !isNear(days * times) || !isNear(seconds * times / secondsOfDay))
        return QDateTime(QDate(seconds < 0 ? -100'000 : 100'000, 1, 1), QTime(0, 0));
    const QDateTime moved = from.addMonths(int(months * times)).addDays(qint64(days * times));
    return moved.addMSecs(qint64(seconds * times * 1000));
}

std::optional<Period> readRepeatDuration(QStringView text)
{
    static const QRegularExpression weeks(u"^P([0-9]+)W\\z"_s);
    static const QRegularExpression whole(
        u"^P(?=[0-9T])(?:([0-9]+)Y)?(?:([0-9]+)M)?(?:([0-9]+)D)?"
        "(?:T(?=[0-9.])(?:([0-9]+)H)?(?:([0-9]+)M)?(?:([0-9]+\\.?[0-9]*|\\.[0-9]+)S)?)?\\z"_s);
    if (const auto match = weeks.match(text.toString()); match.hasMatch()) {
        bool fits = false;
        const qint64 count = match.capturedView(1).toLongLong(&fits);
        if (!fits)
            return {};
        return Period{0, double(count) * 7, 0};
    }
    const auto match = whole.match(text.toString());
    if (!match.hasMatch())
        return {};
    const auto number = [&](int group) { return match.capturedView(group).toDouble(); };
    return Period{number(1) * 12 + number(2), number(3), number(4) * 3600 + number(5) * 60 + number(6)};
}

} // namespace pipeline::time
