// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backlog/releasehistory.h"

namespace pipeline::ui {

/// One line of a release's history: an item, or below it what happened to it.
struct HistoryLine {
    QString icon; ///< of an item
    QString tone;
    QString lead; ///< "Try 3"; empty for what is no attempt
    QString text;
    QString under; ///< runner, start and duration, or the reason of a decision
    QDateTime at;
    qint64 item = 0;
    bool isItem = false;
    QList<HistoryLine> below = {};
};

/// Every item with its attempts, newest first; at the end who inserted the first one.
QList<HistoryLine> historyByItem(const backlog::ReleaseDetails &details);

/// The same, one after the other, the newest first.
QList<HistoryLine> historyByTime(const backlog::ReleaseDetails &details);

/// "5 items, 6 attempts, all 21 Nov"
QString historyFigures(const backlog::ReleaseDetails &details);

/// "validar", "implantar → producao", "aprovar_release"
QString itemTitle(const contract::BacklogItem &item);

} // namespace pipeline::ui
