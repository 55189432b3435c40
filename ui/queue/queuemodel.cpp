// SPDX-License-Identifier: Apache-2.0
#include "queuemodel.h"

#include "ui/cells/celldelegates.h"
#include "ui/session/session.h"

using namespace Qt::StringLiterals;
using pipeline::backlog::QueueReader;
using pipeline::backlog::QueueRow;

namespace pipeline::ui {

namespace {
constexpr int MostBlocks = 48;
}

QueueModel::QueueModel(Session &session, QObject *parent)
    : QAbstractTableModel(parent), m_session(session), m_blocks(MostBlocks)
{
    m_requestTimer.setSingleShot(true);
    m_requestTimer.setInterval(0);
    connect(&m_requestTimer, &QTimer::timeout, this, &QueueModel::readRequested);
    connect(&session, &Session::databaseChanged, this, [this] {
        if (m_session.isOffline() == m_offline)
            return;
        m_offline = m_session.isOffline();
        emit headerDataChanged(Qt::Horizontal, Age, Age);
        if (m_count > 0)
            emit dataChanged(index(0, Stage), index(m_count - 1, Worker));
    });
}

void QueueModel::setQuery(const backlog::QueueFilter &filter, backlog::QueueSort sort)
{
    m_filter = filter;
    m_sort = sort;
    m_firstVisible = 0;
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    read(true);
}

void QueueModel::cancelReading()
{
    m_task.cancel();
    m_reading = false;
}

void QueueModel::refresh()
{
    if (m_reading)
        m_again = true;
    else
        read(!m_loaded);
}

void QueueModel::read(bool reset)
{
    const auto services = m_session.services();
    if (!services)
        return;
    m_reading = true;
    m_again = false;
    const int first = reset ? 0 : m_firstVisible / BlockSize;
    const int last = reset ? 0 : qMax(first, m_lastVisible / BlockSize);
    m_task = inBackground(
        this,
        [services, first, last, filter = m_filter, sort = m_sort,
         environment = m_session.configuration().defaultEnvironment](std::stop_token stop) -> Result<Loaded> {
            const QueueReader reader(services->database, environment);
            const auto count = reader.count(filter, stop);
            if (!count)
                return fail(count.error());
            Loaded loaded{*count, {}};
            for (int block = first; block <= last; ++block) {
                auto rows = reader.rows(filter, sort, {.offset = qint64(block) * BlockSize, .limit = BlockSize}, stop);
                if (!rows)
                    return fail(rows.error());
                loaded.blocks.append({block, std::move(*rows)});
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
        });
}

void QueueModel::adopt(const Loaded &fresh, bool reset)
{
    const int count = int(qMin<qint64>(fresh.count, std::numeric_limits<int>::max()));
    if (reset) {
        beginResetModel();
        m_blocks.clear();
        m_requested.clear();
        m_count = count;
        for (const auto &[block, rows] : fresh.blocks)
            m_blocks.insert(block, new Block{rows});
        m_loaded = true;
        endResetModel();
        emit loaded();
        return;
    }
    const int grown = count - m_count;
    if (grown > 0) {
        beginInsertRows({}, m_count, count - 1);
        m_count = count;
        endInsertRows();
    } else if (grown < 0) {
        beginRemoveRows({}, count, m_count - 1);
        m_count = count;
        endRemoveRows();
    }
    for (const auto &[block, rows] : fresh.blocks) {
        const Block *const old = m_blocks.object(block);
        const QList<QueueRow> before = old ? old->rows : QList<QueueRow>();
        m_blocks.insert(block, new Block{rows});
        for (qsizetype i = 0; i < rows.size(); ++i) {
            if (i >= before.size() || !(before.at(i) == rows.at(i))) {
                const int row = block * BlockSize + int(i);
                emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
            }
        }
    }
    // What is not looked at is read again when it comes into sight.
    QSet<int> read;
    for (const auto &[block, rows] : fresh.blocks)
        read << block;
    for (const int block : m_blocks.keys()) {
        if (!read.contains(block))
            m_blocks.remove(block);
    }
    emit loaded();
    if (grown > 0)
        emit grew(grown);
}

void QueueModel::setVisibleRows(int first, int last)
{
    m_firstVisible = qMax(0, first);
    m_lastVisible = qMax(m_firstVisible, last);
}

void QueueModel::tick()
{
    if (m_count == 0)
        return;
    const int last = qMin(m_lastVisible, m_count - 1);
    if (m_firstVisible <= last)
        emit dataChanged(index(m_firstVisible, Age), index(last, Worker), {Qt::DisplayRole});
}

const QueueRow *QueueModel::rowAt(int row) const
{
    const Block *block = row < 0 ? nullptr : m_blocks.object(row / BlockSize);
    if (!block)
        return nullptr;
    const int inside = row % BlockSize;
    return inside < block->rows.size() ? &block->rows.at(inside) : nullptr;
}

int QueueModel::indexOf(qint64 item) const
{
    for (const int key : m_blocks.keys()) {
        const Block *block = m_blocks.object(key);
        for (qsizetype i = 0; i < block->rows.size(); ++i) {
            if (block->rows.at(i).id == item)
                return key * BlockSize + int(i);
        }
    }
    return -1;
}

void QueueModel::request(int block) const
{
    if (m_requested.contains(block))
        return;
    m_requested.insert(block);
    m_requestTimer.start();
}

void QueueModel::readRequested()
{
    const auto services = m_session.services();
    if (!services)
        return;
    // The thumb may have passed over many blocks; only those in sight are worth the trouble.
    QList<int> wanted;
    for (const int block : std::as_const(m_requested)) {
        if (block >= m_firstVisible / BlockSize - 1 && block <= m_lastVisible / BlockSize + 1)
            wanted << block;
    }
    m_requested.clear();
    if (wanted.isEmpty())
        return;
    m_requested = QSet<int>(wanted.begin(), wanted.end());
    m_blockTask = inBackground(
        this,
        [services, wanted, filter = m_filter, sort = m_sort,
         environment = m_session.configuration().defaultEnvironment](std::stop_token stop) -> Result<Loaded> {
            const QueueReader reader(services->database, environment);
            Loaded loaded;
            for (const int block : wanted) {
                auto rows = reader.rows(filter, sort, {.offset = qint64(block) * BlockSize, .limit = BlockSize}, stop);
                if (!rows)
                    return fail(rows.error());
                loaded.blocks.append({block, std::move(*rows)});
            }
            return loaded;
        },
        [this](const Result<Loaded> &loaded) {
            m_requested.clear();
            if (!loaded) {
                emit failed(loaded.error());
                return;
            }
            for (const auto &[block, rows] : loaded->blocks) {
                m_blocks.insert(block, new Block{rows});
                const int first = block * BlockSize;
                if (first < m_count)
                    emit dataChanged(index(first, 0), index(qMin(first + BlockSize, m_count) - 1, ColumnCount - 1));
            }
        });
}

int QueueModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_count;
}

int QueueModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

} // namespace pipeline::ui
