// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDate>
#include <QToolButton>

class QDateEdit;
class QFrame;

namespace pipeline::ui {

class Theme;

/// From when to when: a few usual ranges, or two dates of one's own, in a popup.
class DateRangeButton : public QToolButton {
    Q_OBJECT

public:
    enum class Range { Today, SevenDays, ThirtyDays, All, Own };

    explicit DateRangeButton(const Theme &theme, QWidget *parent = nullptr);

    Range range() const { return m_range; }
    QDate first() const; ///< invalid: no limit
    QDate last() const; ///< inclusive; invalid: no limit

    void setRange(Range range);
    void setDates(const QDate &first, const QDate &last);

    QSize sizeHint() const override;

signals:
    /// By a person, not by setRange() or setDates().
    void chosen();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QFrame *makePopup(const Theme &theme);
    void openPopup();
    void choose(Range range);
    void showText();

    const Theme &m_theme;
    Range m_range = Range::ThirtyDays;
    QDateEdit *m_firstEdit = nullptr;
    QDateEdit *m_lastEdit = nullptr;
    QFrame *m_popup;
};

} // namespace pipeline::ui
