// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QProxyStyle>

namespace pipeline::ui {

class Theme;

/// Fusion with the design's focus ring, check boxes, radio buttons and switches.
class ConsoleStyle : public QProxyStyle {
    Q_OBJECT

public:
    explicit ConsoleStyle(const Theme &theme);

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *data) const override;

private:
    void drawBox(const QStyleOption *option, QPainter *painter, bool round) const;
    void drawSwitch(const QStyleOption *option, QPainter *painter) const;
    void drawBranch(const QStyleOption *option, QPainter *painter) const;

    const Theme &m_theme;
};

} // namespace pipeline::ui
