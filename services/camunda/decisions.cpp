// SPDX-License-Identifier: Apache-2.0
#include "decisions.h"

#include "engineanswer.h"
#include "variables.h"

using namespace Qt::StringLiterals;

namespace pipeline::camunda {

Result<QJsonArray> evaluateDecision(const EngineClient &engine, const QString &key, const QJsonObject &variables,
                                    std::stop_token stop)
{
    const QStringList path = pathOfKey(engine.environment(), u"decision-definition"_s, key, u"evaluate"_s);
    const QJsonObject body{{u"variables"_s, toEngineVariables(variables)}};
    return engine.post(path, body, stop)
        .and_then([&](const http::Response &response) { return jsonArray(engine.environment(), response); })
        .map([](const QJsonArray &answer) {
            QJsonArray rows;
            for (const QJsonValue &row : answer)
                rows << fromEngineVariables(row.toObject());
            return rows;
        });
}

} // namespace pipeline::camunda
