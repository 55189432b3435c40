// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "releasedata.h"

#include <array>

namespace pipeline::ui {

/// One of the five stages as its button shows it.
struct StageInfo {
    QString name;
    QString icon;
    QString tone; ///< colour family
    QString word; ///< the state, for whoever cannot see the icon
    QString time; ///< "00:38", "≈ 01:40", "42 min" or "—"
    QString figures;
    bool current = false; ///< tinted: the release stands here
    bool ahead = false; ///< it was not reached yet

    bool operator==(const StageInfo &) const = default;
};

using StageInfos = std::array<StageInfo, 5>;

/// \a me is the name that "you" stands for.
StageInfos stagesOf(const ReleaseData &data, const QString &me, const QDateTime &now);

/// The state of the whole release for its badge: "Failed in DEPLOY", "Waiting approval", …
struct ReleaseBadge {
    QString icon;
    QString tone;
    QString word;
};
ReleaseBadge badgeOf(const ReleaseData &data);

} // namespace pipeline::ui
