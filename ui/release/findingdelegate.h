// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>

namespace pipeline::ui {

class Theme;

/// A finding: what is wrong, in as many lines as that needs, and rule and line below; a file as the head of its
/// findings.
class FindingDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    enum Role { IndexRole = Qt::UserRole + 1, SeverityRole, RuleRole, LineRole, IconRole, CountRole };

    FindingDelegate(const Theme &theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme) {}

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    /// Height of the sentence in an entry of \a width.
    int sentenceHeight(const QModelIndex &index, int width) const;

    const Theme &m_theme;
};

} // namespace pipeline::ui
