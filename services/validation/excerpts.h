// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "filereport.h"

namespace pipeline::validation {

/// The source around each finding of a file.
QHash<std::pair<int, int>, Excerpt> excerptsOf(const InputFile &file, const QList<Finding> &findings);

} // namespace pipeline::validation
