// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QIconEngine>

namespace pipeline::ui {

class Theme;

/// Draws an icon of resources/icons in a colour of the theme, sharp at every device pixel ratio.
class SvgIconEngine : public QIconEngine {
public:
    SvgIconEngine(const Theme &theme, QString name, QString token);

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override;
    QIconEngine *clone() const override;
    QString key() const override;
    bool isNull() override { return m_name.isEmpty(); }

private:
    QPixmap render(const QSize &pixels, QIcon::Mode mode) const;

    const Theme &m_theme;
    const QString m_name;
    const QString m_token;
};

} // namespace pipeline::ui
