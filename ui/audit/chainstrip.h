// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/journal.h"
#include "ui/common/background.h"

#include <QFrame>
#include <QTimer>

#include <atomic>
#include <memory>

class QLabel;
class QProgressBar;

namespace pipeline::ui {

class BreakCard;
class Button;
class Session;
class Theme;

/// The state of the journal's hash chain: unknown since when, being checked, intact, or a card when it is broken.
class ChainStrip : public QFrame {
    Q_OBJECT

public:
    ChainStrip(Session &session, const Theme &theme, QWidget *parent = nullptr);

    /// Reads all entries on a thread of the pool; verified() follows.
    void verify();
    void stop();

    bool isChecking() const { return m_progress != nullptr; }
    std::optional<qint64> brokenAt() const;
    const audit::Verdict &verdict() const { return m_verdict; }

    /// How many entries there are now; those behind the last check are told.
    void setSize(qint64 entries);

signals:
    void verified();
    void showRequested(qint64 entry);
    void proofRequested(qint64 entry);
    void explanationRequested(qint64 entry);

private:
    struct Checked {
        audit::Verdict verdict;
        std::optional<audit::Entry> broken; ///< the entry that does not fit
        qint64 milliseconds = 0;
    };
    struct Progress {
        std::atomic<qint64> checked = 0;
        std::atomic<qint64> total = 0;
    };

    void adopt(const Checked &checked);
    void showUnknown(const QString &reason);
    void showProgress();
    void showIntact();
    void paint(const QString &kind, const QString &icon, const QString &tone, const QString &title);

    Session &m_session;
    const Theme &m_theme;
    QWidget *m_line;
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_figures;
    QFrame *m_separator;
    QLabel *m_time;
    QProgressBar *m_bar;
    Button *m_verify;
    BreakCard *m_card;
    QTimer m_poll;
    QDateTime m_unknownSince = QDateTime::currentDateTime();
    QDateTime m_checkedAt;
    qint64 m_took = 0;
    std::optional<audit::Entry> m_broken; ///< the entry where the chain breaks
    qint64 m_size = 0;
    audit::Verdict m_verdict;
    std::shared_ptr<Progress> m_progress; ///< while it is being checked
    Task m_task;
};

} // namespace pipeline::ui
