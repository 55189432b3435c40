// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "page.h"
#include "toasts.h"

#include <QMainWindow>

class QAction;
class QStackedWidget;

namespace pipeline::ui {

class Rail;
class RailButton;
class StatusArea;
class TopBar;

/// The window: menu row, rail, pages and status; the pages are given to it.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    MainWindow(Session &session, Theme &theme, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Puts \a page behind a new entry of the rail; Ctrl+1, 2, … open the entries.
    RailButton *addPage(Page *page, const QString &icon, const QString &text);

    /// Puts \a page behind the entry of \a parent: it is opened by what that page shows.
    void addSubPage(Page *page, Page *parent);

    /// What is added from here on stands at the foot of the rail.
    void addRailStretch();

    void open(Page *page);
    Page *current() const;
    const QList<Page *> &pages() const { return m_pages; }

    StatusArea *status() const { return m_status; }
    Toasts *toasts() const { return m_toasts; }

    /// The menus' actions, which the command palette offers as well.
    QList<QAction *> commands() const;

    QAction *addCommand(const QString &menu, const QString &icon, const QString &text, const QKeySequence &key);

signals:
    void paletteRequested();
    void closing(bool *accepted);

protected:
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void addToStack(Page *page);
    void showTitle();
    void makeMenus();
    void makeThemeMenu();
    void goBack();
    void focusNextPane(bool forward);

    Session &m_session;
    Theme &m_theme;
    TopBar *m_top;
    Rail *m_rail;
    QStackedWidget *m_stack;
    StatusArea *m_status;
    Toasts *m_toasts;
    QList<Page *> m_pages; ///< of the rail, in its order
    QHash<Page *, Page *> m_parents; ///< of pages without an entry of their own
    QList<QMenu *> m_menus;
    QList<Page *> m_visited;
};

} // namespace pipeline::ui
