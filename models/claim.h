// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "actor.h"

namespace pipeline {

/// A runner's hold on an item. The fence tells it from every earlier and later hold on the same item.
struct Claim {
    qint64 item = 0;
    qint64 fence = 0; ///< `cerca` at the claim
    int attempt = 0; ///< `tentativa` at the claim
    Actor runner;
};

} // namespace pipeline
