// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decisiondialog.h"
#include "releasedata.h"

#include "ui/common/background.h"

#include <QWidget>

class QFormLayout;
class QLabel;
class QPlainTextEdit;
class QVBoxLayout;

namespace pipeline::approval {
struct DecisionRecord;
}

namespace pipeline::ui {

class Button;
class Session;
class Theme;

/// What goes out, and the decision on it: the facts that decide, the reason, and why a decision is not possible.
class ApprovalPane : public QWidget {
    Q_OBJECT

public:
    ApprovalPane(Session &session, const Theme &theme, QWidget *parent = nullptr);

    void set(const ReleaseData &release);

    /// Ctrl+Shift+A: goes there, decides nothing.
    void focusDecision();

    Button *approveButton() const { return m_approve; }
    Button *rejectButton() const { return m_reject; }
    QLabel *obstacleLabel() const { return m_obstacle; }
    QPlainTextEdit *reasonField() const { return m_reason; }

signals:
    void findingsRequested();
    void decided(bool approved);
    void notRecorded(bool approved, const pipeline::Error &error); ///< of whatever kind; the page reloads

private:
    void makeDecision(QVBoxLayout *column);
    void showGoods();
    void showFacts();
    void askFourEyes();
    void showObstacle();
    QString obstacle() const;
    void ask(DecisionDialog::Kind kind);
    void decide(bool approved, const QString &reason);
    QLabel *addFact(const QString &name, const QString &icon, const QString &tone, const QString &text,
                    QWidget *trailing = nullptr);
    bool isOpen() const;

    Session &m_session;
    const Theme &m_theme;
    QLabel *m_title;
    QVBoxLayout *m_goods;
    QLabel *m_heading;
    QLabel *m_bound;
    QFormLayout *m_facts;
    QLabel *m_reasonCaption;
    QPlainTextEdit *m_reason;
    QLabel *m_obstacle;
    Button *m_reject;
    Button *m_approve;
    ReleaseData m_data;
    qint64 m_askedItem = 0; ///< the approval that m_fourEyes is about
    qint64 m_askedVersion = 0;
    std::optional<Result<void>> m_fourEyes; ///< nothing while it is being found out
    bool m_deciding = false;
    Task m_fourEyesTask;
    Task m_decisionTask;
};

} // namespace pipeline::ui
