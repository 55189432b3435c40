// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "events/event.h"
#include "models/finding.h"

#include <QAbstractTableModel>

#include <deque>
#include <optional>

namespace pipeline::ui {

/// One line of a run's log.
struct LogLine {
    QDateTime at;
    Severity severity = Severity::Info;
    QString source;
    QString text;
};

/// The last 100,000 lines of a run's log, filtered by severity and text.
class LogModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Time, SeverityColumn, Source, Text, ColumnCount };
    enum Role { SeverityRole = Qt::UserRole + 1 };
    static constexpr qsizetype Capacity = 100'000;

    explicit LogModel(QObject *parent = nullptr) : QAbstractTableModel(parent) {}

    void clear();
    void append(const QList<LogLine> &lines);
    void setFilter(const QList<Severity> &severities, const QString &text);

    const LogLine &line(int row) const { return m_lines[size_t(m_shown[size_t(row)] - m_first)]; }
    qint64 total() const { return qint64(m_lines.size()); }
    qint64 count(Severity severity) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    /// What of an event stands in the log; nothing for those that the steps show.
    static std::optional<LogLine> lineOf(const events::Event &event);

private:
    bool passes(const LogLine &line) const;
    void dropOldest(qsizetype number);

    std::deque<LogLine> m_lines;
    std::deque<qint64> m_shown; ///< numbers of the lines that the filter lets through
    qint64 m_first = 0; ///< number of the first line that is kept
    QList<Severity> m_severities{Severity::Error, Severity::Warning, Severity::Info};
    QString m_text;
};

} // namespace pipeline::ui
