// SPDX-License-Identifier: Apache-2.0
#include "sidepane.h"

#include <QApplication>
#include <QKeyEvent>
#include <QSplitter>

namespace pipeline::ui {

SidePane::SidePane(QSplitter *splitter, QWidget *pane, int width)
    : QObject(splitter), m_splitter(splitter), m_pane(pane), m_width(width)
{
    splitter->installEventFilter(this);
    pane->installEventFilter(this);
}

bool SidePane::isOpen() const
{
    return !m_pane->isHidden();
}

void SidePane::setNarrow(bool narrow)
{
    if (narrow == m_narrow)
        return;
    m_narrow = narrow;
    if (narrow) {
        m_pane->setParent(m_splitter->parentWidget());
        m_pane->hide();
    } else {
        m_splitter->addWidget(m_pane);
        m_splitter->setSizes({m_splitter->width() - m_width, m_width});
        m_pane->setVisible(m_wanted);
    }
}

void SidePane::toggle()
{
    const bool open = !isOpen();
    if (!m_narrow)
        m_wanted = open;
    const bool hadFocus = m_pane->isAncestorOf(QApplication::focusWidget()) || m_pane->hasFocus();
    m_pane->setVisible(open);
    if (m_narrow && open) {
        place();
        m_pane->setFocus(Qt::OtherFocusReason);
    } else if (hadFocus && !open) {
        m_splitter->widget(0)->setFocus(Qt::OtherFocusReason);
    }
}

void SidePane::place()
{
    const QRect whole = m_splitter->geometry();
    m_pane->setGeometry(whole.right() - m_width + 1, whole.top(), m_width, whole.height());
    m_pane->raise();
}

bool SidePane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_splitter && m_narrow && isOpen()
        && (event->type() == QEvent::Resize || event->type() == QEvent::Move))
        place();
    if (watched == m_pane && m_narrow && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        toggle();
        return true;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace pipeline::ui
