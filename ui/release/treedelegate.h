// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QStyledItemDelegate>

namespace pipeline::ui {

class Theme;

/// A line of a tree with an icon, a text, and a note at the right; lines at the top are heads of groups.
class TreeDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    enum Role {
        IconRole = Qt::UserRole + 1,
        IconToneRole,
        KindRole, ///< icon behind the first
        NoteRole, ///< at the right
        NoteToneRole,
        NoteYieldsRole, ///< true: it is left out where the text needs its room
        MarkRole, ///< icon behind the note
        MarkToneRole,
        TextToneRole,
        MonoRole,
        MutedRole, ///< text beside the main one
        HeadRole,
        BusyRole, ///< a number that grows: the row waits, and its bar stands there
        ValueRole,
    };

    explicit TreeDelegate(const Theme &theme, QObject *parent = nullptr);

    /// What a head with an icon stands on; invalid for every other line.
    static QColor ground(const Theme &theme, const QModelIndex &index);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const Theme &m_theme;
};

} // namespace pipeline::ui
