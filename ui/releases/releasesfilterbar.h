// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backlog/releasehistory.h"

#include <QWidget>

namespace pipeline::ui {

class Button;
class Chip;
class ChoiceButton;
class FlowLayout;
class SearchField;
class SegmentedSwitch;
class Theme;

/// Search, chips with live counts, who prepared and which product, and what the rows are grouped by.
class ReleasesFilterBar : public QWidget {
    Q_OBJECT

public:
    explicit ReleasesFilterBar(const Theme &theme, QWidget *parent = nullptr);

    backlog::ReleaseFilter filter() const;
    backlog::ReleaseGrouping grouping() const;
    bool isDefault() const;

    /// What is narrowed, in words: "“faixa”, Failed and carla.mendes".
    QString words() const;

    /// \a states has the number of releases in each state.
    void setCounts(const backlog::ReleaseGroup &states, qint64 inAnEnvironment);
    void setPreparers(const QStringList &names);
    void setProducts(const QStringList &names);
    void focusSearch();
    void clear();

    QByteArray state() const;
    void restore(const QByteArray &state);

    /// Where the page puts its column menu.
    void addTrailing(QWidget *widget);

signals:
    void changed();

private:
    const Theme &m_theme;
    FlowLayout *m_row;
    SearchField *m_search;
    Chip *m_open;
    Chip *m_waiting;
    Chip *m_failed;
    Chip *m_running;
    ChoiceButton *m_preparer;
    ChoiceButton *m_product;
    Button *m_clear;
    SegmentedSwitch *m_grouping;
};

} // namespace pipeline::ui
