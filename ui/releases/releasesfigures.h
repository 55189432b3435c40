// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backlog/releasehistory.h"

namespace pipeline::ui {

/// The numbers of the Releases page's header and chips.
struct ReleasesFigures {
    backlog::ReleaseGroup states; ///< of the filter, its states left aside
    qsizetype sprints = 0;
    qint64 inAnEnvironment = 0;
    QStringList preparers;
};

Result<ReleasesFigures> readReleasesFigures(const backlog::ReleaseHistory &history,
                                            const backlog::ReleaseFilter &filter, std::stop_token stop);

} // namespace pipeline::ui
