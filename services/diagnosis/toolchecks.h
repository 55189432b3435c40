// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "diagnosis.h"

#include "process/sandbox.h"
#include "repository/mirror.h"

#include <stop_token>

namespace pipeline::diagnosis {

/// Whether git is installed and new enough.
Diagnosis checkGit(std::stop_token stop);

/// Whether Node.js and its npm are installed and new enough.
QList<Diagnosis> checkNode(std::stop_token stop);

/// How workers' code is kept away from everything else.
Diagnosis checkSandbox(const process::Sandbox &sandbox);

/// Whether a repository's branch can be asked for.
Diagnosis checkRepository(repository::Mirror &mirror, std::stop_token stop);

} // namespace pipeline::diagnosis
