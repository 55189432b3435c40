// SPDX-License-Identifier: Apache-2.0
#include "cron.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace pipeline::time {

namespace {

using Problem = std::optional<QString>;

struct Field {
    QString name;
    int first;
    int last;
    bool ordered; ///< a range must not go over the end
    QStringList words; ///< names of the values 1, 2, …
    QString letters; ///< of L, W, # and ? those that it may have
};

const std::array<Field, 6> &fields()
{
    static const QStringList months{u"JAN"_s, u"FEB"_s, u"MAR"_s, u"APR"_s, u"MAY"_s, u"JUN"_s,
                                    u"JUL"_s, u"AUG"_s, u"SEP"_s, u"OCT"_s, u"NOV"_s, u"DEC"_s};
    static const QStringList days{u"MON"_s, u"TUE"_s, u"WED"_s, u"THU"_s, u"FRI"_s, u"SAT"_s, u"SUN"_s};
    static const std::array<Field, 6> all{
        Field{u"second"_s, 0, 59, true, {}, {}},     Field{u"minute"_s, 0, 59, true, {}, {}},
        Field{u"hour"_s, 0, 23, true, {}, {}},       Field{u"day of month"_s, 1, 31, false, {}, u"LW?"_s},
        Field{u"month"_s, 1, 12, false, months, {}}, Field{u"day of week"_s, 0, 7, false, days, u"L#?"_s},
    };
    return all;
}

/// As the engine's language splits: empty parts at the end do not count.
QStringList split(const QString &text, const QString &separator)
{
    QStringList parts = text.split(separator);
    while (!parts.isEmpty() && parts.last().isEmpty())
        parts.removeLast();
    return parts;
}

Problem notThere(const Field &field, const QString &what)
{
    return u"the %1 cannot be `%2`"_s.arg(field.name, what);
}

/// Of a number or a name; nothing when it is neither.
std::optional<int> valueOf(const Field &field, const QString &text)
{
    if (const qsizetype word = field.words.indexOf(text); word >= 0)
        return int(word) + 1;
    static const QRegularExpression number(u"^[+-]?[0-9]+\\z"_s);
    bool fits = false;
    const int value = text.toInt(&fits);
    return fits && number.match(text).hasMatch() ? std::optional(value) : std::nullopt;
}

Problem checkValue(const Field &field, const QString &text)
{
    const auto value = valueOf(field, text);
    if (!value)
        return notThere(field, text);
    if (*value < field.first || *value > field.last) {
        return u"the %1 cannot be %2, only %3 to %4"_s.arg(field.name, text, QString::number(field.first),
                                                           QString::number(field.last));
    }
    return {};
}

Problem checkStep(const Field &field, const QString &text)
{
    static const QRegularExpression number(u"^\\+?[0-9]+\\z"_s);
    bool fits = false;
    const int step = text.toInt(&fits);
    if (!fits || !number.match(text).hasMatch() || step < 1 || step > field.last)
        return u"the step of the %1 cannot be %2, only 1 to %3"_s.arg(field.name, text, QString::number(field.last));
    return {};
}

/// One value without comma, range or step.
Problem checkSingle(const Field &field, const QString &text)
{
    if (text == u"*" || (text == u"?" && field.letters.contains(u'?')))
        return {};
    if (text.contains(u'#') && field.letters.contains(u'#')) {
        const QString nth = text.section(u'#', 1, 1);
        if (const auto problem = checkValue(field, text.section(u'#', 0, 0)))
            return problem;
        return checkValue(field, nth);
    }
    const bool last = field.letters.contains(u'L') && text.endsWith(u'L');
    const bool weekday = field.letters.contains(u'W') && text.endsWith(u'W');
    if (!last && !weekday)
        return checkValue(field, text);
    if (text == u"L" || text == u"LW")
        return {};
    return checkValue(field, QString(text).remove(last ? u'L' : u'W'));
}

Problem checkRange(const Field &field, const QString &text)
{
    const QStringList ends = split(text, u"-"_s);
    if (ends.size() != 2)
        return notThere(field, text);
    const QString from = ends[0];
    QString to = ends[1];
    if (from == u"L" && field.letters.contains(u'L'))
        return checkValue(field, to);
    if (to.contains(u'/')) {
        const QStringList every = split(to, u"/"_s);
        if (auto problem = checkStep(field, every.value(1)))
            return problem;
        to = every[0];
    }
    for (const QString &end : {from, to}) {
        if (const auto problem = checkValue(field, end))
            return problem;
    }
    if (field.ordered && *valueOf(field, from) > *valueOf(field, to))
        return u"the range %2 of the %1 goes backwards"_s.arg(field.name, text);
    return {};
}

Problem checkField(const Field &field, const QString &text)
{
    if (text.endsWith(u','))
        return u"the %1 ends with a comma"_s.arg(field.name);
    for (const QString &part : text.split(u',')) {
        Problem problem;
        if (part.contains(u'-')) {
            problem = checkRange(field, part);
        } else if (part.contains(u'/')) {
            const QStringList every = split(part, u"/"_s);
            if (every.size() != 2)
                return notThere(field, part);
            problem = every[0].isEmpty() || every[0] == u"*" ? Problem() : checkValue(field, every[0]);
            if (!problem)
                problem = checkStep(field, every[1]);
        } else {
            problem = checkSingle(field, part);
        }
        if (problem)
            return problem;
    }
    return {};
}

Problem checkOne(const QString &text)
{
    static const QStringList nicknames{u"@yearly"_s, u"@annually"_s, u"@monthly"_s, u"@weekly"_s,
                                       u"@daily"_s,  u"@midnight"_s, u"@hourly"_s};
    if (nicknames.contains(text))
        return {};
    static const QRegularExpression blanks(u"[ \\t\\n\\x0b\\f\\r]+"_s);
    const QStringList parts = text.toUpper().split(blanks, Qt::SkipEmptyParts);
    if (parts.isEmpty())
        return u"it is empty"_s;
    if (parts.size() != qsizetype(fields().size())) {
        return u"it has %1 parts, and the engine reads six: second, minute, hour, day of month, month, day of week"_s
            .arg(parts.size());
    }
    for (size_t i = 0; i < fields().size(); ++i) {
        if (auto problem = checkField(fields()[i], parts[qsizetype(i)]))
            return problem;
    }
    return {};
}

/// `0 0|30 8 * * ?` is `0 0 8 * * ?` and `0 30 8 * * ?`.
Problem checkAlternatives(const QString &text)
{
    const QStringList parts = text.simplified().split(u' ');
    QList<QStringList> choices; // of each part; none of one that is the same always
    qsizetype count = 1;
    for (const QString &part : parts) {
        choices << (part.contains(u'|') ? split(part, u"|"_s) : QStringList());
        count = std::max(count, choices.last().size());
    }
    for (qsizetype i = 0; i < count; ++i) {
        QStringList chosen;
        for (qsizetype part = 0; part < parts.size(); ++part)
            chosen << (choices[part].isEmpty() ? parts[part] : choices[part].value(i));
        if (auto problem = checkOne(chosen.join(u' ')))
            return problem;
    }
    return {};
}

} // namespace

std::optional<QString> cronProblem(const QString &text)
{
    const QStringList crons = text.contains(u"||"_s) ? split(text, u"||"_s) : QStringList(text);
    if (crons.isEmpty())
        return u"it is empty"_s;
    for (const QString &cron : crons) {
        if (auto problem = cron.contains(u'|') ? checkAlternatives(cron) : checkOne(cron))
            return problem;
    }
    return {};
}

} // namespace pipeline::time
