// SPDX-License-Identifier: Apache-2.0
#include "releaselooks.h"
#include "releasesmodel.h"

#include "ui/cells/celldelegates.h"
#include "ui/cells/times.h"
#include "ui/common/theme.h"
#include "ui/session/session.h"

using namespace Qt::StringLiterals;
using pipeline::backlog::ReleaseRow;

namespace pipeline::ui {

QVariant ReleasesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (isGroup(index))
        return groupData(index, role);
    const ReleaseRow *row = rowAt(index);
    if (!row) {
        request(index);
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
        return column == updatedColumn() ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    case cell::Look:
        return look(*row, column);
    case cell::Mono:
        return column == Release;
    case cell::Tone:
        return column >= preparedByColumn() ? u"textSecondary"_s : QString();
    default:
        return {};
    }
}

QVariant ReleasesModel::groupData(const QModelIndex &index, int role) const
{
    if (index.column() != 0)
        return {};
    const backlog::ReleaseGroup &group = headOf(index);
    switch (role) {
    case Qt::DisplayRole:
        return groupName(group, m_grouping);
    case Figures:
        return groupFigures(group, m_grouping);
    case Qt::AccessibleTextRole:
        return u"%1, %2"_s.arg(groupName(group, m_grouping), groupFigures(group, m_grouping));
    default:
        return {};
    }
}

QVariant ReleasesModel::look(const ReleaseRow &row, int column) const
{
    if (column == State)
        return QVariant::fromValue(lookOf(row.state));
    if (column == Stage)
        return QVariant::fromValue(stageLook(row, m_session.actor().name));
    if (column == Artefacts)
        return QVariant::fromValue(ArtefactsLook{row.artefacts});
    if (column >= FirstEnvironment && column < preparedByColumn())
        return QVariant::fromValue(lookOf(row.environments.value(column - FirstEnvironment)));
    return {};
}

QString ReleasesModel::text(const ReleaseRow &row, int column) const
{
    if (column == Release)
        return row.releaseRef;
    if (column == State)
        return lookOf(row.state).word;
    if (column == Stage) {
        const StageLook look = stageLook(row, m_session.actor().name);
        return look.strong.isEmpty() ? look.text : look.strong + u' ' + look.text;
    }
    if (column == Artefacts)
        return artefactWords(row.artefacts);
    if (column < preparedByColumn())
        return lookOf(row.environments.value(column - FirstEnvironment)).word;
    if (column == preparedByColumn())
        return row.preparedBy.isEmpty() ? u"—"_s : row.preparedBy;
    return m_session.isConnected() ? age(row.updatedAt, QDateTime::currentDateTime())
                                   : tr("since %1").arg(clockTime(row.updatedAt));
}

QString ReleasesModel::accessibleText(const ReleaseRow &row, int column) const
{
    if (column != Release)
        return text(row, column);
    QStringList parts{row.releaseRef, text(row, State), text(row, Stage)};
    if (!row.sprint.isEmpty())
        parts << tr("sprint %1").arg(row.sprint);
    parts << artefactWords(row.artefacts);
    for (qsizetype i = 0; i < m_environments.size(); ++i) {
        if (row.environments.value(i) != backlog::EnvironmentState::None)
            parts << u"%1 %2"_s.arg(m_environments.at(i), lookOf(row.environments.at(i)).word);
    }
    parts << tr("prepared by %1").arg(text(row, preparedByColumn())) << text(row, updatedColumn());
    return parts.join(u", "_s);
}

QString ReleasesModel::toolTip(const ReleaseRow &row, int column) const
{
    if (column == updatedColumn())
        return moment(row.updatedAt);
    if (column >= FirstEnvironment && column < preparedByColumn())
        return u"%1: %2"_s.arg(m_environments.at(column - FirstEnvironment), text(row, column));
    return text(row, column);
}

QVariant ReleasesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const bool ofEnvironment = section >= FirstEnvironment && section < preparedByColumn();
    if (role == Qt::TextAlignmentRole)
        return int((section == updatedColumn() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::DecorationRole && ofEnvironment
        && m_session.isProduction(m_environments.at(section - FirstEnvironment)))
        return m_theme.icon(u"shield"_s, u"prod"_s).pixmap(HeaderIconSide);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Release:
        return tr("Release");
    case State:
        return tr("State");
    case Stage:
        return tr("Stage");
    case Artefacts:
        return tr("Artefacts");
    default:
        return ofEnvironment                ? m_environments.at(section - FirstEnvironment)
            : section == preparedByColumn() ? tr("Prepared by")
                                            : tr("Updated");
    }
}

} // namespace pipeline::ui
