// SPDX-License-Identifier: Apache-2.0
#include "statepage.h"

#include "button.h"
#include "theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

StatePage::StatePage(const Theme &theme, QWidget *parent)
    : QWidget(parent),
      m_theme(theme),
      m_icon(new QLabel(this)),
      m_title(new QLabel(this)),
      m_text(new QLabel(this)),
      m_action(new Button(theme, {}, Button::Kind::Normal, this)),
      m_secondAction(new Button(theme, {}, Button::Kind::Flat, this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_title->setProperty("look", u"section"_s);
    m_title->setAlignment(Qt::AlignCenter);
    m_text->setProperty("look", u"secondary"_s);
    m_text->setAlignment(Qt::AlignCenter);
    m_text->setWordWrap(true);
    m_text->setMaximumWidth(460);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);

    auto *column = new QVBoxLayout(this);
    column->setSpacing(8);
    column->addStretch(2);
    column->addWidget(m_icon, 0, Qt::AlignHCenter);
    column->addWidget(m_title);
    auto *textRow = new QHBoxLayout;
    textRow->addStretch();
    textRow->addWidget(m_text, 10);
    textRow->addStretch();
    column->addLayout(textRow);
    auto *actions = new QHBoxLayout;
    actions->addStretch();
    actions->addWidget(m_action);
    actions->addWidget(m_secondAction);
    actions->addStretch();
    column->addSpacing(4);
    column->addLayout(actions);
    column->addStretch(3);

    m_bars.setSingleShot(true);
    m_bars.setInterval(theme.size(u"motion.loadingDelay"_s));
    m_sentence.setSingleShot(true);
    m_sentence.setInterval(5000);
    connect(&m_bars, &QTimer::timeout, this, [this] {
        m_showing = Showing::Bars;
        update();
    });
    connect(&m_sentence, &QTimer::timeout, this, [this] {
        setAccessibleName(m_loading);
        update();
    });
    connect(m_action, &QPushButton::clicked, this, &StatePage::actionTriggered);
    connect(m_secondAction, &QPushButton::clicked, this, &StatePage::secondActionTriggered);
    showLoading({});
}

void StatePage::showLoading(const QString &sentence)
{
    m_loading = sentence;
    if (m_bars.isActive() || m_showing == Showing::Bars)
        return;
    for (QWidget *widget : std::initializer_list<QWidget *>{m_icon, m_title, m_text, m_action, m_secondAction})
        widget->hide();
    m_showing = Showing::Nothing;
    m_bars.start();
    m_sentence.start();
    update();
}

void StatePage::showMessage(const QString &icon, const QString &tone, const QString &title, const QString &text,
                            const QString &action, const QString &secondAction)
{
    m_bars.stop();
    m_sentence.stop();
    m_showing = Showing::Message;
    m_icon->setPixmap(m_theme.icon(icon, tone).pixmap(24, 24));
    m_title->setText(title);
    m_text->setText(text);
    m_action->setText(action);
    m_secondAction->setText(secondAction);
    m_icon->show();
    m_title->show();
    m_text->setVisible(!text.isEmpty());
    m_action->setVisible(!action.isEmpty());
    m_secondAction->setVisible(!secondAction.isEmpty());
    setAccessibleName(title + u' ' + text);
    update();
}

void StatePage::paintEvent(QPaintEvent *)
{
    if (m_showing != Showing::Bars)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(u"divider"_s));
    const int row = m_theme.height(u"size.rowTable"_s);
    static constexpr int widths[] = {86, 110, 72, 96, 80};
    for (int i = 0; i < qMin(6, height() / row); ++i) {
        const int y = row * i + row / 2 - 5;
        int x = m_theme.size(u"space.pageMargin"_s);
        painter.drawEllipse(x, y - 2, 14, 14);
        x += 22;
        for (int column = 0; x < width() - 160; ++column, x += 150)
            painter.drawRoundedRect(x, y, widths[(i + column) % 5], 10, 3, 3);
    }
    if (m_loading.isEmpty() || m_sentence.isActive())
        return;
    const QRect foot(0, height() - row - 8, width(), row + 8);
    painter.fillRect(foot, m_theme.color(u"panel"_s));
    painter.fillRect(QRect(0, foot.top(), width(), 1), m_theme.color(u"border"_s));
    painter.setPen(m_theme.color(u"textSecondary"_s));
    painter.drawText(foot.adjusted(m_theme.size(u"space.pageMargin"_s), 0, 0, 0), Qt::AlignVCenter, m_loading);
}

} // namespace pipeline::ui
