// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace pipeline::ui {

class Theme;

/// A state as shape and word on a tint: "Waiting approval".
class Badge : public QWidget {
    Q_OBJECT

public:
    explicit Badge(const Theme &theme, QWidget *parent = nullptr);

    /// \a tone is a colour family of the tokens: okay, run, fail, wait, idle, changed, prod.
    void set(const QString &icon, const QString &text, const QString &tone);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QString m_icon;
    QString m_text;
    QString m_tone = QStringLiteral("idle");
};

} // namespace pipeline::ui
