// SPDX-License-Identifier: Apache-2.0
#include "overviewruler.h"

#include "codeview.h"

#include "ui/common/theme.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

OverviewRuler::OverviewRuler(CodeView *view) : QWidget(view), m_view(view)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

void OverviewRuler::paintEvent(QPaintEvent *)
{
    constexpr int MarkHeight = 3;
    QPainter painter(this);
    for (const Annotation &annotation : m_view->annotations()) {
        const int index = annotation.line - m_view->firstLine();
        const int y = int(qint64(height() - MarkHeight) * index / qMax(1, m_view->blockCount()));
        painter.fillRect(0, y, width(), MarkHeight,
                         m_view->theme().color(lookOf(annotation.severity).tone + "Line"_L1));
    }
}

} // namespace pipeline::ui
