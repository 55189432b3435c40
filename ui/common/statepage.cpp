// SPDX-License-Identifier: Apache-2.0
#include "statepage.h"

#include "button.h"
#include "theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QProgressBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

namespace {
constexpr int SlowSeconds = 5;
}

StatePage::StatePage(const Theme &theme, QWidget *parent)
    : QWidget(parent),
      m_theme(theme),
      m_icon(new QLabel(this)),
      m_title(new QLabel(this)),
      m_text(new QLabel(this)),
      m_action(new Button(theme, {}, Button::Kind::Normal, this)),
      m_secondAction(new Button(theme, {}, Button::Kind::Flat, this)),
      m_foot(new QFrame(this)),
      m_slow(new QLabel(m_foot))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_title->setProperty("look", u"section"_s);
    m_title->setAlignment(Qt::AlignCenter);
    m_title->setWordWrap(true);
    m_text->setProperty("look", u"secondary"_s);
    m_text->setAlignment(Qt::AlignCenter);
    m_text->setWordWrap(true);
    m_text->setMaximumWidth(460);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
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
    makeFoot();
    column->addWidget(m_foot);

    m_bars.setSingleShot(true);
    m_bars.setInterval(theme.size(u"motion.loadingDelay"_s));
    m_second.setInterval(1000);
    connect(&m_bars, &QTimer::timeout, this, [this] {
        m_showing = Showing::Bars;
        update();
    });
    connect(&m_second, &QTimer::timeout, this, &StatePage::showSeconds);
    connect(m_action, &QPushButton::clicked, this, [this] {
        if (!m_cancelled) {
            emit actionTriggered();
            return;
        }
        showLoading(m_loading);
        emit reloadRequested();
    });
    connect(m_secondAction, &QPushButton::clicked, this, &StatePage::secondActionTriggered);
    showLoading({});
}

void StatePage::makeFoot()
{
    m_foot->setProperty("kind", u"footer"_s);
    m_slow->setProperty("look", u"secondary"_s);
    m_slow->setWordWrap(true);
    auto *bar = new QProgressBar(m_foot);
    bar->setRange(0, 0);
    bar->setTextVisible(false);
    bar->setFixedWidth(72);
    bar->setAccessibleName(tr("Loading"));
    auto *cancel = new Button(m_theme, tr("Cancel"), Button::Kind::Normal, m_foot);
    cancel->setThemeIcon(u"close"_s);
    cancel->setAccessibleName(tr("Cancel loading"));
    cancel->setKey(QKeySequence(Qt::Key_Escape));
    cancel->setShortcut(QKeySequence(Qt::Key_Escape));
    auto *row = new QHBoxLayout(m_foot);
    const int margin = m_theme.size(u"space.pageMargin"_s);
    row->setContentsMargins(margin, m_theme.size(u"space.s"_s), margin, m_theme.size(u"space.s"_s));
    row->setSpacing(m_theme.size(u"space.s"_s));
    row->addWidget(bar);
    row->addWidget(m_slow, 1);
    row->addWidget(cancel);
    connect(cancel, &QPushButton::clicked, this, [this] {
        showCancelled();
        emit cancelled();
    });
}

void StatePage::showSeconds()
{
    ++m_seconds;
    m_slow->setText(tr("%1, %2 s").arg(m_loading).arg(m_seconds));
    if (m_seconds != SlowSeconds)
        return;
    setAccessibleName(m_loading);
    m_foot->setVisible(!m_loading.isEmpty());
}

void StatePage::showCancelled()
{
    showMessage(u"stop"_s, u"idle"_s, tr("Loading was cancelled"), {}, tr("Load again"));
    m_cancelled = true;
    m_action->setFocus();
}

void StatePage::showLoading(const QString &sentence)
{
    m_loading = sentence;
    if (m_bars.isActive() || m_showing == Showing::Bars)
        return;
    for (QWidget *widget : std::initializer_list<QWidget *>{m_icon, m_title, m_text, m_action, m_secondAction, m_foot})
        widget->hide();
    m_cancelled = false;
    m_showing = Showing::Nothing;
    m_bars.start();
    m_seconds = 0;
    if (isVisible())
        m_second.start();
    update();
}

void StatePage::showMessage(const QString &icon, const QString &tone, const QString &title, const QString &text,
                            const QString &action, const QString &secondAction)
{
    m_bars.stop();
    m_second.stop();
    m_showing = Showing::Message;
    m_cancelled = false;
    m_foot->hide();
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

void StatePage::showEvent(QShowEvent *)
{
    if (m_showing != Showing::Message)
        m_second.start();
}

void StatePage::hideEvent(QHideEvent *)
{
    m_second.stop();
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
}

} // namespace pipeline::ui
