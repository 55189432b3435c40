// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>

namespace pipeline::ui {

class Theme;

/// The coverage of a file: its name, the per cent, and a bar with a mark at the minimum.
class CoverageDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    enum Role { PercentRole = Qt::UserRole + 1, MinimumRole };

    CoverageDelegate(const Theme &theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme) {}

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const Theme &m_theme;
};

} // namespace pipeline::ui
