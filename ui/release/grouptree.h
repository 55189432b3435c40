// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTreeView>

namespace pipeline::ui {

class Theme;

/// A tree of groups as TreeDelegate draws them; the ground of a group's head goes on below its arrow.
class GroupTree : public QTreeView {
    Q_OBJECT

public:
    GroupTree(const Theme &theme, const QString &name, QWidget *parent = nullptr);

protected:
    void drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const override;

private:
    const Theme &m_theme;
};

} // namespace pipeline::ui
