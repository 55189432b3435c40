// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTimer>
#include <QWidget>

class QLabel;

namespace pipeline::ui {

class Button;
class Theme;

/// What stands in a view's place when it has nothing to show: loading, empty, or why it failed.
class StatePage : public QWidget {
    Q_OBJECT

public:
    explicit StatePage(const Theme &theme, QWidget *parent = nullptr);

    /// Still grey bars after 300 ms, and \a sentence after 5 s.
    void showLoading(const QString &sentence);

    /// The empty \a action shows no button.
    void showMessage(const QString &icon, const QString &tone, const QString &title, const QString &text,
                     const QString &action = {}, const QString &secondAction = {});

signals:
    void actionTriggered();
    void secondActionTriggered();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    enum class Showing { Nothing, Bars, Message };

    const Theme &m_theme;
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_text;
    Button *m_action;
    Button *m_secondAction;
    QTimer m_bars;
    QTimer m_sentence;
    QString m_loading;
    Showing m_showing = Showing::Nothing;
};

} // namespace pipeline::ui
