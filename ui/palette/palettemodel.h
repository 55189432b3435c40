// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractListModel>

#include <functional>

namespace pipeline::ui {

/// One line of the palette: something to open or to do.
struct PaletteEntry {
    QString icon;
    QString tone = QStringLiteral("textSecondary");
    QString text;
    QList<int> hits = {};
    QString remark = {};
    QString key = {};
    std::function<void()> act = {};
    int score = 0;
};

/// A caption and what stands below it.
struct PaletteSection {
    QString caption;
    QList<PaletteEntry> entries;
};

/// The captions and entries as rows; captions cannot be chosen.
class PaletteModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { Caption = Qt::UserRole + 1 };

    explicit PaletteModel(QObject *parent) : QAbstractListModel(parent) {}

    void setSections(const QList<PaletteSection> &sections);

    /// Null for a caption.
    const PaletteEntry *entryAt(int row) const;
    int entryCount() const;
    int firstEntry() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Row {
        QString caption;
        std::optional<PaletteEntry> entry;
    };

    QList<Row> m_rows;
};

} // namespace pipeline::ui
