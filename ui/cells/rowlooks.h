// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backlog/queuereader.h"

#include <QDateTime>
#include <QMetaType>
#include <QString>

#include <array>

namespace pipeline::ui {

/// A state as a cell or badge shows it: shape, word, colour family.
struct StateLook {
    QString icon;
    QString tone;
    QString word;
};

enum class Segment { Empty, Done, Current, Waiting, Failed, Left };

/// Five segments, one for each stage, and the words beside them.
struct StageLook {
    std::array<Segment, 5> segments = {};
    QString strong; ///< the stage, in bold
    QString text;
};

/// A number with an icon of its kind.
struct ArtefactsLook {
    backlog::ArtefactCounts counts;
};

StateLook lookOf(backlog::QueueState state, bool cancelled = false);
StateLook stateLook(const backlog::QueueRow &row);

/// Since when a row stands where it does, as its age counts.
QDateTime standsSince(const backlog::QueueRow &row);

/// \a me is the name that "yours" stands for.
StageLook stageLook(const backlog::QueueRow &row, const QString &me);

/// Looks with the longest words that are no names and no reasons, in the language of the window.
QList<StageLook> longStageLooks();

/// VALIDATE, TEST, APPROVAL, DEPLOY or VERIFY, translated.
QString stageName(int index);

/// "validate" → 0, "test" → 1, "deploy" → 3, "verify" → 4; -1 for anything else.
int stageIndex(const QString &name);

/// "7 artefacts: 3 BPMN, 1 DMN, …" for accessibility and tooltips.
QString artefactWords(const backlog::ArtefactCounts &counts);

/// "runner-02 · 24 s", "lease lost 12 s ago", or who ran it last.
QString leaseWords(const backlog::QueueRow &row, const QDateTime &now);

} // namespace pipeline::ui

Q_DECLARE_METATYPE(pipeline::ui::StateLook)
Q_DECLARE_METATYPE(pipeline::ui::StageLook)
Q_DECLARE_METATYPE(pipeline::ui::ArtefactsLook)
