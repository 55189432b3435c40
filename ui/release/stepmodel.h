// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "events/event.h"

#include <QStandardItemModel>

namespace pipeline::ui {

/// The steps of one attempt as its events tell them: stages, and in them what was deployed, tested and checked.
class StepModel : public QStandardItemModel {
    Q_OBJECT

public:
    explicit StepModel(QObject *parent = nullptr) : QStandardItemModel(parent) {}

    /// Empties it for an attempt in which \a stages are expected.
    void start(const QStringList &stages, int attempt);
    void add(const QList<events::Event> &events);

private:
    struct Stage {
        QStandardItem *item = nullptr;
        QStandardItem *step = nullptr; ///< what it is at
        QDateTime startedAt;
        QDateTime stepStartedAt;
        int stepDone = 0; ///< the stage's count when the step began
    };

    void addStage(const events::Event &event);
    void addProgress(const events::Event &event);
    void addCheck(const events::Event &event);
    void endStep(Stage &stage, const QDateTime &at, bool failed);
    static void show(QStandardItem *item, const QString &status);
    static QString stepName(const QString &step);

    QMap<QString, Stage> m_stages;
    int m_attempt = 0;
};

} // namespace pipeline::ui
