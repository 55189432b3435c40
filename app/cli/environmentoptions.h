// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "synopsis.h"

namespace pipeline::cli {

/// An option for each key of `[environments.<name>]`.
QList<Option> environmentOptions();

/// The key that \a option stands for.
QString keyOf(const Option &option);

} // namespace pipeline::cli
