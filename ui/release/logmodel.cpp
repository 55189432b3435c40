// SPDX-License-Identifier: Apache-2.0
#include "logmodel.h"

#include "ui/cells/times.h"

#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

void LogModel::clear()
{
    beginResetModel();
    m_lines.clear();
    m_shown.clear();
    m_first = 0;
    endResetModel();
}

bool LogModel::passes(const LogLine &line) const
{
    return m_severities.contains(line.severity)
        && (m_text.isEmpty() || line.text.contains(m_text, Qt::CaseInsensitive)
            || line.source.contains(m_text, Qt::CaseInsensitive));
}

void LogModel::append(const QList<LogLine> &lines)
{
    const QList<LogLine> kept = lines.mid(qMax<qsizetype>(0, lines.size() - Capacity));
    const qsizetype over = qsizetype(m_lines.size()) + kept.size() - Capacity;
    if (over > 0)
        dropOldest(over);
    std::deque<qint64> fresh;
    for (const LogLine &line : kept) {
        m_lines.push_back(line);
        if (passes(line))
            fresh.push_back(m_first + qint64(m_lines.size()) - 1);
    }
    if (fresh.empty())
        return;
    beginInsertRows({}, int(m_shown.size()), int(m_shown.size() + fresh.size()) - 1);
    m_shown.insert(m_shown.end(), fresh.begin(), fresh.end());
    endInsertRows();
}

void LogModel::dropOldest(qsizetype number)
{
    const auto gone = std::ranges::lower_bound(m_shown, m_first + number) - m_shown.begin();
    if (gone > 0)
        beginRemoveRows({}, 0, int(gone) - 1);
    m_shown.erase(m_shown.begin(), m_shown.begin() + gone);
    m_lines.erase(m_lines.begin(), m_lines.begin() + number);
    m_first += number;
    if (gone > 0)
        endRemoveRows();
}

void LogModel::setFilter(const QList<Severity> &severities, const QString &text)
{
    beginResetModel();
    m_severities = severities;
    m_text = text;
    m_shown.clear();
    for (size_t i = 0; i < m_lines.size(); ++i) {
        if (passes(m_lines[i]))
            m_shown.push_back(m_first + qint64(i));
    }
    endResetModel();
}

qint64 LogModel::count(Severity severity) const
{
    return std::ranges::count(m_lines, severity, &LogLine::severity);
}

int LogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int LogModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant LogModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const LogLine &at = line(index.row());
    if (role == SeverityRole)
        return int(at.severity);
    if (role == Qt::ToolTipRole && index.column() == Text)
        return at.text;
    if (role == Qt::AccessibleTextRole && index.column() == Time)
        return QStringList{clockSeconds(at.at), toString(at.severity), at.source, at.text}.join(u", "_s);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Time:
        return clockSeconds(at.at);
    case SeverityColumn:
        return at.severity == Severity::Error  ? tr("error")
            : at.severity == Severity::Warning ? tr("warn")
                                               : tr("info");
    case Source:
        return at.source;
    default:
        return at.text;
    }
}

std::optional<LogLine> LogModel::lineOf(const events::Event &event)
{
    const QJsonObject &payload = event.payload;
    const auto text = [&](QLatin1StringView key) { return payload[key].toString(); };
    if (event.kind == "log"_L1) {
        const QString severity = text("severity"_L1);
        return LogLine{event.at,
                       severity == "error"_L1      ? Severity::Error
                           : severity == "warn"_L1 ? Severity::Warning
                                                   : Severity::Info,
                       text("source"_L1), text("text"_L1)};
    }
    if (event.kind == "claimed"_L1)
        return LogLine{event.at, Severity::Info, u"runner"_s,
                       tr("Taken by %1 on %2, attempt %3").arg(text("runner"_L1), text("host"_L1)).arg(event.attempt)};
    if (event.kind == "stage"_L1) {
        const QString status = text("status"_L1);
        return LogLine{event.at, status == "failed"_L1 ? Severity::Error : Severity::Info, text("stage"_L1),
                       tr("Stage %1: %2").arg(text("stage"_L1).toUpper(), status)};
    }
    if (event.kind == "finding"_L1) {
        const Finding finding = Finding::fromResultado(payload);
        return LogLine{event.at, finding.severity, finding.rule,
                       finding.line > 0 ? u"%1:%2 %3"_s.arg(finding.path).arg(finding.line).arg(finding.message)
                                        : finding.path + u' ' + finding.message};
    }
    if (event.kind == "check"_L1) {
        const QString status = text("status"_L1);
        return LogLine{event.at,
                       status == "failed"_L1        ? Severity::Error
                           : status == "unknown"_L1 ? Severity::Warning
                                                    : Severity::Info,
                       u"verify"_s, u"%1: %2 %3"_s.arg(text("nome"_L1), status, text("detalhe"_L1)).trimmed()};
    }
    if (event.kind == "postponed"_L1)
        return LogLine{event.at, Severity::Warning, u"runner"_s, tr("Given back: %1").arg(text("motivo"_L1))};
    if (event.kind == "finished"_L1)
        return LogLine{event.at, text("estado"_L1) == "falhou"_L1 ? Severity::Error : Severity::Info, u"runner"_s,
                       tr("Ended: %1").arg(text("estado"_L1))};
    return {};
}

} // namespace pipeline::ui
