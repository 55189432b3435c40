// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

namespace pipeline {

enum class TestState { Passed, Failed, Skipped };

/// "passed", "failed" or "skipped".
QString toString(TestState state);
TestState testStateFrom(const QString &text);

/// One test of a worker, as its test tool reported it.
struct TestCase {
    QString worker; ///< folder of the package, relative to the repository
    QString suite; ///< test file, relative to the repository
    QStringList groups; ///< titles of the describe blocks around it
    QString name;
    TestState state = TestState::Passed;
    qint64 milliseconds = 0;
    QString message; ///< of a failure, without colour codes
    int line = 0; ///< of the failure, else of the test; 0 when unknown

    bool operator==(const TestCase &) const = default;
};

/// How many of a file's lines the tests ran.
struct FileCoverage {
    QString path; ///< relative to the repository
    int lines = 0;
    int covered = 0;

    bool operator==(const FileCoverage &) const = default;
};

} // namespace pipeline
