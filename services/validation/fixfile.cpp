// SPDX-License-Identifier: Apache-2.0
#include "fixfile.h"

namespace pipeline::validation {

FixedFile fixFile(const Validator &validator, const InputFile &file, const Options &options)
{
    constexpr int mostRounds = 20;
    FixedFile result{{file.bytes, 0}, validator.validate(file, options)};
    InputFile now = file;
    for (int round = 0; round < mostRounds && !result.report.fixes.isEmpty(); ++round) {
        Fixed fixed = applyFixes(now.bytes, result.report.fixes);
        now.bytes = fixed.bytes;
        result.fixed = {std::move(fixed.bytes), result.fixed.count + fixed.count};
        result.report = validator.validate(now, options);
    }
    return result;
}

} // namespace pipeline::validation
