// SPDX-License-Identifier: Apache-2.0
#include "codegutter.h"

#include "codeview.h"

#include "ui/common/theme.h"

#include <QPaintEvent>
#include <QPainter>
#include <QTextBlock>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

namespace {
constexpr int IconRoom = 30;
constexpr int NumberMargin = 12;
} // namespace

CodeGutter::CodeGutter(CodeView *view) : QWidget(view), m_view(view)
{
    setAttribute(Qt::WA_OpaquePaintEvent);
}

int CodeGutter::neededWidth() const
{
    const int digits = qMax<int>(3, QString::number(m_view->firstLine() + m_view->blockCount()).size());
    return NumberMargin + m_view->fontMetrics().horizontalAdvance(u'9') * digits + IconRoom;
}

void CodeGutter::paintEvent(QPaintEvent *event)
{
    const Theme &theme = m_view->theme();
    QPainter painter(this);
    painter.fillRect(event->rect(), theme.color(u"alternateBase"_s));
    painter.setFont(m_view->font());
    const int side = theme.size(u"size.iconSmall"_s);
    m_view->forEachVisibleLine(event->rect(), [&](const QTextBlock &block, const QRect &line, const QRect &whole) {
        const auto mark = m_view->severityOf(block.blockNumber());
        if (mark)
            painter.fillRect(0, whole.top(), width(), whole.height(), theme.color(lookOf(*mark).tone + "Bg"_L1));
        painter.setPen(theme.color(u"lineNo"_s));
        painter.drawText(QRect(0, line.top(), width() - IconRoom, line.height()), Qt::AlignRight | Qt::AlignVCenter,
                         QString::number(m_view->firstLine() + block.blockNumber()));
        if (mark)
            theme.paintIcon(&painter, QRect(width() - IconRoom + 9, line.center().y() - side / 2 + 1, side, side),
                            lookOf(*mark).icon, lookOf(*mark).tone);
    });
    painter.setPen(theme.color(u"border"_s));
    painter.drawLine(width() - 1, event->rect().top(), width() - 1, event->rect().bottom());
}

} // namespace pipeline::ui
