// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "validateselection.h"

namespace pipeline::cli {

/// `validate --watch`: tells again what is wrong whenever a file is saved, until it is told to stop. Gives the exit
/// code.
int watchFiles(const Call &call, Selection selection, const validation::Options &options);

} // namespace pipeline::cli
