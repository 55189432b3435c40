// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backlog/releasehistory.h"
#include "ui/common/background.h"

#include <QAbstractItemModel>
#include <QHash>
#include <QTimer>

namespace pipeline::ui {

class Session;
class Theme;

/// Releases below the head lines of their groups, or without any. A group knows how many it has; its rows are read in
/// the background, from the newest down to what is looked at, and a row that is not here yet is empty.
class ReleasesModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Column { Release, State, Stage, Artefacts, FirstEnvironment };
    enum Role { Figures = Qt::UserRole + 100 };
    static constexpr int HeaderIconSide = 12;

    ReleasesModel(Session &session, const Theme &theme, QObject *parent = nullptr);
    ~ReleasesModel() override;

    void setQuery(const backlog::ReleaseFilter &filter, backlog::ReleaseGrouping grouping);
    const backlog::ReleaseFilter &filter() const { return m_filter; }
    backlog::ReleaseGrouping grouping() const { return m_grouping; }

    /// Reads the groups and what is looked at again.
    void refresh();

    /// What is being read is not waited for any more.
    void cancelReading();

    /// The last row of each group that the view shows, by groupKey().
    void setVisibleRows(const QHash<QString, int> &lastRows) { m_visible = lastRows; }

    bool isLoaded() const { return m_loaded; }
    qint64 total() const;
    bool isGroup(const QModelIndex &index) const;
    QString groupKey(const QModelIndex &group) const;

    /// Nothing for a group and while the row is being read.
    const backlog::ReleaseRow *rowAt(const QModelIndex &index) const;
    QModelIndex indexOf(const QString &releaseRef) const; ///< among the rows that are here

    int environmentCount() const { return int(m_environments.size()); }
    int preparedByColumn() const { return FirstEnvironment + environmentCount(); }
    int updatedColumn() const { return preparedByColumn() + 1; }

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    void aboutToChange();
    void loaded();
    void failed(const pipeline::Error &error);

private:
    struct Group;
    struct Loaded {
        QList<backlog::ReleaseGroup> groups;
        QHash<QString, QList<backlog::ReleaseRow>> rows; ///< from the newest on, by group
    };

    QString keyOf(const backlog::ReleaseGroup &group) const;
    QModelIndex indexOf(const Group *group) const;
    const backlog::ReleaseGroup &headOf(const QModelIndex &group) const;
    QVariant groupData(const QModelIndex &index, int role) const;
    QString text(const backlog::ReleaseRow &row, int column) const;
    QString accessibleText(const backlog::ReleaseRow &row, int column) const;
    QVariant look(const backlog::ReleaseRow &row, int column) const;
    QString toolTip(const backlog::ReleaseRow &row, int column) const;
    void read(bool reset);
    void adopt(const Loaded &fresh, bool reset);
    void adoptGroups(const QList<backlog::ReleaseGroup> &groups, bool telling);
    void adoptRows(Group &group, const QList<backlog::ReleaseRow> *fresh, bool telling);
    void renumber();
    void request(const QModelIndex &index) const;
    void readRequested();

    Session &m_session;
    const Theme &m_theme;
    QStringList m_environments;
    backlog::ReleaseFilter m_filter;
    backlog::ReleaseGrouping m_grouping = backlog::ReleaseGrouping::Sprint;
    std::vector<std::unique_ptr<Group>> m_groups;
    QHash<QString, int> m_visible;
    bool m_loaded = false;
    bool m_reading = false;
    bool m_again = false; ///< a change came while the last one was being read
    mutable QHash<QString, int> m_requested;
    mutable QTimer m_requestTimer;
    Task m_task;
    Task m_rowsTask;
};

} // namespace pipeline::ui
