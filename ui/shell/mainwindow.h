// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "page.h"
#include "toasts.h"

#include <QHash>
#include <QMainWindow>

#include <functional>

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

    /// What a page is to be a child of from the start: one that moves there later is styled twice, widget by widget.
    QWidget *pageParent() const;

    /// Puts what \a make gives behind a new entry of the rail, once it is asked for; Ctrl+1, 2, … open the entries.
    RailButton *addPage(std::function<Page *()> make, const QString &icon, const QString &text);

    /// Puts a page that others open behind \a entry.
    void addSubPage(Page *page, const RailButton *entry);

    /// What is added from here on stands at the foot of the rail.
    void addRailStretch();

    void open(Page *page);
    Page *current() const;

    /// To the page that was open before.
    void goBack();

    /// The page behind \a entry.
    Page *page(const RailButton *entry);

    /// The pages of all entries, in the order of the rail.
    QList<Page *> pages();

    /// Makes one of the pages that nobody has asked for yet; false when there is none.
    bool makeNextPage();

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
    bool focusNextPrevChild(bool next) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Place {
        RailButton *entry = nullptr;
        std::function<Page *()> make;
        Page *page = nullptr;
    };

    Page *page(Place &place);
    void showTitle();
    void showCommands();
    QMenu *menu(const QString &name) const;
    void makeMenus();
    void makeThemeMenu();
    void focusNextPane(bool forward);

    Session &m_session;
    Theme &m_theme;
    TopBar *m_top;
    Rail *m_rail;
    QStackedWidget *m_stack;
    StatusArea *m_status;
    Toasts *m_toasts;
    QList<Place> m_places; ///< of the rail, in its order
    QHash<const Page *, const RailButton *> m_entries; ///< of the pages that are there
    QList<QMenu *> m_menus;
    QList<Page *> m_visited;
};

} // namespace pipeline::ui
