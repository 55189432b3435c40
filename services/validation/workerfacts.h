// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definitionfacts.h"

#include <QByteArray>

namespace pipeline::validation {

/// The topics to which a worker's source in JavaScript or TypeScript subscribes, as far as it names them where it calls
/// `subscribe`. Comments and other things to subscribe to are not told apart: both add to what is subscribed to.
DefinitionFacts readWorkerFacts(const QByteArray &source);

} // namespace pipeline::validation
