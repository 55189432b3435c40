// SPDX-License-Identifier: Apache-2.0
#include "page.h"

#include "ui/common/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

Page::Page(Session &session, const Theme &theme, const QString &title, QWidget *parent)
    : QWidget(parent),
      m_session(session),
      m_theme(theme),
      m_header(new QWidget(this)),
      m_title(new QLabel(title, m_header)),
      m_figures(new QLabel(m_header)),
      m_actions(new QHBoxLayout)
{
    m_title->setProperty("look", u"page"_s);
    m_figures->setProperty("look", u"tertiary"_s);
    m_header->setFixedHeight(theme.height(u"size.pageHeader"_s, TextStyle::Page));
    auto *row = new QHBoxLayout(m_header);
    row->setContentsMargins(theme.size(u"space.pageMargin"_s), 0, theme.size(u"space.pageMargin"_s), 0);
    row->setSpacing(9);
    row->addWidget(m_title);
    row->addWidget(m_figures, 0, Qt::AlignVCenter);
    row->addStretch();
    m_actions->setSpacing(8);
    row->addLayout(m_actions);

    m_body = new QVBoxLayout(this);
    m_body->setContentsMargins(0, 0, 0, 0);
    m_body->setSpacing(0);
    m_body->addWidget(m_header);
}

void Page::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    whenShown(Due::Nothing);
}

void Page::whenShown(Due due)
{
    m_due = std::max(m_due, due);
    if (!isVisible())
        return;
    const Due now = std::exchange(m_due, Due::Nothing);
    if (now == Due::Anew)
        readAnew();
    else if (now == Due::Refresh)
        refresh();
}

QString Page::title() const
{
    return m_title->text();
}

void Page::setTitle(const QString &title)
{
    m_title->setText(title);
}

void Page::setFigures(const QString &text)
{
    m_figures->setText(text);
}

QAction *Page::addCommand(const QString &menu, const QString &icon, const QString &text, const QKeySequence &key)
{
    auto *action = new QAction(icon.isEmpty() ? QIcon() : m_theme.icon(icon), text, this);
    action->setShortcut(key);
    action->setData(icon); // the palette draws it at its own size
    action->setProperty("menu", menu);
    QWidget::addAction(action);
    m_commands << action;
    return action;
}

void Page::addAction(QWidget *action)
{
    action->setProperty("control", u"small"_s);
    m_actions->addWidget(action);
}

} // namespace pipeline::ui
