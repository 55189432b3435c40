// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractButton>

namespace pipeline::ui {

class Theme;

/// A filter that is on or off, with the number of what it would show.
class Chip : public QAbstractButton {
    Q_OBJECT

public:
    Chip(const Theme &theme, const QString &text, QString icon, QWidget *parent = nullptr);

    /// Nothing is shown for a negative number.
    void setCount(qint64 count);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    QString countText() const;

    const Theme &m_theme;
    const QString m_icon;
    qint64 m_count = -1;
};

} // namespace pipeline::ui
