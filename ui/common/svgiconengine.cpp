// SPDX-License-Identifier: Apache-2.0
#include "svgiconengine.h"

#include "theme.h"

#include <QFile>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

SvgIconEngine::SvgIconEngine(const Theme &theme, QString name, QString token)
    : m_theme(theme), m_name(std::move(name)), m_token(std::move(token))
{}

void SvgIconEngine::paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State)
{
    const qreal ratio = painter->device()->devicePixelRatioF();
    painter->drawPixmap(rect, render(rect.size() * ratio, mode));
}

QPixmap SvgIconEngine::pixmap(const QSize &size, QIcon::Mode mode, QIcon::State)
{
    return render(size, mode);
}

QPixmap SvgIconEngine::scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal)
{
    return render(size, mode);
}

QIconEngine *SvgIconEngine::clone() const
{
    return new SvgIconEngine(m_theme, m_name, m_token);
}

QString SvgIconEngine::key() const
{
    return u"pipeline-svg"_s;
}

QPixmap SvgIconEngine::render(const QSize &pixels, QIcon::Mode mode) const
{
    const QColor color = m_theme.color(mode == QIcon::Disabled ? u"textDisabled"_s : m_token);
    const QString cacheKey =
        u"icon/%1/%2/%3x%4"_s.arg(m_name, color.name(QColor::HexArgb)).arg(pixels.width()).arg(pixels.height());
    QPixmap pixmap;
    if (QPixmapCache::find(cacheKey, &pixmap))
        return pixmap;
    QFile file(u":/icons/"_s + m_name + u".svg"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    // QtSvg does not know the palette's colour.
    QSvgRenderer svg(file.readAll().replace("currentColor", color.name().toLatin1()));
    pixmap = QPixmap(pixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    svg.render(&painter);
    painter.end();
    QPixmapCache::insert(cacheKey, pixmap);
    return pixmap;
}

} // namespace pipeline::ui
