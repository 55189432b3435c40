// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>

namespace pipeline::ui {

class Theme;

/// A finding in two lines: its message, and rule and line below; a file as the head of its findings.
class FindingDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    enum Role { IndexRole = Qt::UserRole + 1, SeverityRole, RuleRole, LineRole, IconRole, CountRole };

    FindingDelegate(const Theme &theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme) {}

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const Theme &m_theme;
};

} // namespace pipeline::ui
