// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>

namespace pipeline::ui {

class Theme;

/// Draws a line of a HistoryView: an item with its time, or an attempt in two lines beside a rule.
class HistoryDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    enum Role { Line = Qt::UserRole + 1, Item };

    explicit HistoryDelegate(const Theme &theme, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const Theme &m_theme;
};

} // namespace pipeline::ui
