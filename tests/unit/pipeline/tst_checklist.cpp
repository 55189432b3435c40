// SPDX-License-Identifier: Apache-2.0
#include "events/eventstore.h"
#include "pipeline/stages/checklist.h"
#include "support/resultchecks.h"
#include "unit/events/runningitem.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace pipeline;
using namespace pipeline::runner;
using contract::CheckStatus;

/// The checks of VERIFY: what each outcome does to the list, the result and the events.
class TestChecklist : public QObject {
    Q_OBJECT

private slots:
    void init();
    void recordsEachCheckAsItEnds();
    void goesOnAfterAFailedCheck();
    void takesALastingErrorForAFailure();
    void endsOnWhatMayPass_data();
    void endsOnWhatMayPass();
    void namesTheFirstFailures();
    void stopsWhenTheLeaseIsLost();

private:
    Result<void> add(const QString &name, const Result<Finished> &outcome)
    {
        return m_list->add(name, [&] { return outcome; });
    }
    const QList<contract::Check> &checks() { return m_run->deployHalf().verify.checks; }

    std::unique_ptr<tests::RunningItem> m_running;
    contract::BacklogItem m_item;
    contract::PipelineContext m_context;
    Environment m_environment;
    const Checkpoint m_checkpoint = [](QLatin1StringView) {};
    std::unique_ptr<LeaseKeeper> m_lease;
    std::unique_ptr<events::RunLog> m_log;
    std::unique_ptr<Run> m_run;
    std::unique_ptr<Checklist> m_list;
};

void TestChecklist::init()
{
    m_list.reset();
    m_run.reset();
    m_log.reset();
    m_lease.reset();
    m_running = std::make_unique<tests::RunningItem>();
    m_lease = std::make_unique<LeaseKeeper>(m_running->backlog(), m_running->claim(), LeaseTimes(), std::stop_token());
    m_log = std::make_unique<events::RunLog>(m_running->database(), m_running->claim(), events::Listener());
    m_run.reset(new Run{.item = m_item,
                        .context = m_context,
                        .environment = m_environment,
                        .claim = m_running->claim(),
                        .log = *m_log,
                        .lease = *m_lease,
                        .checkpoint = m_checkpoint,
                        .stop = {},
                        .result = contract::PipelineResult(contract::Mode::Deploy)});
    m_list = std::make_unique<Checklist>(*m_run);
}

void TestChecklist::recordsEachCheckAsItEnds()
{
    VERIFY_RESULT(add(u"engine"_s, passed(u"version 7.24.0"_s)));
    VERIFY_RESULT(add(u"webhook"_s, skipped(u"No worker_webhook is configured"_s)));
    QVERIFY(m_list->isPassed());
    QCOMPARE(m_list->problem(), QString());
    QCOMPARE(checks().size(), 2);
    QCOMPARE(checks()[0].name, u"engine"_s);
    QVERIFY(checks()[0].status == CheckStatus::Success);
    QCOMPARE(checks()[0].detail, u"version 7.24.0"_s);
    QVERIFY(checks()[0].milliseconds >= 0);
    QVERIFY(checks()[1].status == CheckStatus::Skipped);

    const auto events = events::EventStore(m_running->database()).since(0, m_running->claim().item, 100, {});
    VERIFY_RESULT(events);
    QStringList names;
    for (const events::Event &event : *events) {
        if (event.kind == "check"_L1)
            names << event.payload["nome"_L1].toString();
    }
    QCOMPARE(names, (QStringList{u"engine"_s, u"webhook"_s}));
}

void TestChecklist::goesOnAfterAFailedCheck()
{
    VERIFY_RESULT(add(u"bytes a"_s, failed(u"The engine has other bytes"_s)));
    VERIFY_RESULT(add(u"bytes b"_s, passed(u"ok"_s)));
    QCOMPARE(checks().size(), 2);
    QVERIFY(!m_list->isPassed());
    QCOMPARE(m_list->problem(), u"VERIFY failed. bytes a: The engine has other bytes"_s);
}

void TestChecklist::takesALastingErrorForAFailure()
{
    VERIFY_RESULT(add(u"smoke x"_s, fail(ErrorCode::Refused, u"The engine refused it"_s, u"ENGINE-1"_s)));
    QVERIFY(checks().first().status == CheckStatus::Failed);
    QCOMPARE(checks().first().detail, u"The engine refused it. ENGINE-1."_s);
    QVERIFY(!m_list->isPassed());
}

void TestChecklist::endsOnWhatMayPass_data()
{
    QTest::addColumn<int>("code");
    QTest::newRow("out of reach") << int(ErrorCode::Unreachable);
    QTest::newRow("no answer in time") << int(ErrorCode::TimedOut);
    QTest::newRow("stopped") << int(ErrorCode::Cancelled);
}

void TestChecklist::endsOnWhatMayPass()
{
    QFETCH(int, code);
    const auto ended = add(u"engine"_s, fail(ErrorCode(code), u"away"_s));
    COMPARE_ERROR(ended, ErrorCode(code));
    QVERIFY(checks().isEmpty()); // it has not come to an answer
}

void TestChecklist::namesTheFirstFailures()
{
    for (const QString &name : {u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s})
        VERIFY_RESULT(add(name, failed(u"no"_s)));
    QCOMPARE(m_list->problem(), u"VERIFY failed. a: no; b: no; c: no; and 2 more checks"_s);
}

void TestChecklist::stopsWhenTheLeaseIsLost()
{
    m_running->end();
    COMPARE_ERROR(add(u"engine"_s, passed(u"ok"_s)), ErrorCode::LeaseLost);
}

QTEST_GUILESS_MAIN(TestChecklist)
#include "tst_checklist.moc"
