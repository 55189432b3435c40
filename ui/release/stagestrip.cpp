// SPDX-License-Identifier: Apache-2.0
#include "stagestrip.h"

#include "stagebutton.h"

#include "ui/common/theme.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

StageStrip::StageStrip(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    for (int i = 0; i < 5; ++i) {
        auto *button = new StageButton(theme, i, this);
        connect(button, &StageButton::clicked, this, [this, i] { emit stageChosen(i); });
        m_buttons << button;
    }
    setFixedHeight(m_buttons.first()->sizeHint().height() + 2);
}

void StageStrip::set(const StageInfos &infos)
{
    for (qsizetype i = 0; i < m_buttons.size(); ++i)
        m_buttons[i]->set(infos[size_t(i)]);
}

void StageStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(u"base"_s));
    painter.fillRect(0, 0, width(), 1, m_theme.color(u"border"_s));
    painter.fillRect(0, height() - 1, width(), 1, m_theme.color(u"border"_s));
}

void StageStrip::resizeEvent(QResizeEvent *)
{
    // Each arrow's head reaches into the next stage.
    const int share = width() / int(m_buttons.size());
    for (int i = 0; i < m_buttons.size(); ++i) {
        const bool last = i + 1 == m_buttons.size();
        m_buttons[i]->setGeometry(i * share, 1, last ? width() - i * share : share + StageButton::Head, height() - 2);
    }
}

} // namespace pipeline::ui
