// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backlog/releasehistory.h"
#include "ui/cells/rowlooks.h"

namespace pipeline::ui {

StateLook lookOf(backlog::ReleaseState state);
StateLook lookOf(backlog::EnvironmentState state);

/// The meter of a release and the words beside it; \a me is the name that "yours" stands for.
StageLook stageLook(const backlog::ReleaseRow &row, const QString &me);

/// "Failed in VERIFY", or only the state where no stage tells more.
QString stateWords(const backlog::ReleaseRow &row);

QString groupName(const backlog::ReleaseGroup &group, backlog::ReleaseGrouping grouping);

/// "3 releases · 1 running, 2 queued"
QString groupFigures(const backlog::ReleaseGroup &group, backlog::ReleaseGrouping grouping);

/// Everything that is not finished, the failed included.
const QList<backlog::ReleaseState> &openStates();

} // namespace pipeline::ui
