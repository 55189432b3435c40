// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/journal.h"
#include "ui/common/background.h"

#include <QAbstractTableModel>

namespace pipeline::ui {

class Session;

/// The journal, newest first. It is append-only: what was read stays, newer entries come in front, and older ones are
/// read page by page when the view nears the end.
class AuditModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { When, Who, What, Release, Environment, Digest, From, ColumnCount };

    explicit AuditModel(Session &session, QObject *parent = nullptr);

    void setFilter(const audit::Filter &filter);
    void refresh();

    /// What is being read is not waited for any more.
    void cancelReading();

    /// Entries from this one on are not proven.
    void setBrokenAt(std::optional<qint64> entry);

    const audit::Entry *entryAt(int row) const;
    bool isLoaded() const { return m_loaded; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

signals:
    void loaded();
    void failed(const pipeline::Error &error);

    /// So many came in front of the others.
    void grew(int newRows);

private:
    static constexpr int PageSize = 200;

    QString text(const audit::Entry &entry, int column) const;
    QString accessibleText(const audit::Entry &entry, int column) const;
    QString toolTip(const audit::Entry &entry, int column) const;
    void readNewest(bool reset);
    void adoptNewest(const QList<audit::Entry> &entries, bool reset);

    Session &m_session;
    audit::Filter m_filter;
    QList<audit::Entry> m_entries;
    std::optional<qint64> m_brokenAt;
    bool m_loaded = false;
    bool m_complete = false; ///< nothing older is left
    bool m_reading = false;
    bool m_again = false; ///< a change came while the last one was being read
    bool m_fetching = false;
    Task m_task;
    Task m_moreTask;
};

} // namespace pipeline::ui
