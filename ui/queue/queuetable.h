// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QSet>
#include <QTableView>

namespace pipeline::ui {

class QueueModel;
class Theme;

/// The queue's rows: columns as wide as their longest words, sorted by their heads, one selected.
class QueueTable : public QTableView {
    Q_OBJECT

public:
    QueueTable(QueueModel *model, const Theme &theme, QWidget *parent = nullptr);

    QueueModel *rows() const { return m_rows; }

    /// The item of the selected row; 0 for none.
    qint64 selectedItem() const { return m_selected; }

    /// After the rows have changed: the selection follows its item, which keeps its place in the view.
    void keepSelection();

    /// While the backlog is out of reach ages are moments, which are wider.
    void fitAge(bool moments);

    /// Hides columns that say least, as far as the others would not fit into \a width; gives the width of what is left.
    int fit(int width);

    void restoreColumns();
    void saveColumns() const;

    /// A menu of all columns but the first, each with a tick.
    void fillColumnMenu(QMenu *menu);

signals:
    void openRequested();
    void sortRequested(int column);
    void rowChosen(); ///< by a person, or because the rows have changed
    void scrolledToTop();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitColumns();
    void setColumn(int column, int contents);
    void makeSortShortcuts();
    void noteVisibleRows();
    void copySelected() const;
    void showContextMenu(const QPoint &at);

    QueueModel *m_rows;
    const Theme &m_theme;
    qint64 m_selected = 0;
    QHash<int, int> m_wanted; ///< width of each column that shows all its words
    QSet<int> m_unwanted; ///< columns that somebody has hidden
};

} // namespace pipeline::ui
