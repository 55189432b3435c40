// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/page.h"

#include "ui/common/background.h"

class QFrame;
class QVBoxLayout;

namespace pipeline::ui {

class Button;
class LanguageBox;

/// What somebody sees who has nothing configured: three steps, of which the first is done from the start.
class WelcomePage : public Page {
    Q_OBJECT

public:
    WelcomePage(Session &session, const Theme &theme, QWidget *parent = nullptr);

    void refresh() override;

    QString backlogWords() const;
    LanguageBox *language() const { return m_language; }

signals:
    /// There is neither an environment nor an item: this page is of more use than an empty queue.
    void firstRunFound();

    void environmentRequested();
    void queueRequested();

private:
    enum class StepState { Done, Next, Later };
    struct Step {
        int place;
        QString icon;
        QFrame *card;
        QLabel *number;
        QLabel *title;
        QLabel *text;
        Button *action;
    };

    QWidget *makeSampleCard();
    Step makeStep(int number, const QString &title, const QString &action, const QString &icon);
    void setStep(const Step &step, StepState state, const QString &text);
    void showSteps();
    void lookForFirstRun();

    QVBoxLayout *m_column;
    LanguageBox *m_language;
    QList<Step> m_steps;
    Task m_task;
};

} // namespace pipeline::ui
