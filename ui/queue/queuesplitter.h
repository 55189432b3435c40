// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSplitter>

namespace pipeline::ui {

class QueueDetails;
class QueueTable;
class SidePane;
class Theme;

/// The rows and, where there is room, the details beside them: the columns come first.
class QueueSplitter : public QSplitter {
    Q_OBJECT

public:
    /// \a rows holds \a table.
    QueueSplitter(QWidget *rows, QueueTable *table, QueueDetails *details, const Theme &theme);

    /// In a small window the details are a drawer.
    void toggleDetails();

    void restore();
    void save() const;

    /// After the columns have changed.
    void fit();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QueueTable *m_table;
    QueueDetails *m_details;
    SidePane *m_side;
    const int m_most; ///< the details' width when the columns leave it to them
    bool m_moved = false; ///< somebody has moved the line between them
};

} // namespace pipeline::ui
