// SPDX-License-Identifier: Apache-2.0
#include "historyview.h"

#include "historydelegate.h"

#include "ui/cells/times.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QStandardItemModel>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

namespace {

QStandardItem *itemOf(const HistoryLine &line)
{
    QStringList words{line.text, line.lead, line.under, moment(line.at)};
    words.removeAll(QString());
    auto *item = new QStandardItem(line.text);
    item->setEditable(false);
    item->setData(QVariant::fromValue(line), HistoryDelegate::Line);
    item->setData(line.item, HistoryDelegate::Item);
    item->setData(words.join(u", "_s), Qt::AccessibleTextRole);
    item->setToolTip(words.join(u'\n'));
    for (const HistoryLine &below : line.below)
        item->appendRow(itemOf(below));
    return item;
}

} // namespace

HistoryView::HistoryView(const Theme &theme, QWidget *parent) : QTreeView(parent), m_model(new QStandardItemModel(this))
{
    setModel(m_model);
    setItemDelegate(new HistoryDelegate(theme, this));
    setAccessibleName(tr("History of the release"));
    header()->hide();
    setIndentation(0);
    setRootIsDecorated(false);
    setItemsExpandable(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setMouseTracking(true);
    setProperty("kind", u"panel"_s);
    connect(this, &QTreeView::clicked, this, &HistoryView::open);
}

void HistoryView::show(const QList<HistoryLine> &lines)
{
    const QModelIndex current = currentIndex();
    const std::pair<int, int> place{current.parent().row(), current.row()};
    m_model->clear();
    for (const HistoryLine &line : lines)
        m_model->appendRow(itemOf(line));
    expandAll();
    const QModelIndex parent = place.first >= 0 ? m_model->index(place.first, 0) : QModelIndex();
    if (const QModelIndex again = m_model->index(place.second, 0, parent); again.isValid())
        setCurrentIndex(again);
}

void HistoryView::open(const QModelIndex &index)
{
    if (index.isValid())
        emit logRequested(index.data(HistoryDelegate::Item).toLongLong());
}

void HistoryView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        open(currentIndex());
    else
        QTreeView::keyPressEvent(event);
}

void HistoryView::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    header()->resizeSection(0, viewport()->width());
}

} // namespace pipeline::ui
