// SPDX-License-Identifier: Apache-2.0
#include "testtree.h"

#include "treedelegate.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

namespace {

constexpr int TestRole = TreeDelegate::ValueRole + 1;
constexpr int FoldRole = TreeDelegate::ValueRole + 2;
constexpr int FailedRole = TreeDelegate::ValueRole + 3;
constexpr qsizetype PassedShown = 2; ///< before the rest folds

QString seconds(qint64 milliseconds)
{
    return TestTree::tr("%1 s").arg(QLocale().toString(double(milliseconds) / 1000, 'f', milliseconds < 995 ? 2 : 1));
}

} // namespace

QStandardItem *TestTree::makeTest(int number) const
{
    const TestCase &test = m_tests[number];
    auto *item = new QStandardItem(test.name);
    item->setEditable(false);
    item->setToolTip(QStringList(test.groups + QStringList{test.name}).join(u" › "_s));
    item->setData(number, TestRole);
    const bool skipped = test.state == TestState::Skipped;
    const bool failed = test.state == TestState::Failed;
    item->setData(failed ? u"fail"_s : skipped ? u"skip"_s : u"ok"_s, TreeDelegate::IconRole);
    item->setData(failed ? u"fail"_s : skipped ? u"idle"_s : u"okay"_s, TreeDelegate::IconToneRole);
    item->setData(skipped ? tr("skipped") : seconds(test.milliseconds), TreeDelegate::NoteRole);
    item->setData(u"%1, %2"_s.arg(test.name, toString(test.state)), Qt::AccessibleTextRole);
    return item;
}

void TestTree::finish(QStandardItem *item, int failed, int all, qint64 milliseconds, bool head)
{
    item->setEditable(false);
    item->setData(head, TreeDelegate::HeadRole);
    item->setData(!head, TreeDelegate::MonoRole);
    item->setData(failed ? u"fail"_s : u"ok"_s, TreeDelegate::IconRole);
    item->setData(failed ? u"fail"_s : u"okay"_s, TreeDelegate::IconToneRole);
    item->setData(failed > 0, FailedRole);
    const QString count = failed ? tr("%1 of %2 failed").arg(failed).arg(all) : QString::number(all);
    item->setData(u"%1    %2"_s.arg(count, seconds(milliseconds)), TreeDelegate::NoteRole);
    if (failed)
        item->setData(u"fail"_s, TreeDelegate::NoteToneRole);
    item->setData(u"%1, %2"_s.arg(item->text(), count), Qt::AccessibleTextRole);
}

void TestTree::set(const QList<TestCase> &tests, const QSet<TestState> &states)
{
    clear();
    m_tests = tests;
    QMap<QString, QMap<QString, QList<int>>> workers;
    for (int i = 0; i < tests.size(); ++i) {
        if (states.contains(tests[i].state))
            workers[tests[i].worker][tests[i].suite] << i;
    }
    const auto failedOf = [&](const QList<int> &numbers) {
        return int(std::ranges::count_if(numbers, [&](int i) { return tests[i].state == TestState::Failed; }));
    };
    QList<QStandardItem *> heads;
    for (auto worker = workers.cbegin(); worker != workers.cend(); ++worker) {
        auto *head = new QStandardItem(worker.key().section(u'/', -1));
        head->setToolTip(worker.key());
        int workerFailed = 0;
        int workerAll = 0;
        qint64 workerSpent = 0;
        QList<QStandardItem *> suites;
        for (auto suite = worker->cbegin(); suite != worker->cend(); ++suite) {
            auto *item = new QStandardItem(suite.key().section(u'/', -1));
            item->setToolTip(suite.key());
            const int failed = failedOf(*suite);
            qint64 spent = 0;
            QList<int> folded;
            qsizetype passed = 0;
            QList<int> sorted = *suite;
            std::ranges::stable_sort(sorted, {}, [&](int i) { return tests[i].state != TestState::Failed; });
            for (const int number : sorted) {
                spent += tests[number].milliseconds;
                if (failed > 0 && tests[number].state == TestState::Passed && ++passed > PassedShown)
                    folded << number;
                else
                    item->appendRow(makeTest(number));
            }
            if (!folded.isEmpty()) {
                auto *more = new QStandardItem(tr("%n more passed", nullptr, int(folded.size())));
                more->setEditable(false);
                more->setData(u"ok"_s, TreeDelegate::IconRole);
                more->setData(u"okay"_s, TreeDelegate::IconToneRole);
                more->setData(u"link"_s, TreeDelegate::TextToneRole);
                more->setData(QVariant::fromValue(folded), FoldRole);
                item->appendRow(more);
            }
            finish(item, failed, int(suite->size()), spent, false);
            (failed > 0 ? suites.prepend(item) : suites.append(item));
            workerFailed += failed;
            workerAll += int(suite->size());
            workerSpent += spent;
        }
        head->appendRows(suites);
        finish(head, workerFailed, workerAll, workerSpent, true);
        (workerFailed > 0 ? heads.prepend(head) : heads.append(head));
    }
    for (QStandardItem *head : std::as_const(heads))
        appendRow(head);
}

bool TestTree::unfold(const QModelIndex &index)
{
    const auto numbers = index.data(FoldRole).value<QList<int>>();
    if (numbers.isEmpty())
        return false;
    QStandardItem *suite = itemFromIndex(index.parent());
    suite->removeRow(index.row());
    for (const int number : numbers)
        suite->appendRow(makeTest(number));
    return true;
}

int TestTree::testAt(const QModelIndex &index)
{
    const QVariant number = index.data(TestRole);
    return number.isValid() ? number.toInt() : -1;
}

bool TestTree::hasFailure(const QModelIndex &index) const
{
    return index.data(FailedRole).toBool();
}

QModelIndexList TestTree::failures() const
{
    QModelIndexList found;
    for (int worker = 0; worker < rowCount(); ++worker) {
        const QModelIndex head = index(worker, 0);
        for (int suite = 0; suite < rowCount(head); ++suite) {
            const QModelIndex parent = index(suite, 0, head);
            for (int row = 0; row < rowCount(parent); ++row) {
                const QModelIndex test = index(row, 0, parent);
                if (testAt(test) >= 0 && m_tests[testAt(test)].state == TestState::Failed)
                    found << test;
            }
        }
    }
    return found;
}

} // namespace pipeline::ui
