// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backlog/queuereader.h"

#include <QWidget>

namespace pipeline::ui {

class Button;
class Chip;
class ChoiceButton;
class FlowLayout;
class SearchField;
class Theme;

/// Search, state chips with live counts, and lists of what else the queue can be narrowed to.
class QueueFilterBar : public QWidget {
    Q_OBJECT

public:
    /// One condition of the filter, in its own words, and the filter were it dropped.
    struct Condition {
        QString words;
        backlog::QueueFilter without;
    };

    explicit QueueFilterBar(const Theme &theme, QWidget *parent = nullptr);

    backlog::QueueFilter filter() const;
    bool isDefault() const;

    /// What narrows the queue now: "“faixa”", "Failed", "S028".
    QList<Condition> conditions() const;
    void drop(const QString &words);

    void setCounts(const backlog::QueueCounts &counts);
    void setChoices(const backlog::QueueChoices &choices);
    void focusSearch();
    void clear();

    QByteArray state() const;
    void restore(const QByteArray &state);

    /// Where the page puts its column menu.
    void addTrailing(QWidget *widget);

signals:
    void changed();

private:
    struct List {
        ChoiceButton *button;
        QStringList backlog::QueueFilter::*values;
    };

    void addChip(const QString &text, const QString &icon, const QList<backlog::QueueState> &states, bool on);
    void addList(const QString &name, QStringList backlog::QueueFilter::*values);
    static void fill(ChoiceButton *button, const QStringList &values);

    const Theme &m_theme;
    FlowLayout *m_row;
    SearchField *m_search;
    QList<Chip *> m_chips;
    QList<QList<backlog::QueueState>> m_chipStates;
    QList<List> m_lists;
    Button *m_clear;
};

} // namespace pipeline::ui
