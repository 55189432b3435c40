// SPDX-License-Identifier: Apache-2.0
#include "toasts.h"

#include "ui/common/button.h"
#include "ui/common/theme.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

namespace {
constexpr int MostAtOnce = 3;
constexpr int MostRemembered = 20;
constexpr int Width = 428;
} // namespace

Toasts::Toasts(const Theme &theme, QMenu *notices, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_notices(notices)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->setSizeConstraint(QLayout::SetMinAndMaxSize);
    m_notices->addAction(tr("No notices yet"))->setEnabled(false);
    hide();
}

void Toasts::show(const Notice &notice)
{
    remember(notice);
    emit shown(notice);
    auto *toast = new QFrame(this);
    toast->setProperty("kind",
                       notice.tone == "fail"_L1       ? u"failure"_s
                           : notice.tone == "wait"_L1 ? u"attention"_s
                           : notice.tone == "okay"_L1 ? u"success"_s
                                                      : u"card"_s);
    toast->setFixedWidth(Width);
    toast->setAccessibleName(notice.title + u". "_s + notice.text);
    auto *row = new QHBoxLayout(toast);
    row->setContentsMargins(12, 8, 8, 8);
    row->setSpacing(10);
    auto *icon = new QLabel(toast);
    icon->setPixmap(m_theme.icon(notice.icon, notice.tone).pixmap(16, 16));
    row->addWidget(icon, 0, Qt::AlignTop);
    auto *words = new QLabel(u"<b>%1</b><br>%2"_s.arg(notice.title.toHtmlEscaped(), notice.text.toHtmlEscaped()),
                             toast);
    words->setWordWrap(true);
    row->addWidget(words, 1);
    if (!notice.action.isEmpty()) {
        auto *action = new Button(m_theme, notice.action, Button::Kind::Link, toast);
        connect(action, &QPushButton::clicked, toast, [toast, act = notice.onAction] {
            toast->deleteLater();
            act();
        });
        row->addWidget(action, 0, Qt::AlignTop);
    }
    auto *close = new QToolButton(toast);
    close->setIcon(m_theme.icon(u"close"_s));
    close->setAccessibleName(tr("Close"));
    close->setToolTip(tr("Close"));
    connect(close, &QToolButton::clicked, toast, &QObject::deleteLater);
    row->addWidget(close, 0, Qt::AlignTop);
    if (notice.tone != "fail"_L1)
        QTimer::singleShot(m_theme.size(u"motion.toastStay"_s), toast, &QObject::deleteLater);
    connect(toast, &QObject::destroyed, this, [this] { QTimer::singleShot(0, this, &Toasts::place); });

    layout()->addWidget(toast);
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
    adjustSize();
    const QSize room = parentWidget()->size();
    move(room.width() - width() - 16, room.height() - height() - 44);
}

} // namespace pipeline::ui
