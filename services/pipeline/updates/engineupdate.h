// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "update.h"

namespace pipeline::runner {

/// Makes a release of everything that a commit of the artefacts' repository has, which then takes the way that the
/// environment's policy wants: DEPLOY at once, or VALIDATE first. Artefacts of other folders than \a products are left
/// out, unless that is empty. Errors: those of Mirror, NotFound when there is no artefact.
Result<Updated> releaseOfCommit(Update &update, repository::Mirror &mirror, const QStringList &products);

} // namespace pipeline::runner
