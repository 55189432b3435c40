// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engineclient.h"

namespace pipeline::camunda {

/// Evaluates the latest version of the decision \a key: one object per matching rule, `{"faixa": "B"}`.
///
/// The engine misses no variable: without one that the table asks for, no rule may match. NotFound for an unknown
/// key, Refused with the engine's words when an expression fails.
Result<QJsonArray> evaluateDecision(const EngineClient &engine, const QString &key, const QJsonObject &variables,
                                    std::stop_token stop);

} // namespace pipeline::camunda
