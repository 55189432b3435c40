// SPDX-License-Identifier: Apache-2.0
#include "releasesmodel.h"

#include "ui/session/session.h"

using namespace Qt::StringLiterals;
using pipeline::backlog::ReleaseFilter;
using pipeline::backlog::ReleaseGroup;
using pipeline::backlog::ReleaseGrouping;
using pipeline::backlog::ReleaseHistory;
using pipeline::backlog::ReleaseRow;
using pipeline::backlog::ReleaseWindow;

namespace pipeline::ui {

namespace {

constexpr int PageSize = 100;
constexpr int LargestPage = 2000; ///< of a jump far down, where everything above is read as well
constexpr int FirstScreen = 60;

ReleaseWindow windowOf(const ReleaseGroup &group, ReleaseGrouping grouping)
{
    ReleaseWindow window;
    if (grouping == ReleaseGrouping::Sprint)
        window.sprint = group.sprint;
    if (grouping == ReleaseGrouping::State)
        window.state = group.state;
    return window;
}

} // namespace

struct ReleasesModel::Group {
    ReleaseGroup head;
    QString key;
    int position = 0;
    int count = 0;
    QList<ReleaseRow> rows; ///< the first of count
};

ReleasesModel::ReleasesModel(Session &session, const Theme &theme, QObject *parent)
    : QAbstractItemModel(parent), m_session(session), m_theme(theme)
{
    const auto takeEnvironments = [this] {
        beginResetModel();
        m_environments.clear();
        for (const Environment &each : m_session.configuration().environments)
            m_environments << each.name;
        m_groups.clear();
        m_loaded = false;
        endResetModel();
    };
    takeEnvironments();
    connect(&session, &Session::configurationChanged, this, [this, takeEnvironments] {
        takeEnvironments();
        read(true);
    });
    m_requestTimer.setSingleShot(true);
    m_requestTimer.setInterval(0);
    connect(&m_requestTimer, &QTimer::timeout, this, &ReleasesModel::readRequested);
}

ReleasesModel::~ReleasesModel() = default;

QString ReleasesModel::keyOf(const ReleaseGroup &group) const
{
    return m_grouping == ReleaseGrouping::Sprint ? group.sprint
        : m_grouping == ReleaseGrouping::State   ? QString::number(int(group.state))
                                                 : QString();
}

void ReleasesModel::setQuery(const ReleaseFilter &filter, ReleaseGrouping grouping)
{
    m_filter = filter;
    m_grouping = grouping;
    m_visible.clear();
    read(true);
}

void ReleasesModel::cancelReading()
{
    m_task.cancel();
    m_reading = false;
}

void ReleasesModel::refresh()
{
    if (m_reading)
        m_again = true;
    else
        read(!m_loaded);
}

void ReleasesModel::read(bool reset)
{
    const auto services = m_session.services();
    if (!services)
        return;
    m_reading = true;
    m_again = false;
    m_rowsTask.cancel();
    m_requested.clear();
    m_task = inBackground(
        this,
        [services, reset, filter = m_filter, grouping = m_grouping, environments = m_environments, visible = m_visible,
         environment = m_session.configuration().defaultEnvironment](std::stop_token stop) -> Result<Loaded> {
            const ReleaseHistory history(services->database, environment);
            auto groups = history.groups(filter, grouping, stop);
            if (!groups)
                return fail(groups.error());
            Loaded loaded{*groups, {}};
            if (grouping == ReleaseGrouping::None && loaded.groups.isEmpty())
                loaded.groups << ReleaseGroup{}; // the rows hang on it
            int room = reset ? FirstScreen : 0;
            for (const ReleaseGroup &group : std::as_const(loaded.groups)) {
                const QString key = grouping == ReleaseGrouping::Sprint ? group.sprint
                    : grouping == ReleaseGrouping::State                ? QString::number(int(group.state))
                                                                        : QString();
                if (room <= 0 && !visible.contains(key))
                    continue;
                ReleaseWindow window = windowOf(group, grouping);
                window.limit = qMin(LargestPage, qMax(room, visible.value(key, 0) + 20));
                auto rows = history.rows(filter, window, environments, stop);
                if (!rows)
                    return fail(rows.error());
                room -= int(rows->size());
                loaded.rows.insert(key, std::move(*rows));
            }
            return loaded;
        },
        [this, reset](const Result<Loaded> &loaded) {
            m_reading = false;
            if (loaded)
                adopt(*loaded, reset);
            else
                emit failed(loaded.error());
            if (m_again)
                read(false);
            else if (!m_requested.isEmpty())
                m_requestTimer.start();
        });
}

void ReleasesModel::adopt(const Loaded &fresh, bool reset)
{
    emit aboutToChange();
    if (reset) {
        beginResetModel();
        m_groups.clear();
    }
    adoptGroups(fresh.groups, !reset);
    for (const auto &group : m_groups) {
        const auto rows = fresh.rows.constFind(group->key);
        adoptRows(*group, rows == fresh.rows.cend() ? nullptr : &*rows, !reset);
    }
    m_loaded = true;
    if (reset)
        endResetModel();
    emit loaded();
}

void ReleasesModel::request(const QModelIndex &index) const
{
    int &wanted = m_requested[static_cast<const Group *>(index.internalPointer())->key];
    wanted = qMax(wanted, index.row());
    if (!m_reading)
        m_requestTimer.start();
}

void ReleasesModel::readRequested()
{
    const auto services = m_session.services();
    if (!services || m_requested.isEmpty() || m_reading)
        return;
    struct Wanted {
        QString key;
        ReleaseWindow window;
    };
    QList<Wanted> wanted;
    for (const auto &group : m_groups) {
        const int last = m_requested.value(group->key, -1);
        if (last < group->rows.size())
            continue;
        ReleaseWindow window = windowOf(group->head, m_grouping);
        window.before = group->rows.isEmpty() ? 0 : group->rows.last().first;
        window.limit = qBound(PageSize, last + 20 - int(group->rows.size()), LargestPage);
        wanted << Wanted{group->key, window};
    }
    m_requested.clear();
    if (wanted.isEmpty())
        return;
    m_rowsTask = inBackground(
        this,
        [services, wanted, filter = m_filter, environments = m_environments,
         environment = m_session.configuration().defaultEnvironment](std::stop_token stop) -> Result<Loaded> {
            const ReleaseHistory history(services->database, environment);
            Loaded loaded;
            for (const Wanted &each : wanted) {
                auto rows = history.rows(filter, each.window, environments, stop);
                if (!rows)
                    return fail(rows.error());
                loaded.rows.insert(each.key, std::move(*rows));
            }
            return loaded;
        },
        [this](const Result<Loaded> &more) {
            if (!more) {
                emit failed(more.error());
                return;
            }
            for (const auto &group : m_groups) {
                const QList<ReleaseRow> rows = more->rows.value(group->key).mid(0, group->count - group->rows.size());
                if (rows.isEmpty())
                    continue;
                const int first = int(group->rows.size());
                group->rows += rows;
                const QModelIndex parent = indexOf(group.get());
                emit dataChanged(index(first, 0, parent),
                                 index(int(group->rows.size()) - 1, columnCount() - 1, parent));
            }
        });
}

/// Keeps the groups that stay, with what hangs on them: folds, selection and rows.
void ReleasesModel::adoptGroups(const QList<ReleaseGroup> &groups, bool telling)
{
    telling = telling && m_grouping != ReleaseGrouping::None;
    for (qsizetype i = 0; i < groups.size(); ++i) {
        const QString key = keyOf(groups.at(i));
        const auto from = m_groups.begin() + qMin<qsizetype>(i, qsizetype(m_groups.size()));
        const auto found = std::find_if(from, m_groups.end(), [&](const auto &group) { return group->key == key; });
        if (found != m_groups.end() && found != from) {
            const int last = int(found - m_groups.begin()) - 1;
            if (telling)
                beginRemoveRows({}, int(i), last);
            m_groups.erase(from, found);
            renumber();
            if (telling)
                endRemoveRows();
        } else if (found == m_groups.end()) {
            auto made = std::make_unique<Group>();
            made->key = key;
            made->count = int(groups.at(i).total());
            if (telling)
                beginInsertRows({}, int(i), int(i));
            m_groups.insert(from, std::move(made));
            renumber();
            if (telling)
                endInsertRows();
        }
        m_groups[size_t(i)]->head = groups.at(i);
    }
    if (qsizetype(m_groups.size()) > groups.size()) {
        if (telling)
            beginRemoveRows({}, int(groups.size()), int(m_groups.size()) - 1);
        m_groups.resize(size_t(groups.size()));
        if (telling)
            endRemoveRows();
    }
    if (telling && !m_groups.empty())
        emit dataChanged(index(0, 0), index(int(m_groups.size()) - 1, columnCount() - 1));
}

void ReleasesModel::adoptRows(Group &group, const QList<ReleaseRow> *fresh, bool telling)
{
    const QModelIndex parent = indexOf(&group);
    const int count = int(group.head.total());
    const int before = group.count;
    if (telling && count > before) {
        beginInsertRows(parent, before, count - 1);
        group.count = count;
        endInsertRows();
    } else if (telling && count < before) {
        beginRemoveRows(parent, count, before - 1);
        group.count = count;
        group.rows = group.rows.mid(0, count);
        endRemoveRows();
    }
    if (!fresh) {
        // What is not looked at is read again when it comes into sight.
        group.rows.clear();
        return;
    }
    const qsizetype read = fresh->size();
    const bool tailStays = count == before && read > 0 && group.rows.size() > read
        && group.rows.at(read - 1).first == fresh->last().first;
    group.rows = (*fresh + (tailStays ? group.rows.mid(read) : QList<ReleaseRow>())).mid(0, count);
    if (telling && !group.rows.isEmpty())
        emit dataChanged(index(0, 0, parent), index(int(group.rows.size()) - 1, columnCount() - 1, parent));
}

void ReleasesModel::renumber()
{
    for (size_t i = 0; i < m_groups.size(); ++i)
        m_groups[i]->position = int(i);
}

qint64 ReleasesModel::total() const
{
    qint64 sum = 0;
    for (const auto &group : m_groups)
        sum += group->count;
    return sum;
}

bool ReleasesModel::isGroup(const QModelIndex &index) const
{
    return index.isValid() && !index.internalPointer();
}

QString ReleasesModel::groupKey(const QModelIndex &group) const
{
    return isGroup(group) ? m_groups.at(size_t(group.row()))->key : QString();
}

const ReleaseGroup &ReleasesModel::headOf(const QModelIndex &group) const
{
    return m_groups.at(size_t(group.row()))->head;
}

const ReleaseRow *ReleasesModel::rowAt(const QModelIndex &index) const
{
    const auto *group = static_cast<const Group *>(index.internalPointer());
    return group && index.row() < group->rows.size() ? &group->rows.at(index.row()) : nullptr;
}

QModelIndex ReleasesModel::indexOf(const QString &releaseRef) const
{
    for (const auto &group : m_groups) {
        for (qsizetype i = 0; i < group->rows.size(); ++i) {
            if (group->rows.at(i).releaseRef == releaseRef)
                return index(int(i), 0, indexOf(group.get()));
        }
    }
    return {};
}

QModelIndex ReleasesModel::indexOf(const Group *group) const
{
    return m_grouping == ReleaseGrouping::None ? QModelIndex() : createIndex(group->position, 0, nullptr);
}

QModelIndex ReleasesModel::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || column < 0 || row >= rowCount(parent) || column >= columnCount())
        return {};
    if (m_grouping == ReleaseGrouping::None)
        return createIndex(row, column, m_groups.front().get());
    return createIndex(row, column, parent.isValid() ? m_groups.at(size_t(parent.row())).get() : nullptr);
}

QModelIndex ReleasesModel::parent(const QModelIndex &index) const
{
    const auto *group = static_cast<const Group *>(index.internalPointer());
    return group ? indexOf(group) : QModelIndex();
}

int ReleasesModel::rowCount(const QModelIndex &parent) const
{
    if (m_grouping == ReleaseGrouping::None)
        return parent.isValid() || m_groups.empty() ? 0 : m_groups.front()->count;
    if (!parent.isValid())
        return int(m_groups.size());
    return isGroup(parent) && parent.column() == 0 ? m_groups.at(size_t(parent.row()))->count : 0;
}

int ReleasesModel::columnCount(const QModelIndex &) const
{
    return updatedColumn() + 1;
}

} // namespace pipeline::ui
