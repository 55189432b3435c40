// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "installer.h"
#include "noderunner.h"
#include "package.h"

#include "models/finding.h"

#include <optional>

namespace pipeline::workers {

/// Whether the package, or a folder above it in the checkout, configures ESLint.
bool configuresEslint(const Package &package);

/// Runs ESLint on the package's artefacts. Refused when ESLint failed itself.
Result<QList<Finding>> runEslint(const NodeRunner &runner, const Package &package, const Modules &modules,
                                 std::chrono::milliseconds timeLimit);

/// The findings in what ESLint wrote as JSON; nothing when it is no such JSON. Paths become relative to \a checkout.
std::optional<QList<Finding>> parseEslint(const QByteArray &json, const QString &checkout);

/// Runs `node --check` on each JavaScript file of the package's artefacts.
Result<QList<Finding>> checkSyntax(const NodeRunner &runner, const Package &package,
                                   std::chrono::milliseconds timeLimit);

/// The finding in what `node --check` wrote about the file at \a path, relative to the checkout.
Finding parseSyntaxError(const QString &written, const QString &path);

} // namespace pipeline::workers
