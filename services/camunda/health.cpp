// SPDX-License-Identifier: Apache-2.0
#include "health.h"

using namespace Qt::StringLiterals;

namespace pipeline::camunda {

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

} // namespace pipeline::camunda
