// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engineclient.h"

namespace pipeline::camunda {

/// Open incidents of the environment's tenant, of the whole engine without one.
Result<int> openIncidents(const EngineClient &engine, std::stop_token stop);

/// Open incidents in instances of these definitions, by id.
Result<int> openIncidentsOf(const EngineClient &engine, const QStringList &definitionIds, std::stop_token stop);

/// Jobs that failed until no retries were left.
Result<int> exhaustedJobs(const EngineClient &engine, std::stop_token stop);

} // namespace pipeline::camunda
