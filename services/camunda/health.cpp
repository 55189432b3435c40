// SPDX-License-Identifier: Apache-2.0
#include "health.h"

using namespace Qt::StringLiterals;

namespace pipeline::camunda {
namespace {

/// Unlike EngineClient::tenant(): who has no tenant looks after the whole engine.
Query watched(const EngineClient &engine)
{
    return engine.environment().tenant.isEmpty() ? Query() : engine.tenant();
}

} // namespace

Result<int> openIncidents(const EngineClient &engine, std::stop_token stop)
{
    return engine.count({u"incident"_s}, watched(engine), stop);
}

Result<int> openIncidentsOf(const EngineClient &engine, const QStringList &definitionIds, std::stop_token stop)
{
    int all = 0;
    for (const QString &id : definitionIds) {
        const Result<int> some = engine.count({u"incident"_s}, {{u"processDefinitionId"_s, id}}, stop);
        if (!some)
            return some;
        all += *some;
    }
    return all;
}

Result<int> exhaustedJobs(const EngineClient &engine, std::stop_token stop)
{
    return engine.count({u"job"_s}, Query{{u"noRetriesLeft"_s, u"true"_s}} + watched(engine), stop);
}

} // namespace pipeline::camunda
