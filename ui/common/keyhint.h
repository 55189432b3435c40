// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QRect>
#include <QString>

class QPainter;

namespace pipeline::ui {

class Theme;

/// The small framed key name ("F5") that stands in buttons and fields.
class KeyHint {
public:
    KeyHint(const Theme &theme, QString text) : m_theme(theme), m_text(std::move(text)) {}

    int width() const;
    void paint(QPainter *painter, const QRect &rect, const QColor &text, const QColor &line) const;

private:
    const Theme &m_theme;
    const QString m_text;
};

} // namespace pipeline::ui
