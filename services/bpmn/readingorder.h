// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/bpmn/definitions.h"

namespace pipeline::bpmn {

/// Numbers the nodes of the executable processes as the engine makes activities of them, which decides what may refer
/// to what, and marks the scopes that it reads.
void setReadingOrder(Definitions &definitions);

} // namespace pipeline::bpmn
