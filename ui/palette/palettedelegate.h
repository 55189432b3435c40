// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>

namespace pipeline::ui {

struct PaletteEntry;
class Theme;

/// Captions and entries; the characters that were found are underlined.
class PaletteDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    PaletteDelegate(const Theme &theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme) {}

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    int paintText(QPainter *painter, const QRect &rect, const PaletteEntry &entry) const;

    const Theme &m_theme;
};

} // namespace pipeline::ui
