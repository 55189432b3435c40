// SPDX-License-Identifier: Apache-2.0
#include "models/timestamp.h"

#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace pipeline;

class TestTimestamp : public QObject {
    Q_OBJECT

private slots:
    void notATime_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text :
             {"", "now", "2026-11-24", "14:31:52", "2026-11-24T14:31:52.000", "2026-11-24 14:31:52",
              "2026-02-30T14:31:52.000Z", "2026-11-24T25:31:52.000Z", "1784903512", "2026-11-24T14:31:52.000X"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }

    void notATime()
    {
        QFETCH(QString, text);
        QVERIFY(!fromTimestamp(text).isValid());
    }

    void written_data()
    {
        QTest::addColumn<QDateTime>("moment");
        QTest::addColumn<QString>("text");
        const QDate day(2026, 11, 24);
        QTest::newRow("invalid") << QDateTime() << QString();
        QTest::newRow("UTC") << QDateTime(day, QTime(14, 31, 52, 7), Qt::UTC) << u"2026-11-24T14:31:52.007Z"_s;
        QTest::newRow("whole seconds") << QDateTime(day, QTime(0, 0), Qt::UTC) << u"2026-11-24T00:00:00.000Z"_s;
        QTest::newRow("a zone") << QDateTime(day, QTime(22, 31, 52), QTimeZone("America/Sao_Paulo"))
                                << u"2026-11-25T01:31:52.000Z"_s;
        QTest::newRow("an offset") << QDateTime(day, QTime(1, 0), Qt::OffsetFromUTC, 7200)
                                   << u"2026-11-23T23:00:00.000Z"_s;
        QTest::newRow("before the epoch")
            << QDateTime(QDate(1969, 12, 31), QTime(23, 59, 59, 999), Qt::UTC) << u"1969-12-31T23:59:59.999Z"_s;
    }

    void written()
    {
        QFETCH(QDateTime, moment);
        QFETCH(QString, text);
        QCOMPARE(toTimestamp(moment), text);
        const QDateTime back = fromTimestamp(text);
        QCOMPARE(back.isValid(), moment.isValid());
        QCOMPARE(back, moment.toUTC());
        QVERIFY(!back.isValid() || back.timeSpec() == Qt::UTC);
    }

    void readsOtherZonesAndPrecisions()
    {
        const QDateTime moment(QDate(2026, 11, 24), QTime(14, 31, 52), Qt::UTC);
        QCOMPARE(fromTimestamp(u"2026-11-24T11:31:52-03:00"_s), moment);
        QCOMPARE(fromTimestamp(u"2026-11-24T14:31:52Z"_s), moment);
        QCOMPARE(fromTimestamp(u"2026-11-24T14:31:52.5Z"_s), moment.addMSecs(500));
        QCOMPARE(toTimestamp(fromTimestamp(u"2026-11-24T11:31:52-03:00"_s)), u"2026-11-24T14:31:52.000Z"_s);
    }
};

QTEST_GUILESS_MAIN(TestTimestamp)
#include "tst_timestamp.moc"
