// SPDX-License-Identifier: Apache-2.0
#include "queuemodel.h"

#include "ui/cells/celldelegates.h"
#include "ui/cells/times.h"
#include "ui/session/session.h"

using namespace Qt::StringLiterals;
using pipeline::backlog::QueueRow;

namespace pipeline::ui {

std::optional<backlog::QueueOrder> QueueModel::orderOf(int column)
{
    switch (column) {
    case State:
        return backlog::QueueOrder::Urgency;
    case Type:
        return backlog::QueueOrder::Type;
    case Mode:
        return backlog::QueueOrder::Mode;
    case Release:
        return backlog::QueueOrder::Release;
    case Sprint:
        return backlog::QueueOrder::Sprint;
    case Age:
        return backlog::QueueOrder::Created;
    default:
        return {};
    }
}

QVariant QueueModel::data(const QModelIndex &index, int role) const
{
    const QueueRow *row = rowAt(index.row());
    if (!row) {
        request(index.row() / BlockSize);
        return {};
    }
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(*row, column);
    case Qt::AccessibleTextRole:
        return accessibleText(*row, column);
    case Qt::ToolTipRole:
        return toolTip(*row, column);
    case Qt::TextAlignmentRole:
        return column == Age || column == Try ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    case cell::Look:
        return look(*row, column);
    case cell::Mono:
        return column == Release;
    case cell::Small:
        return column == Type || column == Mode;
    case cell::Tone:
        if (column == Worker && row->state == backlog::QueueState::Running && !m_offline
            && QDateTime::currentDateTime().secsTo(row->leaseExpiresAt) < 10)
            return u"wait"_s;
        return column >= Age || column == Sprint ? u"textSecondary"_s : QString();
    case cell::Id:
        return row->id;
    default:
        return {};
    }
}

StageLook QueueModel::stageOf(const QueueRow &row) const
{
    StageLook look = stageLook(row, m_session.actor().name);
    if (row.state == backlog::QueueState::Running && m_offline)
        look.text = tr("at %1").arg(clockTime(m_session.database().lastAnswer));
    return look;
}

QVariant QueueModel::look(const QueueRow &row, int column) const
{
    switch (column) {
    case State:
        return QVariant::fromValue(stateLook(row));
    case Artefacts:
        return QVariant::fromValue(ArtefactsLook{row.artefacts});
    case Stage:
        return QVariant::fromValue(stageOf(row));
    default:
        return {};
    }
}

QString QueueModel::text(const QueueRow &row, int column) const
{
    const QDateTime now = QDateTime::currentDateTime();
    switch (column) {
    case State:
        return stateLook(row).word;
    case Type:
        return row.type;
    case Mode:
        return row.mode.isEmpty() ? u"—"_s : row.mode;
    case Release:
        return row.releaseRef;
    case Sprint:
        return row.sprint;
    case Artefacts:
        return artefactWords(row.artefacts);
    case Stage: {
        const StageLook look = stageOf(row);
        return look.strong.isEmpty() ? look.text : look.strong + u' ' + look.text;
    }
    case Age: {
        const QDateTime since = standsSince(row);
        return m_offline ? tr("since %1").arg(clockTime(since)) : age(since, now);
    }
    case Try:
        return QString::number(qMax(1, row.attempt));
    case Worker:
        return !m_offline || row.runner.isEmpty() ? leaseWords(row, now) : row.runner;
    default:
        return {};
    }
}

QString QueueModel::accessibleText(const QueueRow &row, int column) const
{
    if (column != State)
        return text(row, column);
    QStringList parts{text(row, State), row.type, row.releaseRef};
    if (!row.sprint.isEmpty())
        parts << tr("sprint %1").arg(row.sprint);
    parts << artefactWords(row.artefacts) << text(row, Stage) << text(row, Age);
    return parts.join(u", "_s);
}

QString QueueModel::toolTip(const QueueRow &row, int column) const
{
    switch (column) {
    case Age:
        return tr("Inserted %1\nChanged %2").arg(moment(row.createdAt), moment(row.updatedAt));
    case Try:
        return tr("Attempt %1 of at most %2").arg(row.attempt).arg(row.maxAttempts);
    case Worker:
        return text(row, Worker)
            + (row.leaseExpiresAt.isValid() ? u'\n' + tr("Lease until %1").arg(moment(row.leaseExpiresAt)) : QString());
    default:
        return text(row, column);
    }
}

QVariant QueueModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(section == Age || section == Try ? Qt::AlignRight | Qt::AlignVCenter
                                                    : Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const QString name = section == Age && m_offline ? tr("Since") : columnName(section);
    if (orderOf(section) != m_sort.order)
        return name;
    return name + (m_sort.descending ? u" ↓"_s : u" ↑"_s);
}

QString QueueModel::columnName(int column)
{
    switch (column) {
    case State:
        return tr("State");
    case Type:
        return tr("Type");
    case Mode:
        return tr("Mode");
    case Release:
        return tr("Release");
    case Sprint:
        return tr("Sprint");
    case Artefacts:
        return tr("Artefacts");
    case Stage:
        return tr("Stage");
    case Age:
        return tr("Age");
    case Try:
        return tr("Try");
    case Worker:
        return tr("Worker · lease");
    default:
        return {};
    }
}

} // namespace pipeline::ui
