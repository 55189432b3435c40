// SPDX-License-Identifier: Apache-2.0
#include "settingspage.h"

#include "aboutcard.h"
#include "appearancecard.h"
#include "backlogcard.h"
#include "logcard.h"
#include "noticescard.h"
#include "runnercard.h"

#include "ui/common/button.h"
#include "ui/common/searchfield.h"
#include "ui/common/theme.h"
#include "ui/session/session.h"

#include <QDesktopServices>
#include <QGridLayout>
#include <QScrollArea>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

SettingsPage::SettingsPage(Session &session, Theme &theme, LocalRunner &runner, logs::LogFolder &log, QWidget *parent)
    : Page(session, theme, tr("Settings"), parent),
      m_area(new QScrollArea(this)),
      m_scrolled(new QWidget(m_area->viewport())),
      m_find(new SearchField(theme, tr("Find a setting"), u"Ctrl+F"_s, this)),
      m_grid(new QGridLayout(m_scrolled))
{
    setFigures(tr("Environments and secrets are on their own page"));
    m_find->setMinimumWidth(theme.size(u"panels.findingsList"_s) * 2 / 3);
    addAction(m_find);
    auto *open = new Button(theme, tr("Open %1").arg(u"pipeline.toml"_s), Button::Kind::Normal, this);
    open->setThemeIcon(u"file"_s);
    open->setEnabled(!session.configuration().file.isEmpty());
    open->setToolTip(session.configuration().file.isEmpty() ? tr("There is no such file yet: the defaults hold")
                                                            : session.configuration().file);
    addAction(open);
    connect(open, &QPushButton::clicked, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(this->session().configuration().file)); });

    auto *appearance = new AppearanceCard(theme, m_scrolled);
    m_left = {appearance, new NoticesCard(theme, m_scrolled), m_log = new LogCard(session, theme, log, m_scrolled)};
    m_runner = new RunnerCard(session, theme, runner, m_scrolled);
    m_right = {m_runner, new BacklogCard(session, theme, m_scrolled), new AboutCard(session, theme, m_scrolled)};
    m_scrolled->setProperty("kind", u"scrolled"_s);
    const int margin = theme.size(u"space.pageMargin"_s);
    m_grid->setContentsMargins(margin, 0, margin, margin);
    m_grid->setSpacing(theme.size(u"space.l"_s));
    m_area->setAccessibleName(tr("Settings"));
    m_area->setWidget(m_scrolled);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    body()->addWidget(m_area, 1);

    connect(appearance, &AppearanceCard::layoutChanged, this, &SettingsPage::layoutChanged);
    connect(m_runner, &RunnerCard::environmentRequested, this, &SettingsPage::environmentRequested);
    connect(m_find, &SearchField::searched, this, [this](const QString &text) {
        for (SettingsCard *card : m_left + m_right)
            card->find(text.trimmed());
    });
    place();
}

void SettingsPage::refresh()
{
    session().testDatabaseNow();
    m_runner->refresh();
    m_log->refresh();
}

void SettingsPage::focusSearch()
{
    m_find->setFocus(Qt::ShortcutFocusReason);
    m_find->selectAll();
}

void SettingsPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    place();
}

void SettingsPage::place()
{
    const int columns = window()->width() < 1180 ? 1 : 2;
    if (columns == m_columns)
        return;
    m_columns = columns;
    // A column is its own item; its cards stay.
    while (QLayoutItem *item = m_grid->takeAt(0))
        delete item;
    auto *left = new QVBoxLayout;
    auto *right = columns == 2 ? new QVBoxLayout : left;
    for (QVBoxLayout *column : {left, right})
        column->setSpacing(theme().size(u"space.l"_s));
    for (SettingsCard *card : m_left)
        left->addWidget(card);
    for (SettingsCard *card : m_right)
        right->addWidget(card);
    left->addStretch();
    m_grid->addLayout(left, 0, 0);
    if (columns == 2) {
        right->addStretch();
        m_grid->addLayout(right, 0, 1);
    }
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, columns == 2 ? 1 : 0);
}

} // namespace pipeline::ui
