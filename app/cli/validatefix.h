// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "validateselection.h"

namespace pipeline::cli {

/// `validate --fix`: repairs files and tells what is left; with --dry-run it prints a diff and writes nothing. Gives
/// the exit code.
int fixFiles(const Call &call, const Selection &selection, const validation::Options &options);

} // namespace pipeline::cli
