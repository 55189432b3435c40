// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/testrun.h"

#include <QSet>
#include <QStandardItemModel>

namespace pipeline::ui {

/// Worker → suite → test; in a suite with a failure the passed tests fold to "9 more passed".
class TestTree : public QStandardItemModel {
    Q_OBJECT

public:
    explicit TestTree(QObject *parent = nullptr) : QStandardItemModel(parent) {}

    void set(const QList<TestCase> &tests, const QSet<TestState> &states);

    /// Unfolds "9 more passed"; false when \a index is something else.
    bool unfold(const QModelIndex &index);

    /// The test's number in the list; -1 for workers, suites and folds.
    static int testAt(const QModelIndex &index);

    QModelIndexList failures() const;
    bool hasFailure(const QModelIndex &index) const;

private:
    QStandardItem *makeTest(int number) const;
    static void finish(QStandardItem *item, int failed, int all, qint64 milliseconds, bool head);

    QList<TestCase> m_tests;
};

} // namespace pipeline::ui
