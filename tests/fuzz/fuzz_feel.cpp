// SPDX-License-Identifier: Apache-2.0
#include "require.h"

#include "expression/feel.h"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    using namespace pipeline;
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    for (const auto kind : {expression::FeelKind::Expression, expression::FeelKind::UnaryTests}) {
        const expression::Feel feel = expression::readFeel(text, kind);
        for (const auto &problem : {feel.problem, feel.emptyRange}) {
            if (!problem)
                continue;
            fuzz::require(!problem->message.isEmpty(), "a problem is told");
            fuzz::require(problem->offset >= 0 && problem->offset <= text.size(), "it lies within the text");
        }
    }
    return 0;
}
