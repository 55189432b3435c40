// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/result.h"

#include <QTest>

/// Fails the test with the error's text unless the Result holds a value; evaluates it once.
#define VERIFY_RESULT(result)                                                                                          \
    do {                                                                                                               \
        const auto &checkedResult = (result);                                                                          \
        QVERIFY2(checkedResult.has_value(),                                                                            \
                 qPrintable(checkedResult.has_value() ? QString() : checkedResult.error().text()));                    \
    } while (false)

/// Fails the test unless the Result holds an error of that code; evaluates it once.
#define COMPARE_ERROR(result, expected)                                                                                \
    do {                                                                                                               \
        const auto &checkedResult = (result);                                                                          \
        QVERIFY2(!checkedResult.has_value(), "an error was expected, but it succeeded");                               \
        QVERIFY2(checkedResult.error().code == (expected), qPrintable(checkedResult.error().text()));                  \
    } while (false)
