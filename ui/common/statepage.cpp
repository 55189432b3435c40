// SPDX-License-Identifier: Apache-2.0
#include "statepage.h"

#include "button.h"
#include "theme.h"

#include <QAbstractItemModel>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QProgressBar>
#include <QStyleOptionHeader>
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
    setActionLook({});
    m_secondAction->setText(secondAction);
    m_icon->show();
    m_title->show();
    m_text->setVisible(!text.isEmpty());
    m_action->setVisible(!action.isEmpty());
    m_secondAction->setVisible(!secondAction.isEmpty());
    setAccessibleName(title + u' ' + text);
    update();
}

void StatePage::setActionLook(const QString &icon, const QKeySequence &key)
{
    if (icon.isEmpty())
        m_action->setIcon({});
    else
        m_action->setThemeIcon(icon);
    m_action->setShortcut(key);
    m_action->setKey(key, !key.isEmpty());
    if (key.isEmpty())
        m_action->setToolTip({});
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

QList<QRect> StatePage::columns() const
{
    QList<QRect> all;
    if (!m_header) {
        constexpr int step = 150;
        for (int x = m_theme.size(u"space.pageMargin"_s); x < width() - step; x += step)
            all << QRect(x, 0, step, 0);
        return all;
    }
    for (int visual = 0; visual < m_header->count(); ++visual) {
        const int section = m_header->logicalIndex(visual);
        if (m_header->isSectionHidden(section))
            continue;
        const int x = m_header->sectionViewportPosition(section);
        const int last = all.isEmpty() ? 0 : all.last().right() + 1;
        if (x >= last && x < width())
            all << QRect(x, 0, m_header->sectionSize(section), m_header->height());
    }
    return all;
}

void StatePage::paintHeader(QPainter &painter) const
{
    QStyleOptionHeader option;
    option.initFrom(m_header);
    option.state |= QStyle::State_Horizontal;
    option.orientation = Qt::Horizontal;
    option.rect = QRect(0, 0, width(), m_header->height());
    m_header->style()->drawControl(QStyle::CE_HeaderSection, &option, &painter, m_header);
    painter.setFont(m_header->font());
    for (int visual = 0; visual < m_header->count(); ++visual) {
        const int section = m_header->logicalIndex(visual);
        if (m_header->isSectionHidden(section))
            continue;
        option.section = section;
        option.position = visual == 0 ? QStyleOptionHeader::Beginning : QStyleOptionHeader::Middle;
        option.text = m_header->model()->headerData(section, Qt::Horizontal).toString();
        const QVariant alignment = m_header->model()->headerData(section, Qt::Horizontal, Qt::TextAlignmentRole);
        option.textAlignment = alignment.isValid() ? Qt::Alignment(alignment.toInt()) : m_header->defaultAlignment();
        option.rect = QRect(m_header->sectionViewportPosition(section), 0, m_header->sectionSize(section),
                            m_header->height());
        m_header->style()->drawControl(QStyle::CE_Header, &option, &painter, m_header);
    }
}

void StatePage::paintEvent(QPaintEvent *)
{
    if (m_showing != Showing::Bars)
        return;
    QPainter painter(this);
    if (m_header) {
        painter.save(); // a style may leave its clip behind
        paintHeader(painter);
        painter.restore();
    }
    painter.setRenderHint(QPainter::Antialiasing);
    const int top = m_header ? m_header->height() : 0;
    const int padding = m_header ? m_theme.size(u"space.cellPadding"_s) : 0;
    const int row = m_theme.height(u"size.rowTable"_s);
    const QList<QRect> places = columns();
    static constexpr int widths[] = {86, 110, 72, 96, 80};
    for (int i = 0; i < qMin(6, (height() - top) / row); ++i) {
        const int middle = top + row * i + row / 2;
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.color(u"divider"_s));
        for (qsizetype column = 0; column < places.size(); ++column) {
            int x = places[column].x() + padding;
            if (column == 0) {
                x = m_theme.size(u"space.pageMargin"_s);
                painter.drawEllipse(x, middle - 7, 14, 14);
                x += 22;
            }
            const int room = places[column].right() - padding - x;
            painter.drawRoundedRect(x, middle - 5, qBound(8, room, widths[(i + column) % 5]), 10, 3, 3);
        }
        if (m_header) {
            painter.setPen(m_theme.color(u"divider"_s));
            painter.drawLine(0, top + row * (i + 1) - 1, width(), top + row * (i + 1) - 1);
        }
    }
}

} // namespace pipeline::ui
