// SPDX-License-Identifier: Apache-2.0
#include "time/isodate.h"

#include <QTest>

using namespace pipeline::time;
using namespace Qt::StringLiterals;

/// What the engine takes as a date of ISO 8601, and which it is; each text was tried on it.
class TestIsoDate : public QObject {
    Q_OBJECT

private slots:
    void reads_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QDateTime>("expected");
        const auto local = [](const char *text, QDate date, QTime time = QTime(0, 0)) {
            QTest::newRow(text) << QString::fromLatin1(text) << QDateTime(date, time);
        };
        const auto east = [](const char *text, int seconds) {
            QTest::newRow(text) << QString::fromLatin1(text)
                                << QDateTime(QDate(2024, 5, 31), QTime(10, 0), Qt::OffsetFromUTC, seconds);
        };
        const QDate last(2024, 5, 31);
        local("2024-05-31", last);
        local("2024-5-31", last);
        local("+2024-05-31", last);
        local("2024-05", {2024, 5, 1});
        local("2024", {2024, 1, 1});
        local("24-05-31", {24, 5, 31});
        local("12024-05-31", {12024, 5, 31});
        // days of the year, and days of a week
        local("2024-152", last);
        local("2024-366", {2024, 12, 31});
        local("2024-W22", {2024, 5, 27});
        local("2024-W22-5", last);
        local("2024-w22-5", last);
        local("2024-W1-1", {2024, 1, 1});
        local("2020-W53-7", {2021, 1, 3});
        // leap years
        local("2024-02-29", {2024, 2, 29});
        local("2000-02-29", {2000, 2, 29});
        // times
        local("2024-05-31T", last);
        local("2024-05-31T10", last, {10, 0});
        local("2024-05-31T10:00", last, {10, 0});
        local("2024-05-31t10:00", last, {10, 0});
        local("2024-05-31T10:20:30", last, {10, 20, 30});
        local("2024-05-31T1:2:3", last, {1, 2, 3});
        local("2024-05-31T10:20:30.5", last, {10, 20, 30});
        local("2024-05-31T10:20:30,123456789", last, {10, 20, 30});
        local("2024-W22-5T10:00", last, {10, 0});
        local("2024-152T10:00", last, {10, 0});
        local("2024-05T10:00", {2024, 5, 1}, {10, 0});
        local("2024T10:00", {2024, 1, 1}, {10, 0});
        local("T10:00", {1970, 1, 1}, {10, 0});
        local("t10", {1970, 1, 1}, {10, 0});
        // zones
        east("2024-05-31T10:00Z", 0);
        east("2024-05-31T10:00z", 0);
        east("2024-05-31T10Z", 0);
        east("2024-05-31T10:00:00+02", 7200);
        east("2024-05-31T10:00:00+02:30", 9000);
        east("2024-05-31T10:00:00+0230", 9000);
        east("2024-05-31T10:00:00-02:00", -7200);
        east("2024-05-31T10:00:00+02:00:10", 7210);
        east("2024-05-31T10:00:00+02:00:10.123", 7210);
        east("2024-05-31T10:00:00-00:00", 0);
    }

    void reads()
    {
        QFETCH(QString, text);
        const auto date = readIsoDate(text);
        QVERIFY(date.has_value());
        QTEST(*date, "expected");
    }

    void readsTheEndsOfTheCalendar()
    {
        for (const auto text : {"-2024-05-31"_L1, "0000-01-01"_L1, "292278993-01-01"_L1, "-292275054-01-01"_L1})
            QVERIFY2(readIsoDate(QString(text)).has_value(), text.data());
    }

    void rejects_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text :
             {"", "T", "now", "1h", "5 minutes", "31.05.2024", "2024-05-31 10:00:00", " 2024-05-31", "2024-05-31 ",
              "\n2024-05-31", "2024/05/31", "--05-31",
              // no such day
              "2023-02-29", "1900-02-29", "2024-04-31", "2024-13-01", "2024-00-01", "2024-01-00", "2024-000",
              "2023-366", "2024-367", "2024-W00", "2024-W53", "2024-W22-0", "2024-W22-8", "9999999999-01-01",
              // no such time
              "2024-05-31T24:00:00", "2024-05-31T25:00", "2024-05-31T10:60", "2024-05-31T23:59:60",
              "2024-05-31T10:00:00.", "2024-05-31T10:00:00.1234567890", "2024-05-31T10:", "2024-05-31T10:00:",
              // no such zone
              "2024-05-31T10:00:00+2", "2024-05-31T10:00:00+24:00", "2024-05-31T10:00:00+02:60",
              "2024-05-31T10:00:00+02:", "2024-05-31T10:00:00 Z", "2024-05-31T10:00:00[Europe/Berlin]",
              "2024-05-31T-1:00", "2024-05-31Z",
              // other forms of ISO 8601
              "2024W225", "20240531T100000",
              // other digits
              "\xef\xbc\x92\xef\xbc\x90\xef\xbc\x92\xef\xbc\x94-05-31"})
            QTest::newRow(text) << QString::fromUtf8(text);
    }

    void rejects()
    {
        QFETCH(QString, text);
        QVERIFY(!readIsoDate(text).has_value());
    }

    void longTextsGetAnAnswer()
    {
        QVERIFY(!readIsoDate(u"1"_s.repeated(1'000'000)).has_value());
        QVERIFY(!readIsoDate(u"2024-"_s.repeated(200'000)).has_value());
    }
};

QTEST_GUILESS_MAIN(TestIsoDate)
#include "tst_isodate.moc"
