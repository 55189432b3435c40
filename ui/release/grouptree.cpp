// SPDX-License-Identifier: Apache-2.0
#include "grouptree.h"

#include "treedelegate.h"

#include "ui/common/theme.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

GroupTree::GroupTree(const Theme &theme, const QString &name, QWidget *parent) : QTreeView(parent), m_theme(theme)
{
    setItemDelegate(new TreeDelegate(theme, this));
    setHeaderHidden(true);
    setUniformRowHeights(true);
    setIndentation(16);
    setMouseTracking(true);
    setAccessibleName(name);
}

void GroupTree::drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const
{
    if (const QColor ground = TreeDelegate::ground(m_theme, index); ground.isValid())
        painter->fillRect(rect, ground);
    QTreeView::drawBranches(painter, rect, index);
}

} // namespace pipeline::ui
