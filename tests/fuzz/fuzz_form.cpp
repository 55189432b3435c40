// SPDX-License-Identifier: Apache-2.0
#include "everyrule.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    pipeline::fuzz::everyRule(pipeline::validation::FileKind::Form, data, size);
    return 0;
}
