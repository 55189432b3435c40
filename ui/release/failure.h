// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "events/event.h"
#include "releasedata.h"

namespace pipeline::ui {

/// Why a run failed, in the four parts that its card shows.
struct Failure {
    /// Whether the same bytes may pass when they are tried again.
    enum class Retry { FailsAgain, MayHelp, Unknown };

    QString title;
    QString stage; ///< "deploy"
    QDateTime at;
    qint64 spent = 0; ///< milliseconds in the stage; 0 when not known
    QString what;
    QString why;
    QString engineWords; ///< the engine's own, where `why` says them in others
    QString path; ///< empty when the failure has no place
    QString element;
    int line = 0;
    int column = 0;
    QString message; ///< at the place
    QStringList steps; ///< what to do
    Retry retry = Retry::Unknown;

    QString retrySentence() const;
    QString report(const ReleaseData &data) const;
};

/// \a run must have failed; \a events are those of its latest attempt.
Failure failureOf(const ReleaseData &data, const backlog::HistoryItem &run, const QList<events::Event> &events);

} // namespace pipeline::ui
