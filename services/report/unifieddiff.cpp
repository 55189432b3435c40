// SPDX-License-Identifier: Apache-2.0
#include "unifieddiff.h"

#include <QByteArrayList>
#include <QList>

#include <algorithm>
#include <span>

using namespace Qt::StringLiterals;

namespace pipeline::report {

namespace {

constexpr qsizetype context = 3;

/// Lines [from, to) of the one text that stand for lines [newFrom, newTo) of the other.
struct Change {
    qsizetype from;
    qsizetype to;
    qsizetype newFrom;
    qsizetype newTo;
};

/// The lines with their ends; the last may have none.
QByteArrayList linesOf(const QByteArray &text)
{
    QByteArrayList lines;
    for (qsizetype begin = 0; begin < text.size();) {
        const qsizetype end = text.indexOf('\n', begin);
        const qsizetype next = end < 0 ? text.size() : end + 1;
        lines << text.sliced(begin, next - begin);
        begin = next;
    }
    return lines;
}

/// From a difference on, the nearest place where both texts agree again: few lines are looked at, for fixes are small.
Change nextChange(const QByteArrayList &before, const QByteArrayList &after, qsizetype from, qsizetype newFrom)
{
    for (qsizetype distance = 1;; ++distance) {
        for (qsizetype i = 0; i <= distance; ++i) {
            const qsizetype to = from + i;
            const qsizetype newTo = newFrom + distance - i;
            if (to > before.size() || newTo > after.size())
                continue;
            const bool bothEnd = to == before.size() && newTo == after.size();
            if (bothEnd || (to < before.size() && newTo < after.size() && before[to] == after[newTo]))
                return {from, to, newFrom, newTo};
        }
    }
}

QList<Change> changesBetween(const QByteArrayList &before, const QByteArrayList &after)
{
    QList<Change> changes;
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < before.size() || j < after.size()) {
        if (i < before.size() && j < after.size() && before[i] == after[j]) {
            ++i;
            ++j;
            continue;
        }
        changes << nextChange(before, after, i, j);
        i = changes.last().to;
        j = changes.last().newTo;
    }
    return changes;
}

void addLine(QByteArray &diff, char sign, const QByteArray &line)
{
    diff += sign + line;
    if (!line.endsWith('\n'))
        diff += "\n\\ No newline at end of file\n";
}

/// "12,3", counted from 1; an empty range is that of the line before it.
QByteArray range(qsizetype from, qsizetype count)
{
    const QByteArray first = QByteArray::number(count > 0 ? from + 1 : from);
    return count == 1 ? first : first + ',' + QByteArray::number(count);
}

/// The changes that share their surroundings.
QByteArray hunk(const QByteArrayList &before, const QByteArrayList &after, std::span<const Change> changes)
{
    const qsizetype lead = std::min(context, changes.front().from);
    const qsizetype trail = std::min(context, before.size() - changes.back().to);
    const qsizetype from = changes.front().from - lead;
    const qsizetype newFrom = changes.front().newFrom - lead;
    const qsizetype to = changes.back().to + trail;
    QByteArray text = "@@ -" + range(from, to - from) + " +" + range(newFrom, changes.back().newTo + trail - newFrom)
        + " @@\n";
    qsizetype line = from;
    for (const Change &change : changes) {
        for (; line < change.from; ++line)
            addLine(text, ' ', before[line]);
        for (; line < change.to; ++line)
            addLine(text, '-', before[line]);
        for (qsizetype added = change.newFrom; added < change.newTo; ++added)
            addLine(text, '+', after[added]);
    }
    for (; line < to; ++line)
        addLine(text, ' ', before[line]);
    return text;
}

} // namespace

QByteArray unifiedDiff(const QString &path, const QByteArray &before, const QByteArray &after)
{
    const QByteArrayList oldLines = linesOf(before);
    const QByteArrayList newLines = linesOf(after);
    const QList<Change> changes = changesBetween(oldLines, newLines);
    if (changes.isEmpty())
        return {};
    const QByteArray name = (path.startsWith(u'/') ? QString() : u"/"_s).toUtf8() + path.toUtf8();
    QByteArray diff = "--- a" + name + "\n+++ b" + name + '\n';
    for (qsizetype first = 0; first < changes.size();) {
        qsizetype end = first + 1;
        while (end < changes.size() && changes[end].from - changes[end - 1].to <= 2 * context)
            ++end;
        diff += hunk(oldLines, newLines, {changes.constData() + first, size_t(end - first)});
        first = end;
    }
    return diff;
}

} // namespace pipeline::report
