// SPDX-License-Identifier: Apache-2.0
#include "events/teststore.h"

#include "runningitem.h"
#include "support/resultchecks.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace pipeline;
using events::TestStore;
using tests::RunningItem;

namespace {

TestCase sampleCase(const QString &name, TestState state = TestState::Passed)
{
    TestCase test;
    test.worker = u"worker/consulta-bureau"_s;
    test.suite = u"worker/consulta-bureau/index.test.js"_s;
    test.name = name;
    test.state = state;
    return test;
}

} // namespace

class TestTestStore : public QObject {
    Q_OBJECT

private slots:
    void halfARecordIsNone()
    {
        RunningItem parts;
        TestStore store(parts.database());
        VERIFY_RESULT(store.record(parts.claim(), {sampleCase(u"kept"_s)}, {}, {}));
        // The same file twice cannot be recorded.
        const FileCoverage file{u"index.js"_s, 10, 5};
        QVERIFY(!store.record(parts.claim(), {sampleCase(u"new"_s), sampleCase(u"newer"_s)}, {file, file}, {}));
        const auto cases = store.cases(parts.claim().item, 1, {});
        VERIFY_RESULT(cases);
        QCOMPARE(cases->size(), 1);
        QCOMPARE(cases->first().name, u"kept"_s);
    }

    void nothingRecorded()
    {
        RunningItem parts;
        TestStore store(parts.database());
        QVERIFY(store.cases(parts.claim().item, 1, {})->isEmpty());
        QVERIFY(store.coverage(parts.claim().item, 1, {})->isEmpty());
        VERIFY_RESULT(store.record(parts.claim(), {}, {}, {}));
        QVERIFY(store.cases(parts.claim().item, 1, {})->isEmpty());
    }

    void casesSurvive()
    {
        RunningItem parts;
        TestStore store(parts.database());
        TestCase failed = sampleCase(u"recusa score abaixo de 300"_s, TestState::Failed);
        failed.groups = {u"faixa de risco"_s, u"com \"aspas\", vírgula"_s, u""_s};
        failed.milliseconds = 5'000'000'000;
        failed.message = u"expected 'C'\nreceived \"B\" \U0001F680"_s;
        failed.line = 42;
        const QList<TestCase> cases{sampleCase(u"z first"_s), failed, sampleCase(u"a last"_s, TestState::Skipped),
                                    sampleCase({}), sampleCase(u"z first"_s)};
        VERIFY_RESULT(store.record(parts.claim(), cases, {}, {}));
        const auto read = store.cases(parts.claim().item, 1, {});
        VERIFY_RESULT(read);
        QCOMPARE(*read, cases);
    }

    void lowestCoverageFirst()
    {
        RunningItem parts;
        TestStore store(parts.database());
        const FileCoverage half{u"half.js"_s, 10, 5};
        const FileCoverage full{u"full.js"_s, 3, 3};
        const FileCoverage none{u"none.js"_s, 1000, 0};
        const FileCoverage halfToo{u"a-half.js"_s, 2, 1};
        const FileCoverage empty{u"empty.js"_s, 0, 0};
        VERIFY_RESULT(store.record(parts.claim(), {}, {half, full, none, halfToo, empty}, {}));
        const auto read = store.coverage(parts.claim().item, 1, {});
        VERIFY_RESULT(read);
        // A file without a line has nothing that is not covered.
        QCOMPARE(*read, (QList{none, halfToo, half, empty, full}));
    }

    void eachAttemptHasItsOwn()
    {
        RunningItem parts;
        TestStore store(parts.database());
        VERIFY_RESULT(
            store.record(parts.claim(), {sampleCase(u"one"_s), sampleCase(u"two"_s)}, {{u"a.js"_s, 1, 1}}, {}));
        VERIFY_RESULT(store.record(parts.claim(), {sampleCase(u"again"_s)}, {{u"b.js"_s, 1, 1}}, {}));
        VERIFY_RESULT(parts.backlog().postpone(parts.claim(), 0ms, u"lost"_s, {}));
        const auto item = parts.backlog().claim(tests::everything(), tests::runner(u"r2"_s), 30s, {});
        VERIFY_RESULT(item);
        VERIFY_RESULT(
            store.record(tests::claimOf(**item, tests::runner(u"r2"_s)), {sampleCase(u"second attempt"_s)}, {}, {}));
        const qint64 id = parts.claim().item;
        QCOMPARE(store.cases(id, 1, {})->size(), 1);
        QCOMPARE(store.cases(id, 1, {})->first().name, u"again"_s);
        QCOMPARE(store.coverage(id, 1, {})->first().path, u"b.js"_s);
        QCOMPARE(store.cases(id, 2, {})->first().name, u"second attempt"_s);
        QVERIFY(store.coverage(id, 2, {})->isEmpty());
        QVERIFY(store.cases(id, 3, {})->isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestTestStore)
#include "tst_teststore.moc"
