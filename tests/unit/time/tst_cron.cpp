// SPDX-License-Identifier: Apache-2.0
#include "time/cron.h"

#include <QTest>

using namespace pipeline::time;
using namespace Qt::StringLiterals;

/// What the engine takes as a cron expression; each text was tried on it.
class TestCron : public QObject {
    Q_OBJECT

private slots:
    void accepted_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text :
             {"0 0 8 * * ?", "0 0 8 * * *", "* * * * * *", "*/5 * * * * *", "00 00 08 01 01 ?", "0 0,30 8 * * ?",
              // ranges: those of months and days may go over the end
              "0 0 8-18 ? * ?", "0 0 8 1-5,10-15 * ?", "0 0 8 5-1 * ?", "0 0 8 ? NOV-FEB ?", "0 0 8 ? * FRI-MON",
              "0 0 8 * * SUN-SAT", "0 0 8 * * 0-7", "0 0 8 * * 7-1",
              // steps
              "0 0/15 8 ? * ?", "0 */15 8 ? * ?", "0 /15 8 ? * ?", "0 0/59 8 ? * ?", "0 0/+1 8 ? * ?",
              "0 0 8-18/2 ? * ?", "0 0 23/1 * * ?", "0 0 8 1-31/31 * ?", "0 0 8 * 1/3 ?", "0 0 8 * JAN/2 ?",
              "0 0 8 * * MON/2", "0 0 8 * * MON-FRI/2",
              // names, in any case
              "0 0 8 1 JAN ?", "0 0 8 1 jan ?", "0 0 8 ? JAN-MAR ?", "0 0 8 ? * MON", "0 0 8 ? * mon",
              "0 0 8 * * SAT,SUN",
              // Sunday is 0 and 7
              "0 0 8 ? * 0", "0 0 8 ? * 7",
              // the last, the nearest weekday, the n-th
              "0 0 8 L * ?", "0 0 8 LW * ?", "0 0 8 15W * ?", "0 0 8 15L * ?", "0 0 8 L-3 * ?", "0 0 8 L,15 * ?",
              "0 0 8 ? * L", "0 0 8 ? * 5L", "0 0 8 ? * FRIL", "0 0 8 ? * 5#2", "0 0 8 ? * FRI#2", "0 */5 * * * MON#1",
              // days that no month has are not looked for
              "0 0 0 30 2 ?", "0 0 0 31 4 ?",
              // signs
              "+5 0 8 * * ?", "0 0 8 +1 * ?",
              // white space
              "0  0  8 * * ?", " 0 0 8 * * ?", "0 0 8 * * ? ", "0\t0\t8 * * ?", "0 0 8 * * ?\n", "0 0 8 1\n* ?",
              // alternatives
              "0 0 8 * * ?||0 0 9 * * ?", "0 0 8 * * ?||", "0 0|30 8 * * ?", "0 0 8|9 1|2 * ?", "0|0 0|0 8 * * ?",
              "5| 0 8 * * ?", "0 5|6| 8 * * ?",
              // by name
              "@yearly", "@annually", "@monthly", "@weekly", "@daily", "@midnight", "@hourly"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }

    void accepted()
    {
        QFETCH(QString, text);
        QCOMPARE(cronProblem(text), std::nullopt);
    }

    void rejected_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("why");
        const auto row = [](const char *text, const char *why) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromLatin1(why);
        };
        row("", "it is empty");
        row(" ", "it is empty");
        row("* * * * *", "it has 5 parts");
        row("0 0 8 * * ? 2024", "it has 7 parts");
        row("0 0 8 * * ? *", "it has 7 parts");
        row("PT1H", "it has 1 parts");
        row("0\xc2\xa0"
            "0 8 * * ?",
            "it has 5 parts");
        row("60 0 8 * * ?", "the second cannot be 60, only 0 to 59");
        row("0 60 8 * * ?", "the minute cannot be 60, only 0 to 59");
        row("0 0 24 * * ?", "the hour cannot be 24, only 0 to 23");
        row("0 0 8 0 * ?", "the day of month cannot be 0, only 1 to 31");
        row("0 0 8 32 * ?", "the day of month cannot be 32, only 1 to 31");
        row("0 0 8 1 0 ?", "the month cannot be 0, only 1 to 12");
        row("0 0 8 1 13 ?", "the month cannot be 13, only 1 to 12");
        row("0 0 8 ? * 8", "the day of week cannot be 8, only 0 to 7");
        row("-5 0 8 * * ?", "the second cannot be ``");
        row("1.5 0 8 * * ?", "the second cannot be `1.5`");
        row("a b c d e f", "the second cannot be `A`");
        row("0 0 8 ? * MONDAY", "the day of week cannot be `MONDAY`");
        row("0 0 8 1 JANUARY ?", "the month cannot be `JANUARY`");
        row("99999999999 0 8 * * ?", "the second cannot be `99999999999`");
        row("? 0 8 * * ?", "the second cannot be `?`");
        row("0 0 ? * * ?", "the hour cannot be `?`");
        row("0 0 8 ? ? ?", "the month cannot be `?`");
        row("0 0 18-8 ? * ?", "the range 18-8 of the hour goes backwards");
        row("0 0 8 1- * ?", "the day of month cannot be `1-`");
        row("0 0 8 -5 * ?", "the day of month cannot be ``");
        row("0 0 8 1-5-7 * ?", "the day of month cannot be `1-5-7`");
        row("0 0/0 8 ? * ?", "the step of the minute cannot be 0, only 1 to 59");
        row("0 0/60 8 ? * ?", "the step of the minute cannot be 60, only 1 to 59");
        row("0 0/-1 8 ? * ?", "the minute cannot be `0/`");
        row("0 0/a 8 ? * ?", "the step of the minute cannot be A, only 1 to 59");
        row("0 0/ 8 ? * ?", "the minute cannot be `0/`");
        row("0 0/30/2 8 * * ?", "the minute cannot be `0/30/2`");
        row("0 0 8 1-31/32 * ?", "the step of the day of month cannot be 32, only 1 to 31");
        row("0 0 8 1-31/ * ?", "the step of the day of month cannot be ");
        row("0 0 8 ?/5 * ?", "the day of month cannot be `?`");
        row("0 0 8 L/2 * ?", "the day of month cannot be `L`");
        row("0 0 8 L-3/2 * ?", "the day of month cannot be `3/2`");
        row("0 0 8 L-32 * ?", "the day of month cannot be 32, only 1 to 31");
        row("0 0 8 L-0 * ?", "the day of month cannot be 0, only 1 to 31");
        row("0 0 8 W * ?", "the day of month cannot be ``");
        row("0 0 8 WL * ?", "the day of month cannot be `W`");
        row("0 0 8 LL * ?", "the day of month cannot be ``");
        row("0 0 8 32W * ?", "the day of month cannot be 32, only 1 to 31");
        row("0 0 8 ? * 5W", "the day of week cannot be `5W`");
        row("0 0 8 1#2 * ?", "the day of month cannot be `1#2`");
        row("0 0 8 ? * 5#", "the day of week cannot be ``");
        row("0 0 8 ? * #2", "the day of week cannot be ``");
        row("0 0 8 ? * 8#1", "the day of week cannot be 8, only 0 to 7");
        row("0 0 8 15, * ?", "the day of month ends with a comma");
        row("0 0 8 1,,15 * ?", "the day of month cannot be ``");
        row("0 0 8 ,15 * ?", "the day of month cannot be ``");
        row("||", "it is empty");
        row("|", "it has 1 parts");
        row("0 0 8 * * ?||x", "it has 1 parts");
        row("||0 0 8 * * ?", "it is empty");
        row("0 0 8 * * ?|0 0 9 * * ?", "it has 11 parts");
        row("0|1 5| 8 * * ?", "it has 5 parts"); // the second alternative has no minute
        row("@reboot", "it has 1 parts");
        row("@every 5m", "it has 2 parts");
        row("@DAILY", "it has 1 parts");
        row(" @daily", "it has 1 parts");
    }

    void rejected()
    {
        QFETCH(QString, text);
        QFETCH(QString, why);
        const auto problem = cronProblem(text);
        QVERIFY(problem.has_value());
        QVERIFY2(problem->startsWith(why), qPrintable(*problem));
    }

    void longTextsGetAnAnswer()
    {
        QVERIFY(cronProblem(u"0|"_s.repeated(500'000)).has_value());
        QVERIFY(cronProblem(u"|| "_s.repeated(500'000)).has_value());
        QVERIFY(!cronProblem(u"0 0 8 1"_s + u",1"_s.repeated(500'000) + u" * ?"_s).has_value());
        QVERIFY(cronProblem(u"0 0 8 1"_s + u"-1"_s.repeated(500'000) + u" * ?"_s).has_value());
        QVERIFY(cronProblem(u"0 0 8 1"_s + u"#1"_s.repeated(500'000) + u" * ?"_s).has_value());
        QVERIFY(cronProblem(u"1 "_s.repeated(500'000)).has_value());
    }
};

QTEST_GUILESS_MAIN(TestCron)
#include "tst_cron.moc"
