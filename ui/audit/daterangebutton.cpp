// SPDX-License-Identifier: Apache-2.0
#include "daterangebutton.h"

#include "ui/common/button.h"
#include "ui/common/theme.h"

#include <QDateEdit>
#include <QFormLayout>
#include <QFrame>
#include <QLocale>
#include <QStyleOptionToolButton>
#include <QStylePainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

namespace {
constexpr int Padding = 9;
constexpr int IconGap = 6;
} // namespace

DateRangeButton::DateRangeButton(const Theme &theme, QWidget *parent)
    : QToolButton(parent), m_theme(theme), m_popup(makePopup(theme))
{
    setProperty("kind", u"range"_s);
    setFocusPolicy(Qt::StrongFocus);
    connect(this, &QToolButton::clicked, this, &DateRangeButton::openPopup);
    showText();
}

QFrame *DateRangeButton::makePopup(const Theme &theme)
{
    auto *popup = new QFrame(this, Qt::Popup);
    popup->setProperty("kind", u"popup"_s);
    popup->setAccessibleName(tr("Date range"));
    auto *column = new QVBoxLayout(popup);
    column->setContentsMargins(12, 10, 12, 12);
    column->setSpacing(4);
    const std::initializer_list<std::pair<Range, QString>> ranges{{Range::Today, tr("Today")},
                                                                  {Range::SevenDays, tr("7 days")},
                                                                  {Range::ThirtyDays, tr("30 days")},
                                                                  {Range::All, tr("All time")}};
    for (const auto &[range, text] : ranges) {
        auto *button = new Button(theme, text, Button::Kind::Flat);
        column->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, range = range] { choose(range); });
    }
    auto *line = new QFrame;
    line->setProperty("kind", u"line"_s);
    column->addSpacing(4);
    column->addWidget(line);
    column->addSpacing(4);
    auto *form = new QFormLayout;
    m_firstEdit = new QDateEdit(QDate::currentDate().addDays(-29));
    m_lastEdit = new QDateEdit(QDate::currentDate());
    m_firstEdit->setAccessibleName(tr("First day"));
    m_lastEdit->setAccessibleName(tr("Last day"));
    form->addRow(tr("From"), m_firstEdit);
    form->addRow(tr("To"), m_lastEdit);
    column->addLayout(form);
    auto *show = new Button(theme, tr("Show these days"), Button::Kind::Primary);
    column->addSpacing(4);
    column->addWidget(show);
    connect(show, &QPushButton::clicked, this, [this] { choose(Range::Own); });
    return popup;
}

QSize DateRangeButton::sizeHint() const
{
    const int side = m_theme.size(u"size.iconSmall"_s);
    return QToolButton::sizeHint() + QSize(2 * (side + IconGap), 0);
}

void DateRangeButton::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionToolButton option;
    initStyleOption(&option);
    option.text.clear();
    painter.drawComplexControl(QStyle::CC_ToolButton, option);
    const int side = m_theme.size(u"size.iconSmall"_s);
    const int top = (height() - side) / 2;
    m_theme.paintIcon(&painter, QRect(Padding, top, side, side), u"cal"_s, u"textSecondary"_s);
    m_theme.paintIcon(&painter, QRect(width() - Padding - side, top, side, side), u"down"_s, u"textSecondary"_s);
    painter.drawItemText(rect().adjusted(Padding + side + IconGap, 0, 0, 0), Qt::AlignVCenter, palette(), isEnabled(),
                         text(), QPalette::ButtonText);
}

void DateRangeButton::openPopup()
{
    if (m_range != Range::Own) {
        m_firstEdit->setDate(first().isValid() ? first() : QDate::currentDate());
        m_lastEdit->setDate(QDate::currentDate());
    }
    m_popup->adjustSize();
    m_popup->move(mapToGlobal(QPoint(0, height() + 2)));
    m_popup->show();
    m_firstEdit->setFocus(Qt::PopupFocusReason);
}

void DateRangeButton::choose(Range range)
{
    if (range == Range::Own && m_firstEdit->date() > m_lastEdit->date())
        setDates(m_lastEdit->date(), m_firstEdit->date());
    m_popup->hide();
    setRange(range);
    emit chosen();
}

void DateRangeButton::setRange(Range range)
{
    m_range = range;
    showText();
}

void DateRangeButton::setDates(const QDate &first, const QDate &last)
{
    m_firstEdit->setDate(first);
    m_lastEdit->setDate(last);
    setRange(Range::Own);
}

QDate DateRangeButton::first() const
{
    switch (m_range) {
    case Range::Today:
        return QDate::currentDate();
    case Range::SevenDays:
        return QDate::currentDate().addDays(-6);
    case Range::ThirtyDays:
        return QDate::currentDate().addDays(-29);
    case Range::Own:
        return m_firstEdit->date();
    case Range::All:
        break;
    }
    return {};
}

QDate DateRangeButton::last() const
{
    return m_range == Range::Own ? m_lastEdit->date() : QDate();
}

void DateRangeButton::showText()
{
    const QDate begin = first();
    const QDate end = last().isValid() ? last() : QDate::currentDate();
    const QLocale locale;
    QString words = tr("All time");
    if (begin.isValid() && begin == end)
        words = locale.toString(begin, u"d MMM yyyy"_s);
    else if (begin.isValid())
        words = u"%1 – %2"_s.arg(locale.toString(begin,
                                                 begin.year() != end.year()         ? u"d MMM yyyy"_s
                                                     : begin.month() != end.month() ? u"d MMM"_s
                                                                                    : u"d"_s),
                                 locale.toString(end, u"d MMM yyyy"_s));
    setText(words);
    setAccessibleName(tr("Date range: %1").arg(text()));
    setToolTip(accessibleName());
}

} // namespace pipeline::ui
