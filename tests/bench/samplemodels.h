// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/result.h"

#include <QStringList>

namespace pipeline::bench {

/// A sound, executable process of so many service tasks one after the other, with its diagram.
QByteArray modelOf(int tasks);

/// Files with the suffix .bpmn in or below a folder, in the order of their names.
QStringList modelsBelow(const QString &folder);

/// Copies the project's own samples and fixtures into \a folder, so often that there are \a wanted files at least.
Result<void> copySamples(const QString &folder, int wanted);

} // namespace pipeline::bench
