// SPDX-License-Identifier: Apache-2.0
#include "focusorder.h"

#include <QGridLayout>
#include <QSet>
#include <QSplitter>
#include <QWidget>

#include <algorithm>

namespace pipeline::ui {

namespace {

QList<QLayoutItem *> itemsOf(QLayout *layout)
{
    QList<QLayoutItem *> items;
    for (int i = 0; i < layout->count(); ++i)
        items << layout->itemAt(i);
    if (const auto *grid = qobject_cast<QGridLayout *>(layout)) {
        const auto cell = [&](QLayoutItem *item) {
            int row = 0, column = 0, rows = 0, columns = 0;
            grid->getItemPosition(int(items.indexOf(item)), &row, &column, &rows, &columns);
            return std::pair(row, column);
        };
        QList<QLayoutItem *> sorted = items;
        std::ranges::stable_sort(sorted, {}, cell);
        return sorted;
    }
    return items;
}

class Walk {
public:
    void visit(QWidget *widget)
    {
        if (widget->isHidden() || widget->isWindow() || m_seen.contains(widget))
            return;
        m_seen << widget;
        if (widget->focusPolicy() & Qt::TabFocus)
            order << widget;
        if (widget->layout())
            visit(widget->layout());
        else if (const auto *splitter = qobject_cast<QSplitter *>(widget))
            for (int i = 0; i < splitter->count(); ++i)
                visit(splitter->widget(i));
        // What lies in no layout floats above the others.
        for (auto *child : widget->findChildren<QWidget *>(Qt::FindDirectChildrenOnly))
            visit(child);
    }

    QList<QWidget *> order;

private:
    void visit(QLayout *layout)
    {
        for (QLayoutItem *item : itemsOf(layout)) {
            if (item->widget())
                visit(item->widget());
            else if (item->layout())
                visit(item->layout());
        }
    }

    QSet<QWidget *> m_seen;
};

} // namespace

QList<QWidget *> focusOrder(QWidget *root)
{
    Walk walk;
    walk.visit(root);
    return walk.order;
}

} // namespace pipeline::ui
