// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QModelIndex>
#include <QRectF>
#include <QString>

class QWidget;

namespace pipeline::tests {

/// A text as a widget painted it, in the widget's coordinates.
struct PaintedText {
    QString text;
    QRectF rect;
    QRectF clip; ///< what the painter let through at that moment; null when that was everything
};

/// What \a widget itself paints, without the widgets on it.
QList<PaintedText> paintedTexts(QWidget *widget);

/// A painted text of which something is missing.
struct ShortenedText {
    const QWidget *widget;
    QModelIndex index; ///< of a cell's text
    QString text;
    bool cut; ///< by an edge; otherwise it was elided
    bool told; ///< an elided one: the tooltip says the rest
};

/// What \a root and all that is visible on it paint in part only. What can be scrolled into sight is whole.
QList<ShortenedText> shortenedTexts(QWidget *root);

} // namespace pipeline::tests
