// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSet>
#include <QTreeView>

class QToolButton;

namespace pipeline::ui {

class ReleasesModel;
class Theme;

/// The table of releases below foldable head lines, which it draws itself over all columns.
class ReleasesView : public QTreeView {
    Q_OBJECT

public:
    ReleasesView(const Theme &theme, ReleasesModel *model, QWidget *parent = nullptr);

    /// The last row of each group that is in sight.
    QHash<QString, int> visibleRows() const;

    /// Opens the first \a groups head lines.
    void unfold(int groups);

    /// In a narrow window the last columns go first.
    void fitWindow(int width);

    QSet<int> hiddenColumns() const { return m_hidden; } ///< by the user
    void setHiddenColumns(const QSet<int> &columns);

    /// A button whose menu shows and hides columns.
    QToolButton *makeColumnButton();

    void repaintAges();

signals:
    void openRequested();
    void copyRequested();

protected:
    void drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    void takeDelegates();
    void fitColumns();
    void fold(const QModelIndex &group);

    const Theme &m_theme;
    ReleasesModel *m_model;
    QSet<int> m_hidden;
    int m_window = 0;
};

} // namespace pipeline::ui
