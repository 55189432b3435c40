// SPDX-License-Identifier: Apache-2.0
#include "ui/cells/times.h"

#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace pipeline;

class TestTimes : public QObject {
    Q_OBJECT

    const QDateTime m_at{QDate(2026, 11, 26), QTime(9, 14, 5)};

private slots:
    void cleanup() { QLocale::setDefault(QLocale::c()); }

    void aTimeOfTodayHasNoDay()
    {
        const QDateTime evening(m_at.date(), QTime(23, 59));
        QCOMPARE(ui::clockTime(m_at, evening), u"09:14"_s);
        QCOMPARE(ui::clockSeconds(m_at.toUTC(), evening), u"09:14:05"_s);
    }

    void aTimeOfAnotherDayHasItInTheLanguageOfTheWindow()
    {
        const QDateTime next = m_at.addDays(1);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        QCOMPARE(ui::clockTime(m_at, next), u"26 Nov 09:14"_s);
        QCOMPARE(ui::clockSeconds(m_at, next), u"26 Nov 09:14:05"_s);
        QCOMPARE(ui::longClockTimes().at(10), u"20 Nov 00:00"_s);
        QLocale::setDefault(QLocale(QLocale::Portuguese, QLocale::Brazil));
        QVERIFY(ui::clockTime(m_at, next).startsWith("26 nov"_L1));
    }

    void noTimeIsADash() { QCOMPARE(ui::clockTime({}), u"—"_s); }
};

QTEST_GUILESS_MAIN(TestTimes)
#include "tst_times.moc"
