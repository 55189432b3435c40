// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/finding.h"

namespace pipeline::report {

/// \a text without control characters, for a file's own text must not steer a terminal or break a document.
QString harmless(QString text);

/// "1 error", "2 errors".
QString counted(qsizetype number, const QString &noun);

/// What is wrong and how to repair it, in one paragraph.
QString explained(const Finding &finding);

/// "path:line:column" as far as they are known.
QString placeOf(const Finding &finding);

} // namespace pipeline::report
