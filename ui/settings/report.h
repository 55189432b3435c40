// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/result.h"

namespace pipeline::ui {

class Session;

/// The versions of what this program is made of and talks to, one a line.
QString versions(const Session &session);

/// Writes \a versions and the last megabyte of the log in \a logFolder, for whoever looks after this program. Blocks.
Result<void> saveReport(const QString &fileName, const QString &versions, const QString &logFolder);

} // namespace pipeline::ui
