// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace pipeline::ui {

class Session;
class Theme;

/// One place of the rail: its header with title, figures and actions, and what the page puts below.
class Page : public QWidget {
    Q_OBJECT

public:
    Page(Session &session, const Theme &theme, const QString &title, QWidget *parent = nullptr);

    QString title() const;

    /// F5.
    virtual void refresh() = 0;

    /// Ctrl+F; pages without a search leave it.
    virtual void focusSearch() {}

    /// What this page can do besides; the window shows it in its menus as long as it shows the page. The property
    /// "menu" names the menu.
    const QList<QAction *> &commands() const { return m_commands; }

signals:
    void releaseRequested(const QString &releaseRef, qint64 item, const QString &tab);
    void sampleRequested();
    void noticeRaised(const QString &tone, const QString &title, const QString &text);

protected:
    void showEvent(QShowEvent *event) override;

    /// Calls readAnew() or refresh(): now, or as soon as the page is shown.
    void readAnewWhenShown() { whenShown(Due::Anew); }
    void refreshWhenShown() { whenShown(Due::Refresh); }

    /// Reads from the beginning what refresh() brings up to date.
    virtual void readAnew() { refresh(); }

    void setTitle(const QString &title);
    void setFigures(const QString &text);
    void addAction(QWidget *action); ///< at the right of the header

    /// \a menu is "file", "view", "go", "run", "tools" or "help".
    QAction *addCommand(const QString &menu, const QString &icon, const QString &text, const QKeySequence &key);

    /// Below the header.
    QVBoxLayout *body() const { return m_body; }
    QWidget *header() const { return m_header; }
    Session &session() const { return m_session; }
    const Theme &theme() const { return m_theme; }

private:
    enum class Due { Nothing, Refresh, Anew };

    void whenShown(Due due);

    Session &m_session;
    const Theme &m_theme;
    QWidget *m_header;
    QLabel *m_title;
    QLabel *m_figures;
    QHBoxLayout *m_actions;
    QVBoxLayout *m_body;
    QList<QAction *> m_commands;
    Due m_due = Due::Nothing;
};

} // namespace pipeline::ui
