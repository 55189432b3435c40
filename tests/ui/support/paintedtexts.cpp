// SPDX-License-Identifier: Apache-2.0
#include "paintedtexts.h"

#include <QAbstractItemView>
#include <QHeaderView>
#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainter>
#include <QPointer>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTabBar>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace pipeline::tests {

namespace {

constexpr QChar Ellipsis(0x2026);

/// Keeps the texts, and drops everything else.
class TextEngine : public QPaintEngine {
public:
    TextEngine() : QPaintEngine(AllFeatures) {}

    bool begin(QPaintDevice *) override { return true; }
    bool end() override { return true; }
    void updateState(const QPaintEngineState &) override {}
    void drawPath(const QPainterPath &) override {}
    void drawPolygon(const QPointF *, int, PolygonDrawMode) override {}
    void drawPolygon(const QPoint *, int, PolygonDrawMode) override {}
    void drawPixmap(const QRectF &, const QPixmap &, const QRectF &) override {}
    void drawTiledPixmap(const QRectF &, const QPixmap &, const QPointF &) override {}
    void drawImage(const QRectF &, const QImage &, const QRectF &, Qt::ImageConversionFlags) override {}
    Type type() const override { return User; }

    void drawTextItem(const QPointF &base, const QTextItem &item) override
    {
        QString text = item.text();
        qreal width = item.width();
        // The space at which a line was broken may stand beyond its end.
        while (text.endsWith(u' ')) {
            text.chop(1);
            width -= QFontMetricsF(item.font()).horizontalAdvance(u' ');
        }
        if (text.isEmpty())
            return;
        const QRectF rect(base.x(), base.y() - item.ascent(), width, item.ascent() + item.descent());
        const QTransform toDevice = painter()->deviceTransform();
        texts.append({text, toDevice.mapRect(rect),
                      painter()->hasClipping() ? toDevice.mapRect(painter()->clipBoundingRect()) : QRectF()});
    }

    QList<PaintedText> texts;
};

/// Measures like \a widget, so that its texts are as long as on the screen.
class TextDevice : public QPaintDevice {
public:
    explicit TextDevice(QWidget *widget) : m_widget(widget) {}

    QPaintEngine *paintEngine() const override { return &m_engine; }
    const QList<PaintedText> &texts() const { return m_engine.texts; }

protected:
    int metric(PaintDeviceMetric metric) const override
    {
        switch (metric) {
        case PdmWidth:
            return m_widget->width();
        case PdmHeight:
            return m_widget->height();
        case PdmDpiX:
        case PdmPhysicalDpiX:
            return m_widget->logicalDpiX();
        case PdmDpiY:
        case PdmPhysicalDpiY:
            return m_widget->logicalDpiY();
        case PdmDevicePixelRatio:
            return 1;
        case PdmDevicePixelRatioScaled:
            return int(devicePixelRatioFScale());
        default:
            return 0;
        }
    }

private:
    QWidget *m_widget;
    mutable TextEngine m_engine;
};

constexpr qreal Far = 1e6;

/// The part of \a widget, in its coordinates, in which it can be seen, if need be by scrolling.
QRectF roomOf(const QWidget *widget)
{
    QRectF room(-Far, -Far, 2 * Far, 2 * Far);
    for (const QWidget *each = widget; each; each = each->isWindow() ? nullptr : each->parentWidget()) {
        QRectF own(each->mapTo(each->window(), QPoint()) - widget->mapTo(widget->window(), QPoint()), each->size());
        if (const auto *area = qobject_cast<const QAbstractScrollArea *>(each->parentWidget())) {
            const auto scrolls = [](const QScrollBar *bar) { return bar->maximum() > bar->minimum(); };
            if (scrolls(area->horizontalScrollBar()) || qobject_cast<const QHeaderView *>(area))
                own.adjust(-Far, 0, Far, 0);
            if (scrolls(area->verticalScrollBar()))
                own.adjust(0, -Far, 0, Far);
            room &= own;
            if (scrolls(area->horizontalScrollBar()) || scrolls(area->verticalScrollBar()))
                break;
        }
        room &= own;
    }
    return room;
}

bool isCut(const PaintedText &painted, const QRectF &room, const QSize &widget)
{
    QRectF seen = painted.clip.isNull() ? room : painted.clip;
    // Where the painter stops at the widget's own edges, the room says whether more can be seen.
    seen.adjust(seen.left() <= 0 ? -Far : 0, seen.top() <= 0 ? -Far : 0, seen.right() >= widget.width() ? Far : 0,
                seen.bottom() >= widget.height() ? Far : 0);
    // Less than a pixel is a matter of rounding.
    return !(seen & room).adjusted(-1, -1, 1, 1).contains(painted.rect);
}

/// What \a widget was given to show at \a index.
QStringList sourcesOf(const QWidget *widget, const QModelIndex &index)
{
    QStringList sources;
    if (index.isValid()) {
        for (const QVariant &value : index.model()->itemData(index))
            sources << value.toString();
        for (int role = Qt::UserRole; role < Qt::UserRole + 32; ++role)
            sources << index.data(role).toString();
        return sources;
    }
    for (const char *name : {"text", "plainText", "placeholderText", "currentText", "title"})
        sources << widget->property(name).toString();
    if (const auto *tabs = qobject_cast<const QTabBar *>(widget)) {
        for (int tab = 0; tab < tabs->count(); ++tab)
            sources << tabs->tabText(tab);
    }
    return sources;
}

bool isElided(const QString &text, const QStringList &sources)
{
    return text.contains(Ellipsis)
        && std::ranges::none_of(sources, [&](QString source) { return source.remove(u'&').contains(text); });
}

bool tells(const QString &tip, const QString &elided)
{
    const QString pattern = QRegularExpression::escape(elided).replace(QRegularExpression::escape(Ellipsis),
                                                                       u"[^…]+"_s);
    return QRegularExpression(pattern).match(tip).hasMatch();
}

} // namespace

QList<PaintedText> paintedTexts(QWidget *widget)
{
    TextDevice device(widget);
    widget->render(&device, {}, {}, QWidget::RenderFlags());
    return device.texts();
}

QList<ShortenedText> shortenedTexts(QWidget *root)
{
    QList<ShortenedText> found;
    // Painting may end what is on its way, and widgets with it.
    QList<QPointer<QWidget>> widgets{root};
    for (QWidget *widget : root->findChildren<QWidget *>())
        widgets << widget;
    for (const QPointer<QWidget> &widget : std::as_const(widgets)) {
        if (!widget || !widget->isVisible() || (widget != root && widget->isWindow()))
            continue;
        const auto *view = qobject_cast<const QAbstractItemView *>(widget->parentWidget());
        const QRectF room = roomOf(widget);
        for (const PaintedText &painted : paintedTexts(widget)) {
            const QModelIndex index = view && view->viewport() == widget
                ? view->indexAt(painted.rect.center().toPoint())
                : QModelIndex();
            if (isCut(painted, room, widget->size()))
                found.append({widget, index, painted.text, true, false});
            if (isElided(painted.text, sourcesOf(widget, index)))
                found.append({widget, index, painted.text, false,
                              tells(index.isValid() ? index.data(Qt::ToolTipRole).toString() : widget->toolTip(),
                                    painted.text)});
        }
    }
    return found;
}

} // namespace pipeline::tests
