// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "rowlooks.h"

#include <QStyledItemDelegate>

namespace pipeline::ui {

class Theme;

/// Roles of the models whose cells these delegates draw.
namespace cell {
enum Role {
    Look = Qt::UserRole + 1,
    Tone,
    Mono,
    Strong,
    Small,
    Id,
    Guarantee, ///< of who an entry of the journal names: "autenticada" or "declarada"
    IsProven, ///< it stands before any break of the journal's chain
    IsProduction,
};
}

/// Draws the ground of a cell, its divider, and its text in the tone and font that the model asks for.
class CellDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit CellDelegate(const Theme &theme, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    virtual void paintContent(QPainter *painter, const QRect &rect, const QModelIndex &index) const;
    int paintText(QPainter *painter, const QRect &rect, const QString &text, const QString &token,
                  const QFont &font) const;
    const Theme &theme() const { return m_theme; }

private:
    const Theme &m_theme;
};

/// Icon and word of a StateLook.
class StateDelegate : public CellDelegate {
    Q_OBJECT

public:
    using CellDelegate::CellDelegate;

protected:
    void paintContent(QPainter *painter, const QRect &rect, const QModelIndex &index) const override;
};

/// Icon and number for each kind of artefact.
class ArtefactsDelegate : public CellDelegate {
    Q_OBJECT

public:
    using CellDelegate::CellDelegate;

    /// What the four kinds need whose numbers have one digit.
    static int widest(const Theme &theme);

protected:
    void paintContent(QPainter *painter, const QRect &rect, const QModelIndex &index) const override;
};

/// Who works on an item, and for how long yet, with a sign when that is short; up to the end of its cell, where the
/// scroll bar keeps it from the edge.
class LeaseDelegate : public CellDelegate {
    Q_OBJECT

public:
    using CellDelegate::CellDelegate;

    static constexpr int Sign = 16; ///< in front of the words

protected:
    void paintContent(QPainter *painter, const QRect &rect, const QModelIndex &index) const override;
};

/// Five segments and words.
class StageMeterDelegate : public CellDelegate {
    Q_OBJECT

public:
    using CellDelegate::CellDelegate;

    /// What the meter and the longest words beside it need.
    static int widest(const Theme &theme);

protected:
    void paintContent(QPainter *painter, const QRect &rect, const QModelIndex &index) const override;

private:
    void paintSegment(QPainter *painter, const QRectF &box, Segment segment) const;
};

} // namespace pipeline::ui
