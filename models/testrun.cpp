// SPDX-License-Identifier: Apache-2.0
#include "testrun.h"

using namespace Qt::StringLiterals;

namespace pipeline {

QString toString(TestState state)
{
    switch (state) {
    case TestState::Passed:
        return u"passed"_s;
    case TestState::Failed:
        return u"failed"_s;
    case TestState::Skipped:
        return u"skipped"_s;
    }
    return {};
}

TestState testStateFrom(const QString &text)
{
    if (text == "failed"_L1)
        return TestState::Failed;
    return text == "skipped"_L1 ? TestState::Skipped : TestState::Passed;
}

} // namespace pipeline
