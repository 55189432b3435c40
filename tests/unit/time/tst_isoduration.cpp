// SPDX-License-Identifier: Apache-2.0
#include "time/isoduration.h"

#include <QTest>

#include <limits>

using namespace pipeline::time;
using namespace Qt::StringLiterals;

/// The engine's two readers of durations; each text was tried on it.
class TestIsoDuration : public QObject {
    Q_OBJECT

private slots:
    /// One of a due date, one of a repeat, in columns: which of the two takes the text.
    void readers_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("due");
        QTest::addColumn<bool>("repeat");
        const auto row = [](const char *text, bool due, bool repeat) {
            QTest::newRow(text) << QString::fromLatin1(text) << due << repeat;
        };
        row("P1D", true, true);
        row("PT1H", true, true);
        row("P1M", true, true);
        row("PT1M", true, true);
        row("P1Y2M3DT5H6M7S", true, true);
        row("P1W", true, true);
        row("P0D", true, true);
        row("PT0S", true, true);
        row("PT1.5S", true, true);
        row("PT.5S", true, true);
        row("PT5.S", true, true);
        row("P2147483647D", true, true);
        // weeks beside others, signs, commas, lower case
        row("P1Y2M3W4DT5H6M7.5S", true, false);
        row("P1W2D", true, false);
        row("P-1D", true, false);
        row("P+1D", true, false);
        row("PT1,5S", true, false);
        row("P1d", true, false);
        row("PT1h", true, false);
        row("P", true, false);
        // large numbers
        row("P2147483648D", false, true);
        row("PT99999999999S", false, true);
        row("P290000000Y", true, true);
        row("P300000000Y", false, true);
        row("P99999999999999999999D", false, true);
        row("P99999999999999999999W", false, false);
        // neither
        for (const char *text : {"",    "PT",  "P1DT", "-P1D", "+P1D", "p1d",  "P1.5D",  "PT1.5H", "P2D1W",
                                 "P1S", "P1H", "PT1D", "P 1D", " P1D", "P1D ", "P1D\n",  "P1D1D",  "P1Y1Y",
                                 "P1",  "1D",  "PT.S", "PTS",  "PD",   "P-D",  "R/PT1H", "1h"})
            row(text, false, false);
    }

    void readers()
    {
        QFETCH(QString, text);
        QTEST(isDueDuration(text), "due");
        QTEST(readRepeatDuration(text).has_value(), "repeat");
    }

    void readsTheLength()
    {
        const auto length = [](const QString &text) {
            const Period period = readRepeatDuration(text).value_or(Period{-1, -1, -1});
            return QList<double>{period.months, period.days, period.seconds};
        };
        QCOMPARE(length(u"P1Y2M3DT4H5M6.5S"_s), (QList<double>{14, 3, 14706.5}));
        QCOMPARE(length(u"P2W"_s), (QList<double>{0, 14, 0}));
        QCOMPARE(length(u"PT.25S"_s), (QList<double>{0, 0, 0.25}));
    }

    void addsItsLength()
    {
        const QDateTime begin(QDate(2024, 1, 31), QTime(12, 0), Qt::UTC);
        QCOMPARE((Period{1, 0, 0}).after(begin, 1), QDateTime(QDate(2024, 2, 29), QTime(12, 0), Qt::UTC));
        QCOMPARE((Period{0, 1, 0}).after(begin, 3), QDateTime(QDate(2024, 2, 3), QTime(12, 0), Qt::UTC));
        QCOMPARE((Period{0, 0, 0.5}).after(begin, 4), QDateTime(QDate(2024, 1, 31), QTime(12, 0, 2), Qt::UTC));
        QCOMPARE((Period{0, 0, 1}).after(begin, 0), begin);
        // Beyond what a date can say it is far away, not in the past.
        QVERIFY((Period{1e300, 0, 0}).after(begin, 1e300) > begin);
        QVERIFY((Period{0, 1e10, 0}).after(begin, 1) > begin);
        QVERIFY((Period{0, 0, 1e18}).after(begin, 1) > begin);
        QVERIFY((Period{0, 0, -1e18}).after(begin, 1e18) < begin);
        QVERIFY((Period{0, std::numeric_limits<double>::infinity(), 0}).after(begin, 0) > begin);
    }

    void longTextsGetAnAnswer()
    {
        const QString digits = u"9"_s.repeated(1'000'000);
        QVERIFY(!isDueDuration(u"P"_s + digits + u"D"_s));
        QVERIFY(!isDueDuration(u"PT0."_s + digits));
        QVERIFY(readRepeatDuration(u"P"_s + digits + u"D"_s).has_value());
        QVERIFY(!readRepeatDuration(u"P"_s + digits + u"X"_s).has_value());
        QVERIFY(!readRepeatDuration(u"PT"_s + u"1H"_s.repeated(500'000)).has_value());
    }
};

QTEST_GUILESS_MAIN(TestIsoDuration)
#include "tst_isoduration.moc"
