// SPDX-License-Identifier: Apache-2.0
#include "times.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

namespace {

QString clock(const QDateTime &at, const QDateTime &now, const QString &format)
{
    if (!at.isValid())
        return u"—"_s;
    const QDateTime local = at.toLocalTime();
    const QString time = local.toString(format);
    return local.date() == now.toLocalTime().date() ? time : QLocale().toString(local.date(), u"d MMM "_s) + time;
}

} // namespace

QString age(const QDateTime &since, const QDateTime &now)
{
    if (!since.isValid())
        return u"—"_s;
    const qint64 seconds = qMax<qint64>(0, since.secsTo(now));
    const auto text = [](const char *pattern, qint64 number) {
        return QCoreApplication::translate("Times", pattern).arg(number);
    };
    if (seconds < 60)
        return text(QT_TRANSLATE_NOOP("Times", "%1 s"), seconds);
    if (seconds < 3600)
        return text(QT_TRANSLATE_NOOP("Times", "%1 min"), seconds / 60);
    if (seconds < 86400)
        return text(QT_TRANSLATE_NOOP("Times", "%1 h"), seconds / 3600);
    return text(QT_TRANSLATE_NOOP("Times", "%1 d"), seconds / 86400);
}

QString longAge()
{
    const QDateTime now = QDateTime::currentDateTime();
    return age(now.addSecs(-59 * 60), now);
}

QString duration(qint64 milliseconds)
{
    const qint64 seconds = milliseconds / 1000;
    const QString minutes =
        u"%1:%2"_s.arg(seconds / 60 % 60, 2, 10, QLatin1Char('0')).arg(seconds % 60, 2, 10, QLatin1Char('0'));
    return seconds < 3600 ? minutes : u"%1:%2"_s.arg(seconds / 3600).arg(minutes);
}

QString clockTime(const QDateTime &at, const QDateTime &now)
{
    return clock(at, now, u"HH:mm"_s);
}

QStringList longClockTimes()
{
    QStringList all;
    for (int month = 1; month <= 12; ++month) {
        const QDateTime at(QDate(2000, month, 20), QTime(0, 0));
        all << clockTime(at, at.addDays(1));
    }
    return all;
}

QString clockSeconds(const QDateTime &at, const QDateTime &now)
{
    return clock(at, now, u"HH:mm:ss"_s);
}

QString moment(const QDateTime &at)
{
    const QDateTime local = at.toLocalTime();
    return at.isValid() ? QLocale().toString(local, QLocale::ShortFormat) + u' ' + local.timeZoneAbbreviation()
                        : u"—"_s;
}

QString shortDigest(const QString &digest)
{
    if (digest.size() < 16)
        return digest;
    return u"%1 %2 … %3 %4"_s.arg(digest.mid(0, 4), digest.mid(4, 4), digest.mid(digest.size() - 8, 4),
                                  digest.right(4));
}

} // namespace pipeline::ui
