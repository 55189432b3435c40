// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backlog/queuereader.h"

#include <QWidget>

class QToolButton;

namespace pipeline::ui {

class Button;
class Chip;
class SearchField;
class Theme;

/// Search, state chips with live counts, and lists of what else the queue can be narrowed to.
class QueueFilterBar : public QWidget {
    Q_OBJECT

public:
    explicit QueueFilterBar(const Theme &theme, QWidget *parent = nullptr);

    backlog::QueueFilter filter() const;
    bool isDefault() const;

    /// What is narrowed, in words: "“faixa”, Failed and S028".
    QString words() const;

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
        QToolButton *button;
        QString name;
        QString value;
    };

    void addChip(const QString &text, const QString &icon, const QList<backlog::QueueState> &states, bool on);
    void addList(const QString &name);
    void fill(List &list, const QStringList &values);
    void choose(List &list, const QString &value);

    const Theme &m_theme;
    SearchField *m_search;
    QList<Chip *> m_chips;
    QList<QList<backlog::QueueState>> m_chipStates;
    QList<List> m_lists;
    Button *m_clear;
};

} // namespace pipeline::ui
