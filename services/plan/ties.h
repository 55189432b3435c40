// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "productplan.h"

#include <QSet>

namespace pipeline::plan {

/// \a resources and every file of \a files that is tied to one of them, directly or through others.
///
/// A tie is a reference that looks into its own deployment (`binding="deployment"`, `deployment:` keys): a file sent
/// without the one that it is tied to would not find it, or would be served the old one.
QSet<QString> withTied(QSet<QString> resources, const QList<PlannedFile> &files);

} // namespace pipeline::plan
