// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>
#include <QIcon>

class QButtonGroup;
class QHBoxLayout;

namespace pipeline::ui {

/// A few choices side by side, of which one is on; arrow keys move inside, Tab enters and leaves.
class SegmentedSwitch : public QFrame {
    Q_OBJECT

public:
    explicit SegmentedSwitch(const QString &name, QWidget *parent = nullptr);

    /// The icons, of a segment that is off and on, may be null.
    void addSegment(const QString &text, const QIcon &off = {}, const QIcon &on = {});

    int current() const;
    void setCurrent(int index);

signals:
    /// By a click or a key, not by setCurrent().
    void chosen(int index);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void choose(int index);

    const QString m_name;
    QButtonGroup *m_group;
    QHBoxLayout *m_row;
};

} // namespace pipeline::ui
