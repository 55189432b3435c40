// SPDX-License-Identifier: Apache-2.0
#include "scrim.h"

#include "theme.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

Scrim::Scrim(const Theme &theme, QWidget *window) : QWidget(window), m_theme(theme)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setGeometry(window->rect());
    show();
}

void Scrim::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), m_theme.color(u"scrim"_s));
}

} // namespace pipeline::ui
