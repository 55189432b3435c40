// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/client.h"
#include "models/environment.h"
#include "models/result.h"

#include <QJsonArray>
#include <QJsonObject>

#include <optional>

namespace pipeline::camunda {

/// The engine's own account of why it refused.
struct EngineFault {
    QString type; ///< "ParseException"
    QString message;
    int code = 0; ///< of the engine's exception codes; 0 for none
    QJsonObject details; ///< per file, of a ParseException

    /// It judges the request, and will do so again; the alternative is trouble of its own, such as with its database.
    bool isVerdict() const;
};

/// Nothing when the body is not the engine's.
std::optional<EngineFault> engineFault(const http::Response &response);

/// What an answer that is not 2xx means.
Error answerError(const Environment &environment, const http::Response &response);
Error unauthorizedError(const Environment &environment);
Error plainHttpError(const Environment &environment);
Error notAnEngineError(const Environment &environment);
Error incompleteError(const Environment &environment, const QString &detail);

/// The document of a 2xx answer. NotFound when it is something else, Unreachable when it is half of one.
Result<QJsonArray> jsonArray(const Environment &environment, const http::Response &response);
Result<QJsonObject> jsonObject(const Environment &environment, const http::Response &response);

} // namespace pipeline::camunda
