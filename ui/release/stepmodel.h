// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "events/event.h"
#include "releasedata.h"

#include <QStandardItemModel>

namespace pipeline::ui {

/// The steps of one attempt as its events tell them. DEPLOY stands there by its targets, with the files that go to
/// each; the other stages gain their steps as they come.
class StepModel : public QStandardItemModel {
    Q_OBJECT

public:
    explicit StepModel(QObject *parent = nullptr) : QStandardItemModel(parent) {}

    /// Empties it for an attempt of \a release in which \a stages are expected.
    void start(const ReleaseData &release, const QStringList &stages, int attempt);
    void add(const QList<events::Event> &events);
    void tick(); ///< moves the bar of a request that waits

private:
    struct Stage {
        QStandardItem *item = nullptr; ///< null for DEPLOY
        QMap<QString, QStandardItem *> targets; ///< by the step that is about them
        QStandardItem *step = nullptr; ///< what it is at
        QString stepWords; ///< what stood beside the step before it began
        QDateTime startedAt;
        QDateTime stepStartedAt;
        int stepDone = 0; ///< the stage's count when the step began
    };

    void addTargets(Stage &stage, const ReleaseData &release);
    QStandardItem *addHead(const QString &text, const QString &muted);
    void addStage(const events::Event &event);
    void addProgress(const events::Event &event);
    void addCheck(const events::Event &event);
    void addLog(const events::Event &event);
    void endStep(Stage &stage, const QDateTime &at, bool failed);

    QMap<QString, Stage> m_stages;
    int m_attempt = 0;
};

} // namespace pipeline::ui
