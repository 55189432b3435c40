// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractButton>

class QButtonGroup;
class QVBoxLayout;

namespace pipeline::ui {

class Theme;

/// One entry of the rail, with the number of things that wait behind it.
class RailButton : public QAbstractButton {
    Q_OBJECT

public:
    RailButton(const Theme &theme, QString icon, const QString &text, QWidget *parent = nullptr);

    void setBadge(int number);

    /// A red badge for what is wrong behind the entry, in words; the empty text takes it away.
    void setAlarm(const QString &words);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void nameIt();
    void paintBadge(QPainter &painter, const QPoint &center) const;

    const Theme &m_theme;
    const QString m_icon;
    int m_badge = 0;
    QString m_alarm;
};

/// The pages of the console, one above the other; the last one stands at the bottom.
class Rail : public QWidget {
    Q_OBJECT

public:
    explicit Rail(const Theme &theme, QWidget *parent = nullptr);

    RailButton *add(const QString &icon, const QString &text, const QString &key);
    void addStretch();
    void choose(int index);

signals:
    void chosen(int index);

private:
    const Theme &m_theme;
    QButtonGroup *m_group;
    QVBoxLayout *m_column;
};

} // namespace pipeline::ui
