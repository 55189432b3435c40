// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "summary.h"

#include <QJsonDocument>
#include <QTextStream>

namespace pipeline::report {

/// Prints the document of `validate --format json`, as the contract has it. Fails as Reports::forEach does.
Result<void> printJson(QTextStream &out, const validation::Reports &reports, const Summary &summary,
                       QJsonDocument::JsonFormat format);

} // namespace pipeline::report
