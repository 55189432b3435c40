// SPDX-License-Identifier: Apache-2.0
#include "events/eventstore.h"
#include "events/runlog.h"
#include "support/outsidesql.h"
#include "support/resultchecks.h"
#include "unit/events/runningitem.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace pipeline;
using events::Event;
using events::EventStore;
using events::LogSeverity;
using events::RunLog;
using tests::RunningItem;

class TestLogFlood : public QObject {
    Q_OBJECT

private slots:
    void oneHundredThousandLines()
    {
        RunningItem parts;
        const Claim other = parts.begin();
        qsizetype heard = 0;
        {
            RunLog log(parts.database(), parts.claim(), [&](const Event &) { ++heard; });
            for (int i = 0; i < 100'050; ++i)
                log.log(LogSeverity::Info, u"jest"_s, u"line %1"_s.arg(i));
            {
                // Meanwhile another program's heartbeats find their way into the database.
                const std::jthread writer([&] { (void)log.flush(); });
                const auto second = store::Database::open(parts.url());
                VERIFY_RESULT(second);
                backlog::SqliteBacklog backlog(**second);
                for (int i = 0; i < 5; ++i)
                    VERIFY_RESULT(backlog.extend(other, std::chrono::seconds(600), {}));
            }
            VERIFY_RESULT(log.flush());
            // What is no line is not cut off.
            VERIFY_RESULT(log.finding(Finding()));
            log.log(LogSeverity::Error, u"jest"_s, u"one more"_s);
        }
        tests::OutsideSql outside(parts.database().fileName());
        QCOMPARE(outside.value(u"select count(*) from run_event where kind = 'log'"_s).toInt(), 100'001);
        QCOMPARE(heard, 100'002);
        const EventStore store(parts.database());
        const auto last = store.since(*store.newestId({}) - 3, {}, 10, {});
        VERIFY_RESULT(last);
        QCOMPARE(last->size(), 3);
        QCOMPARE(last->at(0).payload["text"_L1].toString(), u"line 99999"_s);
        QCOMPARE(last->at(1).payload["severity"_L1].toString(), u"warn"_s);
        QVERIFY(last->at(1).payload["text"_L1].toString().contains(u"100000"_s));
        QCOMPARE(last->at(2).kind, u"finding"_s);
    }
};

QTEST_GUILESS_MAIN(TestLogFlood)
#include "tst_logflood.moc"
