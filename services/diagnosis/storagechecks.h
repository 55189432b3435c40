// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "diagnosis.h"

#include <stop_token>

namespace pipeline::diagnosis {

/// Whether the backlog database opens, what schema it has and whether it is sound. One that is not there yet is not
/// made; one with an older schema is brought up to date, as every command does.
Diagnosis checkDatabase(const QString &url, std::stop_token stop);

/// Whether \a folder, or the nearest that is there above it, can be written and has room for \a bytes.
Diagnosis checkDisk(const QString &name, const QString &folder, qint64 bytes);

} // namespace pipeline::diagnosis
