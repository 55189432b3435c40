// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engineclient.h"

namespace pipeline::camunda {

/// Open incidents in instances of these definitions, by id.
Result<int> openIncidentsOf(const EngineClient &engine, const QStringList &definitionIds, std::stop_token stop);

} // namespace pipeline::camunda
