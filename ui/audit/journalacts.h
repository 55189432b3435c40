// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/journal.h"
#include "ui/common/background.h"

#include <QWidget>

namespace pipeline::ui {

class Session;
class Theme;

/// What a person can do with the journal: export it, export the proof of a break, explain a break. Each is asked for
/// over \a window, done in the background, and an entry of its own.
class JournalActs : public QObject {
    Q_OBJECT

public:
    JournalActs(Session &session, const Theme &theme, QWidget *window);

    void askForExport(const audit::Filter &filter);
    void exportTo(const QString &fileName, const audit::Filter &filter);
    void askForProof(const audit::Verdict &verdict);
    void askForExplanation(qint64 entry);

    /// Looks for an explanation of the break at \a entry; explanationRead() follows.
    void readExplanation(qint64 entry);

signals:
    void explanationRead(qint64 entry, bool explained);
    void noticeRaised(const QString &tone, const QString &title, const QString &text);

private:
    void askForFile(const QString &title, const QString &proposal, const QString &filters,
                    std::function<void(const QString &)> then);
    void noteExport(const Result<qint64> &entries, const QString &fileName);

    Session &m_session;
    const Theme &m_theme;
    QWidget *m_window;
    Task m_exportTask;
    Task m_explanationTask;
};

} // namespace pipeline::ui
