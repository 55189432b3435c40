// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QKeySequence>
#include <QTimer>
#include <QWidget>

class QFrame;
class QHeaderView;
class QLabel;

namespace pipeline::ui {

class Button;
class Theme;

/// What stands in a view's place when it has nothing to show: loading, empty, or why it failed.
class StatePage : public QWidget {
    Q_OBJECT

public:
    explicit StatePage(const Theme &theme, QWidget *parent = nullptr);

    /// Still grey bars after 300 ms; after 5 s \a sentence, for how long, and the way to give up.
    void showLoading(const QString &sentence);

    /// While it loads the bars stand below \a header, in its columns.
    void setHeader(QHeaderView *header) { m_header = header; }

    /// The empty \a action shows no button.
    void showMessage(const QString &icon, const QString &tone, const QString &title, const QString &text,
                     const QString &action = {}, const QString &secondAction = {});

    /// Of the action that showMessage() has just shown. The key triggers it as well; none is none.
    void setActionLook(const QString &icon, const QKeySequence &key = {});

signals:
    void actionTriggered();
    void secondActionTriggered();
    void cancelled(); ///< loading; the page says so by itself
    void reloadRequested(); ///< after it was cancelled

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    enum class Showing { Nothing, Bars, Message };

    void makeFoot();
    void showCancelled();
    QList<QRect> columns() const;
    void paintHeader(QPainter &painter) const;
    void showSeconds();

    const Theme &m_theme;
    QHeaderView *m_header = nullptr;
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_text;
    Button *m_action;
    Button *m_secondAction;
    QFrame *m_foot;
    QLabel *m_slow;
    int m_seconds = 0; ///< of loading
    QTimer m_bars;
    QTimer m_second;
    QString m_loading;
    bool m_cancelled = false;
    Showing m_showing = Showing::Nothing;
};

} // namespace pipeline::ui
