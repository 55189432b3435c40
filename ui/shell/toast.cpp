// SPDX-License-Identifier: Apache-2.0
#include "toast.h"

#include "ui/common/button.h"
#include "ui/common/theme.h"

#include <QGraphicsDropShadowEffect>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

Toast::Toast(const Theme &theme, const Notice &notice, QWidget *parent) : QFrame(parent)
{
    setProperty("kind", u"toast"_s);
    setProperty("tone", notice.tone);
    auto *shadow = new QGraphicsDropShadowEffect(this);
    shadow->setBlurRadius(20);
    shadow->setOffset(0, 6);
    shadow->setColor(theme.color(u"shadow"_s));
    setGraphicsEffect(shadow);
    setAccessibleName(notice.title + u". "_s + notice.text);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 8, 8, 8);
    row->setSpacing(10);
    auto *icon = new QLabel(this);
    icon->setPixmap(theme.icon(notice.icon, notice.tone).pixmap(16, 16));
    row->addWidget(icon, 0, Qt::AlignTop);
    auto *words = new QLabel(u"<b>%1</b><br>%2"_s.arg(notice.title.toHtmlEscaped(), notice.text.toHtmlEscaped()), this);
    words->setWordWrap(true);
    row->addWidget(words, 1);
    if (!notice.action.isEmpty()) {
        auto *action = new Button(theme, notice.action, Button::Kind::Link, this);
        connect(action, &QPushButton::clicked, this, [this, act = notice.onAction] {
            emit done();
            if (act)
                act();
        });
        row->addWidget(action, 0, Qt::AlignTop);
    }
    auto *close = new QToolButton(this);
    close->setIcon(theme.icon(u"close"_s));
    close->setAccessibleName(tr("Close"));
    close->setToolTip(tr("Close"));
    connect(close, &QToolButton::clicked, this, &Toast::done);
    row->addWidget(close, 0, Qt::AlignTop);
}

} // namespace pipeline::ui
