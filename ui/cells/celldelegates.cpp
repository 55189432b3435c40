// SPDX-License-Identifier: Apache-2.0
#include "celldelegates.h"

#include "ui/common/theme.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

namespace {
constexpr int MeterWidth = 60;
constexpr int LeastWords = 40; ///< in less room the meter stands alone; the tooltip says it all
constexpr int MeterGap = 7; ///< between the meter and its words
constexpr int NumberGap = 4; ///< between the icon of a kind and its number
constexpr int KindGap = 8; ///< twice as much, so that a number belongs to its icon
constexpr int StageGap = 5; ///< between the stage and what is said of it
} // namespace

CellDelegate::CellDelegate(const Theme &theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme) {}

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    const bool selected = option.state & QStyle::State_Selected;
    if (selected || option.state & QStyle::State_MouseOver)
        painter->fillRect(option.rect, m_theme.color(selected ? u"selection"_s : u"hover"_s));
    painter->setPen(m_theme.color(u"divider"_s));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    const int padding = m_theme.size(u"space.cellPadding"_s);
    const int left = index.column() == 0 ? m_theme.size(u"space.pageMargin"_s) : padding;
    painter->setRenderHint(QPainter::Antialiasing);
    paintContent(painter, option.rect.adjusted(left, 0, -padding, -1), index);
    if (option.state & QStyle::State_HasFocus && selected && index.column() == 0) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(m_theme.color(u"focus"_s));
        painter->drawRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height() - 1));
    }
    painter->restore();
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return QSize(QStyledItemDelegate::sizeHint(option, index).width(), m_theme.height(u"size.rowTable"_s));
}

void CellDelegate::paintContent(QPainter *painter, const QRect &rect, const QModelIndex &index) const
{
    const QString tone = index.data(cell::Tone).toString();
    const QFont::Weight weight = index.data(cell::Strong).toBool() ? QFont::DemiBold : QFont::Normal;
    const TextStyle style = index.data(cell::Mono).toBool() ? TextStyle::Mono
        : index.data(cell::Small).toBool()                  ? TextStyle::Small
                                                            : TextStyle::Base;
    const QFont font = m_theme.font(style, weight);
    const auto alignment = index.data(Qt::TextAlignmentRole);
    painter->setFont(font);
    painter->setPen(m_theme.color(tone.isEmpty() ? u"text"_s : tone));
    const QString text = painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, rect.width());
    painter->drawText(
        rect, Qt::AlignVCenter | (alignment.isValid() ? alignment.toInt() & Qt::AlignHorizontal_Mask : Qt::AlignLeft),
        text);
}

int CellDelegate::paintText(QPainter *painter, const QRect &rect, const QString &text, const QString &token,
                            const QFont &font) const
{
    if (rect.width() <= 0)
        return 0;
    painter->setFont(font);
    painter->setPen(m_theme.color(token));
    const QString shown = painter->fontMetrics().elidedText(text, Qt::ElideRight, rect.width());
    painter->drawText(rect, Qt::AlignVCenter, shown);
    return painter->fontMetrics().horizontalAdvance(shown);
}

void StateDelegate::paintContent(QPainter *painter, const QRect &rect, const QModelIndex &index) const
{
    const auto look = index.data(cell::Look).value<StateLook>();
    if (look.icon.isEmpty())
        return;
    const int side = theme().size(u"size.icon"_s);
    theme().paintIcon(painter, QRect(rect.left(), rect.center().y() - side / 2, side, side), look.icon, look.tone);
    paintText(painter, rect.adjusted(side + 6, 0, 0, 0), look.word, look.tone,
              theme().font(TextStyle::Base, QFont::Medium));
}

void LeaseDelegate::paintContent(QPainter *painter, const QRect &rect, const QModelIndex &index) const
{
    QRect place = rect.adjusted(0, 0, theme().size(u"space.cellPadding"_s), 0);
    const int words = QFontMetrics(theme().font(TextStyle::Base)).horizontalAdvance(index.data().toString());
    // Of a lost lease the words say enough, and need the place.
    if (const QString tone = index.data(cell::Tone).toString(); tone == "wait"_L1 && Sign + words <= place.width()) {
        theme().paintIcon(painter, QRect(place.left(), place.center().y() - 6, 12, 12), u"warn"_s, tone);
        place.setLeft(place.left() + Sign);
    }
    CellDelegate::paintContent(painter, place, index);
}

int ArtefactsDelegate::widest(const Theme &theme)
{
    const int number = QFontMetrics(theme.font(TextStyle::Base)).horizontalAdvance(u'9');
    return 4 * (theme.size(u"size.iconSmall"_s) + NumberGap + number) + 3 * KindGap;
}

void ArtefactsDelegate::paintContent(QPainter *painter, const QRect &rect, const QModelIndex &index) const
{
    const auto counts = index.data(cell::Look).value<ArtefactsLook>().counts;
    const int side = theme().size(u"size.iconSmall"_s);
    int x = rect.left();
    const std::initializer_list<std::pair<QString, int>> kinds{
        {u"bpmn"_s, counts.bpmn}, {u"dmn"_s, counts.dmn}, {u"form"_s, counts.form}, {u"worker"_s, counts.worker}};
    for (const auto &[icon, number] : kinds) {
        if (number == 0 || x > rect.right() - side)
            continue;
        theme().paintIcon(painter, QRect(x, rect.center().y() - side / 2, side, side), icon, u"textSecondary"_s);
        x += side + NumberGap;
        x += paintText(painter, QRect(x, rect.top(), rect.right() - x + 1, rect.height()), QString::number(number),
                       u"textSecondary"_s, theme().font(TextStyle::Base));
        x += KindGap;
    }
}

void StageMeterDelegate::paintSegment(QPainter *painter, const QRectF &box, Segment segment) const
{
    const auto filled = [&](const QString &token, const QRectF &rect) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme().color(token));
        painter->drawRoundedRect(rect, 1.5, 1.5);
    };
    const auto framed = [&](const QString &token, const QRectF &rect) {
        painter->setPen(QPen(theme().color(token), 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(rect, 1.5, 1.5);
    };
    const QPointF center = box.center();
    const QRectF tall(center.x() - 5, center.y() - 5, 10, 10);
    const QRectF flat(center.x() - 4.5, center.y() - 2.5, 9, 5);
    switch (segment) {
    case Segment::Empty:
        framed(u"idleLine"_s, flat);
        break;
    case Segment::Done:
        filled(u"okayLine"_s, flat.adjusted(-0.5, -0.5, 0.5, 0.5));
        break;
    case Segment::Current:
        framed(u"runLine"_s, tall);
        filled(u"runLine"_s, tall.adjusted(3, 2.5, -3, -2.5));
        break;
    case Segment::Waiting:
        framed(u"waitLine"_s, tall);
        filled(u"waitLine"_s, QRectF(center.x() - 2.5, center.y() - 2.5, 1.6, 5));
        filled(u"waitLine"_s, QRectF(center.x() + 0.9, center.y() - 2.5, 1.6, 5));
        break;
    case Segment::Failed:
        filled(u"failLine"_s, tall);
        painter->setPen(QPen(theme().color(u"base"_s), 1.5));
        painter->drawLine(center + QPointF(-2, -2), center + QPointF(2, 2));
        painter->drawLine(center + QPointF(-2, 2), center + QPointF(2, -2));
        break;
    case Segment::Left:
        painter->setPen(QPen(theme().color(u"idleLine"_s), 1.5, Qt::DotLine));
        painter->drawLine(QPointF(box.left() + 1, center.y()), QPointF(box.right() - 1, center.y()));
        break;
    }
}

int StageMeterDelegate::widest(const Theme &theme)
{
    const QFontMetrics strong(theme.font(TextStyle::Small, QFont::DemiBold));
    const QFontMetrics text(theme.font(TextStyle::Small));
    int words = 0;
    for (const StageLook &look : longStageLooks())
        words = qMax(words,
                     (look.strong.isEmpty() ? 0 : strong.horizontalAdvance(look.strong) + StageGap)
                         + text.horizontalAdvance(look.text));
    return MeterWidth + MeterGap + words;
}

void StageMeterDelegate::paintContent(QPainter *painter, const QRect &rect, const QModelIndex &index) const
{
    const auto look = index.data(cell::Look).value<StageLook>();
    const qreal width = MeterWidth / 5.0;
    for (size_t i = 0; i < look.segments.size(); ++i)
        paintSegment(painter, QRectF(rect.left() + qreal(i) * width, rect.top(), width, rect.height()),
                     look.segments[i]);
    QRect words = rect.adjusted(MeterWidth + MeterGap, 0, 0, 0);
    if (words.width() < LeastWords)
        return;
    if (!look.strong.isEmpty())
        words.setLeft(
            words.left()
            + paintText(painter, words, look.strong, u"text"_s, theme().font(TextStyle::Small, QFont::DemiBold))
            + StageGap);
    paintText(painter, words, look.text, look.strong.isEmpty() ? u"textSecondary"_s : u"text"_s,
              theme().font(TextStyle::Small));
}

} // namespace pipeline::ui
