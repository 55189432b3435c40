// SPDX-License-Identifier: Apache-2.0
#include "auditmodel.h"

#include "ui/cells/celldelegates.h"
#include "ui/cells/entrywords.h"
#include "ui/cells/times.h"
#include "ui/session/session.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;
using pipeline::audit::Entry;
using pipeline::audit::Journal;

namespace pipeline::ui {

AuditModel::AuditModel(Session &session, QObject *parent) : QAbstractTableModel(parent), m_session(session) {}

void AuditModel::setFilter(const audit::Filter &filter)
{
    m_filter = filter;
    m_filter.beforeId = 0;
    m_filter.limit = PageSize;
    readNewest(true);
}

void AuditModel::cancelReading()
{
    m_task.cancel();
    m_reading = false;
}

void AuditModel::refresh()
{
    if (m_reading)
        m_again = true;
    else
        readNewest(!m_loaded);
}

void AuditModel::readNewest(bool reset)
{
    const auto services = m_session.services();
    if (!services)
        return;
    m_reading = true;
    m_again = false;
    if (reset) {
        m_moreTask.cancel();
        m_fetching = false;
    }
    m_task = inBackground(
        this,
        [services, filter = m_filter](std::stop_token stop) { return Journal(services->database).list(filter, stop); },
        [this, reset](const Result<QList<Entry>> &entries) {
            m_reading = false;
            if (entries)
                adoptNewest(*entries, reset);
            else
                emit failed(entries.error());
            if (m_again)
                readNewest(false);
        });
}

void AuditModel::adoptNewest(const QList<Entry> &entries, bool reset)
{
    const qint64 newest = m_entries.isEmpty() ? 0 : m_entries.first().id;
    const auto known = std::ranges::find_if(entries, [&](const Entry &entry) { return entry.id <= newest; });
    const bool more = entries.size() >= PageSize;
    // A page of nothing but new entries leaves a gap to those that are here.
    if (reset || m_entries.isEmpty() || (known == entries.end() && more)) {
        m_moreTask.cancel();
        m_fetching = false;
        beginResetModel();
        m_entries = entries;
        m_complete = !more;
        m_loaded = true;
        endResetModel();
        emit loaded();
        return;
    }
    const int number = int(known - entries.begin());
    if (number > 0) {
        beginInsertRows({}, 0, number - 1);
        m_entries = entries.mid(0, number) + m_entries;
        endInsertRows();
    }
    emit loaded();
    if (number > 0)
        emit grew(number);
}

bool AuditModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_loaded && !m_complete && !m_fetching;
}

void AuditModel::fetchMore(const QModelIndex &parent)
{
    const auto services = m_session.services();
    if (!canFetchMore(parent) || !services)
        return;
    m_fetching = true;
    audit::Filter filter = m_filter;
    filter.beforeId = m_entries.isEmpty() ? 0 : m_entries.last().id;
    m_moreTask = inBackground(
        this, [services, filter](std::stop_token stop) { return Journal(services->database).list(filter, stop); },
        [this](const Result<QList<Entry>> &entries) {
            m_fetching = false;
            if (!entries) {
                emit failed(entries.error());
                return;
            }
            m_complete = entries->size() < PageSize;
            if (entries->isEmpty())
                return;
            const int first = int(m_entries.size());
            beginInsertRows({}, first, first + int(entries->size()) - 1);
            m_entries += *entries;
            endInsertRows();
        });
}

void AuditModel::setBrokenAt(std::optional<qint64> entry)
{
    // What was read may have been changed since.
    if (entry && m_brokenAt != entry && m_loaded)
        readNewest(true);
    m_brokenAt = entry;
    if (!m_entries.isEmpty())
        emit dataChanged(index(0, Who), index(int(m_entries.size()) - 1, Who));
}

const Entry *AuditModel::entryAt(int row) const
{
    return row >= 0 && row < m_entries.size() ? &m_entries.at(row) : nullptr;
}

int AuditModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

int AuditModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant AuditModel::data(const QModelIndex &index, int role) const
{
    const Entry *entry = entryAt(index.row());
    if (!entry)
        return {};
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(*entry, column);
    case Qt::AccessibleTextRole:
        return accessibleText(*entry, column);
    case Qt::ToolTipRole:
        return toolTip(*entry, column);
    case cell::Look: {
        if (column != What)
            return {};
        const EntryLook look = entryLook(*entry);
        return QVariant::fromValue(StateLook{look.icon, look.tone, look.sentence});
    }
    case cell::Mono:
        return (column == Release && !entry->act.releaseRef.isEmpty())
            || (column == Digest && !entry->act.manifest.isEmpty());
    case cell::Tone:
        return column == From || column == Digest ? u"textSecondary"_s : QString();
    case cell::Id:
        return entry->id;
    case cell::Guarantee:
        return entry->guarantee;
    case cell::IsProduction:
        return m_session.isProduction(entry->act.environment);
    case cell::IsProven:
        return !m_brokenAt || entry->id < *m_brokenAt;
    default:
        return {};
    }
}

QString AuditModel::text(const Entry &entry, int column) const
{
    const auto orDash = [](const QString &text) { return text.isEmpty() ? u"—"_s : text; };
    switch (column) {
    case When: {
        const QDateTime local = entry.at.toLocalTime();
        const bool thisYear = local.date().year() == QDate::currentDate().year();
        return QLocale().toString(local.date(), thisYear ? u"d MMM"_s : u"d MMM yyyy"_s)
            + local.toString(u" HH:mm:ss"_s);
    }
    case Who:
        return entry.actor.name;
    case What:
        return entryLook(entry).sentence;
    case Release:
        return orDash(entry.act.releaseRef);
    case Environment:
        return orDash(entry.act.environment);
    case Digest:
        return tableDigest(entry.act.manifest);
    case From:
        return u"%1 · %2"_s.arg(entry.actor.host, entry.actor.program);
    default:
        return {};
    }
}

QString AuditModel::accessibleText(const Entry &entry, int column) const
{
    if (column != When)
        return text(entry, column);
    const QString guarantee = m_brokenAt && entry.id >= *m_brokenAt ? tr("not proven")
        : entry.guarantee == "autenticada"_L1                       ? tr("authenticated")
                                                                    : tr("declared");
    return QStringList{text(entry, When),    entry.actor.name,      guarantee,        text(entry, What),
                       entry.act.releaseRef, entry.act.environment, text(entry, From)}
        .join(u", "_s);
}

QString AuditModel::toolTip(const Entry &entry, int column) const
{
    switch (column) {
    case When:
        return moment(entry.at);
    case Who:
        return entry.guarantee == "autenticada"_L1
            ? tr("The database knows this account.")
            : tr("The name is what the program was told; the embedded database knows no accounts.");
    case Digest:
        return entry.act.manifest;
    default:
        return text(entry, column);
    }
}

QVariant AuditModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case When:
        return tr("When");
    case Who:
        return tr("Who");
    case What:
        return tr("What");
    case Release:
        return tr("Release");
    case Environment:
        return tr("Environment");
    case Digest:
        return tr("Digest");
    case From:
        return tr("From");
    default:
        return {};
    }
}

} // namespace pipeline::ui
