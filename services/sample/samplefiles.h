// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/contract/artefact.h"

#include <QMap>

namespace pipeline::sample {

/// The files of an artefact of the sample backlog, by path; NotFound when the sample has none.
Result<QMap<QString, QByteArray>> artefactFiles(const contract::Artefact &artefact);

} // namespace pipeline::sample
