// SPDX-License-Identifier: Apache-2.0
#include "time/timervalue.h"

#include <QTest>

using namespace pipeline::time;
using namespace Qt::StringLiterals;

namespace {

/// At the end of 2025.
QDateTime now()
{
    return {QDate(2025, 11, 28), QTime(0, 0), Qt::UTC};
}

QString messageOf(const std::optional<TimerProblem> &problem)
{
    return problem ? problem->message : QString();
}

} // namespace

/// What the engine takes in `timeDate`, `timeDuration`, `timeCycle` and as the retries of a job; each text was tried on
/// it.
class TestTimerValue : public QObject {
    Q_OBJECT

private slots:
    void kinds_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("date");
        QTest::addColumn<bool>("duration");
        QTest::addColumn<bool>("cycle");
        const auto row = [](const char *text, bool date, bool duration, bool cycle) {
            QTest::newRow(text) << QString::fromLatin1(text) << date << duration << cycle;
        };
        row("PT1H", true, true, false);
        row("P1D", true, true, false);
        row("P", true, false, false);
        row("P-1D", true, false, false);
        row("2030-05-31", true, false, false);
        row("2020-05-31T10:00:00", true, false, false); // over, and due at once
        row("R3/PT1H", false, true, true);
        row("R/PT1H", false, true, true);
        row("0 0 8 * * ?", false, false, true);
        row("@daily", false, false, true);
        row("PT1H/2030-01-01", false, true, false); // a repeat without R
        row("2030-01-01/PT1H", false, true, false);
        for (const char *text : {"", "now", "1h", "p1d", " PT1H", "* * * * *", "R", "R3", "r3/PT1H"})
            row(text, false, false, false);
    }

    void kinds()
    {
        QFETCH(QString, text);
        QTEST(!timerProblem(TimerKind::Date, text, now()), "date");
        QTEST(!timerProblem(TimerKind::Duration, text, now()), "duration");
        QTEST(!timerProblem(TimerKind::Cycle, text, now()), "cycle");
    }

    void repeats_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("why");
        const auto row = [](const char *text, const char *why = "") {
            QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(why);
        };
        for (const char *text : {"R3/PT1H", "R/PT1H", "R0/PT1H", "R-1/PT1H", "R+3/PT1H", "R2147483647/PT1H", "R3/P1W",
                                 "R3/PT1H/", "R3/2030-01-01/PT1H", "R3/2030-01-01T00:00/PT1H",
                                 "R3/PT1H/2030-01-01T00:00:00", "R3/2030-01-01/2031-01-01", "PT1H", "2030-01-01/PT1H",
                                 // begun, and not over
                                 "R/2020-01-01T00:00:00/PT1H", "R3/2020-01-01T00:00:00/P100Y",
                                 "R1/2020-01-01/2031-01-01", "R10/2020-01-01/2021-01-01"})
            row(text);
        row("R3/2020-01-01T00:00:00/PT1H", "is over");
        row("R3/PT1H/2020-01-01T00:00:00", "is over");
        row("R3/2020-01-01/2021-01-01", "is over");
        row("", "it has 0 parts");
        row("R3/1/2/3", "it has 4 parts");
        row("R3/2030-01-01/PT1H/2031-01-01", "it has 4 parts");
        row("R", "it has no duration");
        row("R3/", "it has no duration");
        row("R3/2030-01-01", "it has a date and no duration");
        row("Rx/PT1H", "`x` is not a number of times");
        row("R 3/PT1H", "` 3` is not a number of times");
        row("R3 /PT1H", "`3 ` is not a number of times");
        row("R99999999999/PT1H", "`99999999999` is not a number of times");
        row("RR/PT1H", "`R` is not a number of times");
        row("R3/P", "`P` is not a duration");
        row("R3/PT-1H", "`PT-1H` is not a duration");
        row("R3/PT1h", "`PT1h` is not a duration");
        row("R3/PT1H ", "`PT1H ` is not a duration");
        row("R3/2030-01-01/P1.5D", "`P1.5D` is not a duration");
        row("R3/pt1h", "`pt1h` is neither a duration nor a date");
        row("R3/ PT1H", "` PT1H` is neither a duration nor a date");
        row("R3//PT1H", "`` is neither a duration nor a date");
        row("R3/2030-01-01/x", "`x` is neither a duration nor a date");
        row("R3/PT1H/PT1H", "`PT1H` is not a date");
    }

    void repeats()
    {
        QFETCH(QString, text);
        QFETCH(QString, why);
        const QString message = messageOf(repeatProblem(text, now()));
        QCOMPARE(message.isEmpty(), why.isEmpty());
        QVERIFY2(message.contains(why), qPrintable(message));
        if (text.startsWith(u'R')) {
            QCOMPARE(messageOf(timerProblem(TimerKind::Cycle, text, now())), message);
            QCOMPARE(messageOf(timerProblem(TimerKind::Duration, text, now())), message);
        }
    }

    void problemsSayHowToMendThem()
    {
        for (const TimerKind kind : {TimerKind::Date, TimerKind::Duration, TimerKind::Cycle}) {
            for (const QString &text : {QString(), u"soon"_s, u"R3/soon"_s}) {
                const auto problem = timerProblem(kind, text, now());
                QVERIFY(problem.has_value());
                QVERIFY(text.isEmpty() ? problem->message == u"it is empty" : problem->message.contains(text));
                QVERIFY(!problem->hint.isEmpty());
            }
        }
    }

    void longTextsGetAnAnswer()
    {
        for (const QString &piece : {u"R"_s, u"P"_s, u"/"_s, u"9"_s, u"R3/"_s, u"P1D"_s, u"2024-"_s, u" "_s, u"|"_s}) {
            const QString text = piece.repeated(300'000);
            for (const TimerKind kind : {TimerKind::Date, TimerKind::Duration, TimerKind::Cycle})
                QVERIFY2(timerProblem(kind, text, now()).has_value(), qPrintable(piece));
        }
    }
};

QTEST_GUILESS_MAIN(TestTimerValue)
#include "tst_timervalue.moc"
