// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "summary.h"

#include <QJsonObject>

namespace pipeline::report {

/// The document of `validate --format json`, as the contract has it.
QJsonObject toJson(const QList<validation::FileReport> &reports, const Summary &summary);

} // namespace pipeline::report
