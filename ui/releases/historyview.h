// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "historylines.h"

#include <QTreeView>

class QStandardItemModel;

namespace pipeline::ui {

class Theme;

/// The history of a release: items with their attempts, or all of it by time. Enter or a click on a line opens its log.
class HistoryView : public QTreeView {
    Q_OBJECT

public:
    explicit HistoryView(const Theme &theme, QWidget *parent = nullptr);

    /// Keeps the current line when the same is shown again.
    void show(const QList<HistoryLine> &lines);

signals:
    void logRequested(qint64 item);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void open(const QModelIndex &index);

    QStandardItemModel *m_model;
};

} // namespace pipeline::ui
