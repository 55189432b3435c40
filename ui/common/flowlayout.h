// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLayout>

namespace pipeline::ui {

/// A row that goes on in the next line when the window is too narrow or the words too long for one.
class FlowLayout : public QLayout {
    Q_OBJECT

public:
    explicit FlowLayout(QWidget *parent = nullptr);
    ~FlowLayout() override;

    /// What is added from here on stands at the right end of the first line.
    void addStretch() { m_firstTrailing = int(m_items.size()); }

    /// Adds \a widget, which takes what the others leave of its line, up to its greatest width.
    void addGrowing(QWidget *widget);

    void addItem(QLayoutItem *item) override { m_items << item; }
    int count() const override { return int(m_items.size()); }
    QLayoutItem *itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem *takeAt(int index) override;
    QSize sizeHint() const override { return minimumSize(); }
    QSize minimumSize() const override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    void setGeometry(const QRect &rect) override;

private:
    struct Line {
        QList<int> items;
        int width = 0;
        int height = 0;
    };

    QList<Line> linesFor(int width) const;

    QList<QLayoutItem *> m_items;
    int m_firstTrailing = -1;
    int m_growing = -1;
};

} // namespace pipeline::ui
