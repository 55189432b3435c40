// SPDX-License-Identifier: Apache-2.0
#include "toasts.h"

#include "ui/common/theme.h"

#include <QMenu>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

namespace {
constexpr int MostAtOnce = 3;
constexpr int MostRemembered = 20;
constexpr int Width = 428;
constexpr int Shadow = 26; ///< what a toast's shadow takes around it
} // namespace

Toasts::Toasts(const Theme &theme, QMenu *notices, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_notices(notices)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Shadow, Shadow, Shadow, Shadow);
    column->setSpacing(8);
    column->setSizeConstraint(QLayout::SetMinAndMaxSize);
    m_notices->setProperty("look", u"icons"_s);
    m_notices->addAction(tr("No notices yet"))->setEnabled(false);
    hide();
}

void Toasts::show(const Notice &notice)
{
    remember(notice);
    emit shown(notice);
    auto *toast = new Toast(m_theme, notice, this);
    toast->setFixedSize(Width, toast->heightForWidth(Width));
    connect(toast, &Toast::done, toast, &QObject::deleteLater);
    if (notice.tone != "fail"_L1)
        QTimer::singleShot(m_theme.size(u"motion.toastStay"_s), toast, &QObject::deleteLater);
    connect(toast, &QObject::destroyed, this, [this] { QTimer::singleShot(0, this, &Toasts::place); });

    layout()->addWidget(toast);
    toast->show(); // else it takes no place yet
    while (layout()->count() > MostAtOnce)
        delete layout()->itemAt(0)->widget();
    place();
}

void Toasts::remember(const Notice &notice)
{
    if (!m_notices->actions().isEmpty() && !m_notices->actions().constLast()->isEnabled())
        m_notices->clear();
    auto *action = new QAction(m_theme.icon(notice.icon, notice.tone), notice.title, m_notices);
    action->setToolTip(notice.text);
    if (notice.onAction)
        connect(action, &QAction::triggered, this, notice.onAction);
    m_notices->insertAction(m_notices->actions().value(0), action);
    while (m_notices->actions().size() > MostRemembered)
        delete m_notices->actions().constLast();
}

void Toasts::place()
{
    setVisible(layout()->count() > 0);
    if (!isVisible())
        return;
    raise();
    layout()->activate();
    adjustSize();
    const QSize room = parentWidget()->size();
    move(room.width() - width() - 16 + Shadow, room.height() - height() - 44 + Shadow);
}

} // namespace pipeline::ui
