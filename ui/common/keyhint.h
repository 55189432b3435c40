// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QRect>
#include <QString>
#include <QWidget>

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

/// Keys and what they do, as a line of help shows them.
class KeyLabel : public QWidget {
    Q_OBJECT

public:
    KeyLabel(const Theme &theme, QStringList keys, QString what, QWidget *parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    const QStringList m_keys;
    const QString m_what;
};

} // namespace pipeline::ui
