// SPDX-License-Identifier: Apache-2.0
#include "flowlayout.h"

namespace pipeline::ui {

FlowLayout::FlowLayout(QWidget *parent) : QLayout(parent) {}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

void FlowLayout::addGrowing(QWidget *widget)
{
    m_growing = int(m_items.size());
    addWidget(widget);
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem *item : m_items) {
        if (!item->isEmpty())
            size = size.expandedTo(item->minimumSize());
    }
    const QMargins margins = contentsMargins();
    return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom());
}

QList<FlowLayout::Line> FlowLayout::linesFor(int width) const
{
    QList<int> leading;
    QList<int> trailing;
    for (int i = 0; i < m_items.size(); ++i) {
        if (!m_items.at(i)->isEmpty())
            (m_firstTrailing >= 0 && i >= m_firstTrailing ? trailing : leading) << i;
    }
    const auto add = [this](Line &line, int i) {
        const QSize size = m_items.at(i)->sizeHint();
        line.width += size.width() + (line.items.isEmpty() ? 0 : spacing());
        line.height = qMax(line.height, size.height());
        line.items << i;
    };
    Line end; // of the first line
    for (const int i : trailing)
        add(end, i);
    QList<Line> lines(1);
    int room = trailing.isEmpty() ? width : width - end.width - spacing();
    for (const int i : leading) {
        const int more = lines.last().items.isEmpty() ? 0 : spacing() + m_items.at(i)->sizeHint().width();
        if (lines.last().width + more > room) {
            lines << Line{};
            room = width;
        }
        add(lines.last(), i);
    }
    for (const int i : trailing)
        add(lines.first(), i);
    return lines;
}

int FlowLayout::heightForWidth(int width) const
{
    const QMargins margins = contentsMargins();
    int height = margins.top() + margins.bottom();
    const QList<Line> lines = linesFor(width - margins.left() - margins.right());
    for (const Line &line : lines)
        height += line.height;
    return height + spacing() * int(qMax<qsizetype>(0, lines.size() - 1));
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    const QRect inside = rect.marginsRemoved(contentsMargins());
    int y = inside.top();
    for (const Line &line : linesFor(inside.width())) {
        int x = inside.left();
        int rest = inside.width() - line.width;
        bool moved = m_firstTrailing < 0;
        for (const int i : line.items) {
            if (!moved && i >= m_firstTrailing) {
                x += qMax(0, rest);
                moved = true;
            }
            QSize size = m_items.at(i)->sizeHint();
            if (i == m_growing) {
                const int more = qBound(0, rest, m_items.at(i)->maximumSize().width() - size.width());
                size.rwidth() += more;
                rest -= more;
            }
            m_items.at(i)->setGeometry(
                QRect(x, y + (line.height - size.height()) / 2, qMin(size.width(), inside.width()), size.height()));
            x += size.width() + spacing();
        }
        y += line.height + spacing();
    }
}

} // namespace pipeline::ui
