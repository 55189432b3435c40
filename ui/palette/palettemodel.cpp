// SPDX-License-Identifier: Apache-2.0
#include "palettemodel.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

void PaletteModel::setSections(const QList<PaletteSection> &sections)
{
    beginResetModel();
    m_rows.clear();
    for (const PaletteSection &section : sections) {
        if (section.entries.isEmpty())
            continue;
        m_rows << Row{section.caption, {}};
        for (const PaletteEntry &entry : section.entries)
            m_rows << Row{section.caption, entry};
    }
    endResetModel();
}

const PaletteEntry *PaletteModel::entryAt(int row) const
{
    return row >= 0 && row < m_rows.size() && m_rows.at(row).entry ? &*m_rows.at(row).entry : nullptr;
}

int PaletteModel::entryCount() const
{
    return int(std::ranges::count_if(m_rows, [](const Row &row) { return row.entry.has_value(); }));
}

int PaletteModel::firstEntry() const
{
    return m_rows.isEmpty() ? -1 : 1; // a caption is never alone
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    const Row &row = m_rows.at(index.row());
    if (role == Caption)
        return row.entry ? QVariant() : QVariant(row.caption);
    if (role == Qt::DisplayRole)
        return row.entry ? row.entry->text : row.caption;
    if (role == Qt::AccessibleTextRole && row.entry) {
        QStringList parts{row.entry->text, row.entry->remark, row.entry->key};
        parts.removeAll(QString());
        return parts.join(u", "_s);
    }
    return {};
}

Qt::ItemFlags PaletteModel::flags(const QModelIndex &index) const
{
    return m_rows.at(index.row()).entry ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

} // namespace pipeline::ui
