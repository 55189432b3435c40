// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace pipeline::tests {

/// Fills the backlog in \a databaseFile like the pictures of the design: running, waiting, failed, queued and done
/// items of a few sprints, with their stages, findings, tests, log lines and journal.
void fillLikeThePictures(const QString &databaseFile);

} // namespace pipeline::tests
