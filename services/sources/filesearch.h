// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "filetree.h"

namespace pipeline::sources {

/// The files that \a paths mean in \a tree, each once: files, folders with all that is below them, and patterns (see
/// Glob), which also take a folder whole. InvalidInput for a path where nothing is, a file of a kind that is not
/// validated, and a pattern that matches nothing.
Result<QStringList> findFiles(const FileTree &tree, const QStringList &paths);

/// What would go to the engine together with the file: its folder; for one in a folder `bpmn`, `dmn` or `forms` the
/// product's folder around that. An absolute path.
QString deploymentOf(const QString &path);

} // namespace pipeline::sources
