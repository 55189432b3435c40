// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/environment.h"

#include <QJsonObject>
#include <QStringList>

namespace pipeline::camunda {

/// Plain values as the engine takes them, which finds the types itself: `{"score": 645}` → `{"score": {"value": 645}}`.
QJsonObject toEngineVariables(const QJsonObject &plain);

/// The reverse.
QJsonObject fromEngineVariables(const QJsonObject &typed);

/// `<resource>/key/<key>[/tenant-id/<tenant>]/<action>`
QStringList pathOfKey(const Environment &environment, const QString &resource, const QString &key,
                      const QString &action);

} // namespace pipeline::camunda
