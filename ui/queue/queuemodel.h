// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backlog/queuereader.h"
#include "ui/cells/rowlooks.h"
#include "ui/common/background.h"

#include <QAbstractTableModel>
#include <QCache>
#include <QSet>
#include <QTimer>

namespace pipeline::ui {

class Session;

/// The sorted and filtered queue as a table of any length: rows are read in blocks around what is looked at, in the
/// background; a row that is not here yet is empty.
class QueueModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { State, Type, Mode, Release, Sprint, Artefacts, Stage, Age, Try, Worker, ColumnCount };

    explicit QueueModel(Session &session, QObject *parent = nullptr);

    void setQuery(const backlog::QueueFilter &filter, backlog::QueueSort sort);
    const backlog::QueueFilter &filter() const { return m_filter; }
    backlog::QueueSort sort() const { return m_sort; }

    /// What a click on the header of \a column sorts by; nothing for columns without an order.
    static std::optional<backlog::QueueOrder> orderOf(int column);
    static QString columnName(int column);

    /// Reads the visible rows and the number of all again, and keeps what is unchanged.
    void refresh();

    /// What is being read is not waited for any more.
    void cancelReading();

    /// What the view shows; blocks near it are read first and kept.
    void setVisibleRows(int first, int last);

    /// The ages and leases of the visible rows move on.
    void tick();

    /// Nothing while the row is being read.
    const backlog::QueueRow *rowAt(int row) const;
    int indexOf(qint64 item) const; ///< among the rows that are here; -1 when it is not
    bool isLoaded() const { return m_loaded; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    void loaded();
    void failed(const pipeline::Error &error);

    /// Rows came in front of \a visible rows that were looked at.
    void grew(int newRows);

private:
    static constexpr int BlockSize = 128;
    struct Block {
        QList<backlog::QueueRow> rows;
    };
    struct Loaded {
        qint64 count = 0;
        QList<std::pair<int, QList<backlog::QueueRow>>> blocks;
    };

    QString text(const backlog::QueueRow &row, int column) const;
    QVariant look(const backlog::QueueRow &row, int column) const;
    StageLook stageOf(const backlog::QueueRow &row) const;
    QString accessibleText(const backlog::QueueRow &row, int column) const;
    QString toolTip(const backlog::QueueRow &row, int column) const;
    void read(bool reset);
    void adopt(const Loaded &fresh, bool reset);
    void request(int block) const;
    void readRequested();

    Session &m_session;
    backlog::QueueFilter m_filter;
    backlog::QueueSort m_sort;
    bool m_offline = false; ///< moments are shown, for nothing is counted
    bool m_loaded = false;
    bool m_again = false; ///< a change came while the last one was being read
    bool m_reading = false;
    int m_count = 0;
    int m_firstVisible = 0;
    int m_lastVisible = 30;
    QCache<int, Block> m_blocks;
    mutable QSet<int> m_requested;
    mutable QTimer m_requestTimer;
    Task m_task;
    Task m_blockTask;
};

} // namespace pipeline::ui
