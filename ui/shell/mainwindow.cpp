// SPDX-License-Identifier: Apache-2.0
#include "mainwindow.h"

#include "focusorder.h"
#include "rail.h"
#include "shortcutlist.h"
#include "statusarea.h"
#include "topbar.h"

#include "ui/common/theme.h"
#include "ui/session/preferences.h"
#include "ui/session/session.h"

#include <QActionGroup>
#include <QApplication>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QMenuBar>
#include <QSettings>
#include <QStackedWidget>
#include <QStatusBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

MainWindow::MainWindow(Session &session, Theme &theme, QWidget *parent)
    : QMainWindow(parent),
      m_session(session),
      m_theme(theme),
      m_top(new TopBar(session, theme)),
      m_rail(new Rail(theme)),
      m_stack(new QStackedWidget),
      m_status(new StatusArea(session, theme)),
      m_toasts(nullptr)
{
    setWindowIcon(theme.icon(u"flame"_s, u"brand"_s));
    setMinimumSize(1100, 680);
    setMenuWidget(m_top);
    m_stack->setObjectName(u"pages"_s);

    auto *center = new QWidget(this);
    auto *column = new QVBoxLayout(center);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_rail);
    row->addWidget(m_stack, 1);
    column->addLayout(row, 1);
    auto *line = new QFrame(center);
    line->setProperty("kind", u"line"_s);
    column->addWidget(line);
    column->addWidget(m_status);
    setCentralWidget(center);
    m_toasts = new Toasts(theme, m_top->notices(), center);

    connect(m_rail, &Rail::chosen, this, [this](int index) { open(page(m_places[index])); });
    connect(m_top, &TopBar::paletteRequested, this, &MainWindow::paletteRequested);
    makeMenus();

    const QSettings settings;
    if (!restoreGeometry(settings.value(u"window/geometry"_s).toByteArray()))
        resize(1440, 872);
}

MainWindow::~MainWindow() = default;

QWidget *MainWindow::pageParent() const
{
    return m_stack;
}

RailButton *MainWindow::addPage(std::function<Page *()> make, const QString &icon, const QString &text)
{
    const QString key = u"Ctrl+%1"_s.arg(m_places.size() + 1);
    RailButton *entry = m_rail->add(icon, text, key);
    m_places << Place{entry, std::move(make)};
    QAction *action = addCommand(u"go"_s, icon, text, QKeySequence(key));
    connect(action, &QAction::triggered, this, [this, entry] { open(page(entry)); });
    return entry;
}

void MainWindow::addSubPage(Page *page, const RailButton *entry)
{
    m_entries.insert(page, entry);
    m_stack->addWidget(page);
    for (QAction *action : page->commands()) {
        QMenu *into = menu(action->property("menu").toString());
        // What ends the program stays the last of its menu.
        into->insertAction(into == m_menus.first() ? into->actions().constLast() : nullptr, action);
    }
    showCommands();
    connect(page, &QWidget::windowTitleChanged, this, [this, page] {
        if (current() == page)
            showTitle();
    });
}

void MainWindow::showCommands()
{
    for (auto it = m_entries.cbegin(); it != m_entries.cend(); ++it) {
        for (QAction *action : it.key()->commands())
            action->setVisible(it.key() == current());
    }
}

Page *MainWindow::page(Place &place)
{
    if (!place.page) {
        place.page = place.make();
        addSubPage(place.page, place.entry);
    }
    return place.page;
}

Page *MainWindow::page(const RailButton *entry)
{
    const auto place = std::ranges::find(m_places, entry, &Place::entry);
    return place == m_places.end() ? nullptr : page(*place);
}

QList<Page *> MainWindow::pages()
{
    QList<Page *> all;
    for (Place &place : m_places)
        all << page(place);
    return all;
}

bool MainWindow::makeNextPage()
{
    const auto missing = std::ranges::find(m_places, nullptr, &Place::page);
    return missing != m_places.end() && page(*missing);
}

void MainWindow::addRailStretch()
{
    m_rail->addStretch();
}

void MainWindow::open(Page *page)
{
    if (!page)
        return;
    if (current() && current() != page)
        m_visited << current();
    m_stack->setCurrentWidget(page);
    const auto place = std::ranges::find(m_places, m_entries.value(page), &Place::entry);
    m_rail->choose(int(place - m_places.begin()));
    showTitle();
    showCommands();
    page->setFocus();
}

void MainWindow::showTitle()
{
    const QString title = current()->windowTitle().isEmpty() ? tr("%1 — Prometheus Pipeline").arg(current()->title())
                                                             : current()->windowTitle();
    setWindowTitle(m_session.isSample() ? tr("%1 (sample)").arg(title) : title);
}

Page *MainWindow::current() const
{
    return qobject_cast<Page *>(m_stack->currentWidget());
}

QList<QAction *> MainWindow::commands() const
{
    QList<QAction *> all;
    for (const QMenu *menu : m_menus) {
        for (QAction *action : menu->actions()) {
            if (!action->isSeparator() && !action->menu() && action->isVisible())
                all << action;
        }
    }
    return all;
}

QAction *MainWindow::addCommand(const QString &menu, const QString &icon, const QString &text, const QKeySequence &key)
{
    QAction *action = this->menu(menu)->addAction(icon.isEmpty() ? QIcon() : m_theme.icon(icon), text);
    action->setShortcut(key);
    action->setData(icon); // the palette draws it at its own size
    return action;
}

QMenu *MainWindow::menu(const QString &name) const
{
    const auto named = std::ranges::find(m_menus, name, &QMenu::objectName);
    if (named == m_menus.cend())
        qFatal("there is no menu %s", qPrintable(name));
    return *named;
}

void MainWindow::makeMenus()
{
    const std::initializer_list<std::pair<QString, QString>> menus{
        {u"file"_s, tr("&File")}, {u"view"_s, tr("&View")},   {u"go"_s, tr("&Go")},
        {u"run"_s, tr("&Run")},   {u"tools"_s, tr("&Tools")}, {u"help"_s, tr("&Help")}};
    for (const auto &[name, text] : menus) {
        QMenu *menu = m_top->menus()->addMenu(text);
        menu->setObjectName(name);
        menu->setProperty("look", u"icons"_s);
        m_menus << menu;
    }
    const auto on = [this](const QString &menu, const QString &icon, const QString &text, const QKeySequence &key,
                           auto act) { connect(addCommand(menu, icon, text, key), &QAction::triggered, this, act); };
    on(u"file"_s, u"close"_s, tr("&Quit"), QKeySequence(u"Ctrl+Q"_s), [this] { close(); });
    on(u"view"_s, u"refresh"_s, tr("&Refresh"), QKeySequence(u"F5"_s), [this] {
        if (current())
            current()->refresh();
    });
    on(u"view"_s, u"search"_s, tr("&Search in this page"), QKeySequence(u"Ctrl+F"_s), [this] {
        if (current())
            current()->focusSearch();
    });
    on(u"view"_s, {}, tr("&Next pane"), QKeySequence(u"F6"_s), [this] { focusNextPane(true); });
    on(u"view"_s, {}, tr("&Previous pane"), QKeySequence(u"Shift+F6"_s), [this] { focusNextPane(false); });
    on(u"go"_s, u"left"_s, tr("&Back"), QKeySequence(u"Alt+Left"_s), [this] { goBack(); });
    on(u"tools"_s, u"cmd"_s, tr("&Commands…"), QKeySequence(u"Ctrl+K"_s), [this] { emit paletteRequested(); });
    makeThemeMenu();
    on(u"help"_s, u"info"_s, tr("&Keyboard shortcuts"), QKeySequence(u"Ctrl+/"_s),
       [this] { (new ShortcutList(m_menus, m_theme, this))->open(); });
}

void MainWindow::makeThemeMenu()
{
    auto *menu = new QMenu(tr("&Theme"), this);
    auto *group = new QActionGroup(menu);
    const std::initializer_list<std::tuple<ThemeChoice, QString, QString>> choices{
        {ThemeChoice::System, u"settings"_s, tr("As the system")},
        {ThemeChoice::Light, u"sun"_s, tr("Light")},
        {ThemeChoice::Dark, u"moon"_s, tr("Dark")}};
    for (const auto &[choice, icon, text] : choices) {
        QAction *action = menu->addAction(m_theme.icon(icon), text);
        action->setCheckable(true);
        action->setChecked(m_theme.choice() == choice);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, choice = choice] {
            preferences::setTheme(choice);
            m_theme.apply(choice);
        });
        connect(&m_theme, &Theme::changed, action,
                [this, action, choice = choice] { action->setChecked(m_theme.choice() == choice); });
    }
    m_menus.at(1)->addMenu(menu);
}

void MainWindow::goBack()
{
    if (m_visited.isEmpty())
        return;
    Page *page = m_visited.takeLast();
    open(page);
    m_visited.removeLast(); // open() has remembered where we came from
}

void MainWindow::focusNextPane(bool forward)
{
    // A pane is what scrolls or edits; single buttons are reached by Tab.
    QList<QWidget *> panes;
    if (current()) {
        for (QWidget *widget : focusOrder(current())) {
            if (widget->isVisible()
                && (widget->inherits("QAbstractItemView") || widget->inherits("QPlainTextEdit")
                    || widget->property("pane").toBool()))
                panes << widget;
        }
    }
    if (panes.isEmpty())
        return;
    qsizetype index = panes.indexOf(QApplication::focusWidget());
    index = forward ? (index + 1) % panes.size() : (index <= 0 ? panes.size() - 1 : index - 1);
    panes.at(index)->setFocus(Qt::TabFocusReason);
}

bool MainWindow::focusNextPrevChild(bool next)
{
    QList<QWidget *> order;
    for (QWidget *part : std::initializer_list<QWidget *>{menuWidget(), centralWidget(), statusBar()})
        order << focusOrder(part);
    for (qsizetype i = 1; i < order.size(); ++i)
        setTabOrder(order.at(i - 1), order.at(i));
    return QMainWindow::focusNextPrevChild(next);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    bool accepted = true;
    emit closing(&accepted);
    event->setAccepted(accepted);
    if (accepted)
        QSettings().setValue(u"window/geometry"_s, saveGeometry());
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    m_toasts->place();
}

} // namespace pipeline::ui
