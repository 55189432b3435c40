// SPDX-License-Identifier: Apache-2.0
#include "require.h"

#include "expression/juel.h"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    using namespace pipeline;
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    const expression::Juel juel = expression::readJuel(text);
    if (juel.problem) {
        fuzz::require(!juel.problem->message.isEmpty(), "a problem is told");
        fuzz::require(juel.problem->offset >= 0 && juel.problem->offset <= text.size(), "it lies within the text");
        fuzz::require(!juel.constant, "what does not compile has no value");
    } else {
        fuzz::require(juel.dynamic || juel.constant, "a text without expressions is its own value");
        fuzz::require(juel.variables.isEmpty() || juel.dynamic, "variables are in expressions only");
    }
    return 0;
}
