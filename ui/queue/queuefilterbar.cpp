// SPDX-License-Identifier: Apache-2.0
#include "queuefilterbar.h"

#include "ui/common/button.h"
#include "ui/common/chip.h"
#include "ui/common/choicebutton.h"
#include "ui/common/flowlayout.h"
#include "ui/common/searchfield.h"
#include "ui/common/theme.h"

#include <QDataStream>
#include <QIODevice>

using namespace Qt::StringLiterals;
using pipeline::backlog::QueueFilter;
using pipeline::backlog::QueueState;

namespace pipeline::ui {

QueueFilterBar::QueueFilterBar(const Theme &theme, QWidget *parent)
    : QWidget(parent),
      m_theme(theme),
      m_row(new FlowLayout(this)),
      m_search(new SearchField(theme, tr("Release, file, sha, worker"), u"Ctrl+F"_s, this)),
      m_clear(new Button(theme, tr("Clear filter"), Button::Kind::Link, this))
{
    const int margin = theme.size(u"space.pageMargin"_s);
    m_row->setContentsMargins(margin, 10, margin, 10);
    m_row->setSpacing(7);
    constexpr int icons = 58;
    m_search->setMinimumWidth(m_search->fontMetrics().horizontalAdvance(m_search->placeholderText()) + icons);
    m_search->setMaximumWidth(qMax(264, m_search->minimumWidth()));
    m_row->addGrowing(m_search);
    addChip(tr("Open"), {}, {QueueState::Running, QueueState::WaitingApproval, QueueState::Failed, QueueState::Queued},
            true);
    addChip(tr("Waiting"), u"wait"_s, {QueueState::WaitingApproval}, false);
    addChip(tr("Running"), u"run"_s, {QueueState::Running}, false);
    addChip(tr("Failed"), u"fail"_s, {QueueState::Failed}, false);
    addChip(tr("Queued"), u"queued"_s, {QueueState::Queued}, false);
    addChip(tr("Done"), u"ok"_s, {QueueState::Done}, true);
    addList(tr("Type"), &QueueFilter::types);
    addList(tr("Mode"), &QueueFilter::modes);
    addList(tr("Environment"), &QueueFilter::environments);
    addList(tr("Sprint"), &QueueFilter::sprints);
    m_row->addWidget(m_clear);
    m_row->addStretch();
    m_clear->hide();
    connect(m_search, &SearchField::searched, this, &QueueFilterBar::changed);
    connect(m_clear, &QPushButton::clicked, this, &QueueFilterBar::clear);
    connect(this, &QueueFilterBar::changed, this, [this] { m_clear->setVisible(!isDefault()); });
}

void QueueFilterBar::addTrailing(QWidget *widget)
{
    m_row->addWidget(widget);
}

void QueueFilterBar::addChip(const QString &text, const QString &icon, const QList<QueueState> &states, bool on)
{
    auto *chip = new Chip(m_theme, text, icon, this);
    chip->setChecked(on);
    m_chips << chip;
    m_chipStates << states;
    m_row->addWidget(chip);
    connect(chip, &QAbstractButton::toggled, this, &QueueFilterBar::changed);
}

void QueueFilterBar::addList(const QString &name, QStringList QueueFilter::*values)
{
    auto *button = new ChoiceButton(m_theme, name, this);
    m_lists << List{button, values};
    m_row->addWidget(button);
    button->hide();
    connect(button, &ChoiceButton::chosen, this, &QueueFilterBar::changed);
}

/// A list with nothing to choose from is not shown.
void QueueFilterBar::fill(ChoiceButton *button, const QStringList &values)
{
    button->setChoices(values);
    const auto number = std::ranges::count_if(values, [](const QString &value) { return !value.isEmpty(); });
    button->setVisible(number > 1 || !button->value().isEmpty());
}

QueueFilter QueueFilterBar::filter() const
{
    QueueFilter filter;
    filter.text = m_search->text().trimmed();
    for (qsizetype i = 0; i < m_chips.size(); ++i) {
        if (!m_chips.at(i)->isChecked())
            continue;
        for (const QueueState state : m_chipStates.at(i)) {
            if (!filter.states.contains(state))
                filter.states << state;
        }
    }
    for (const List &list : m_lists) {
        if (!list.button->value().isEmpty())
            filter.*list.values = {list.button->value()};
    }
    return filter;
}

bool QueueFilterBar::isDefault() const
{
    for (const Chip *chip : m_chips) {
        if (chip->isChecked() != (chip == m_chips.first() || chip == m_chips.last()))
            return false;
    }
    return m_search->text().trimmed().isEmpty()
        && std::ranges::all_of(m_lists, [](const List &list) { return list.button->value().isEmpty(); });
}

QList<QueueFilterBar::Condition> QueueFilterBar::conditions() const
{
    const QueueFilter all = filter();
    QList<Condition> conditions;
    if (!all.text.isEmpty()) {
        QueueFilter without = all;
        without.text.clear();
        conditions << Condition{u"“%1”"_s.arg(all.text), without};
    }
    if (all.states.size() < backlog::QueueStateCount) {
        for (qsizetype i = 0; i < m_chips.size(); ++i) {
            if (!m_chips.at(i)->isChecked())
                continue;
            QueueFilter without = all;
            without.states.removeIf([&](QueueState state) { return m_chipStates.at(i).contains(state); });
            conditions << Condition{m_chips.at(i)->text(), without};
        }
    }
    for (const List &list : m_lists) {
        if (list.button->value().isEmpty())
            continue;
        QueueFilter without = all;
        (without.*list.values).clear();
        conditions << Condition{list.button->value(), without};
    }
    return conditions;
}

void QueueFilterBar::drop(const QString &words)
{
    for (Chip *chip : m_chips) {
        if (chip->isChecked() && chip->text() == words) {
            chip->setChecked(false);
            return;
        }
    }
    for (const List &list : m_lists) {
        if (list.button->value() == words) {
            list.button->setValue({});
            emit changed();
            return;
        }
    }
    m_search->clear();
}

void QueueFilterBar::setCounts(const backlog::QueueCounts &counts)
{
    for (qsizetype i = 0; i < m_chips.size(); ++i) {
        qint64 sum = 0;
        for (const QueueState state : m_chipStates.at(i))
            sum += counts.of(state);
        m_chips.at(i)->setCount(sum);
    }
}

void QueueFilterBar::setChoices(const backlog::QueueChoices &choices)
{
    const QList<QStringList> values{choices.types, choices.modes, choices.environments, choices.sprints};
    for (qsizetype i = 0; i < m_lists.size(); ++i)
        fill(m_lists.at(i).button, values.at(i));
}

void QueueFilterBar::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void QueueFilterBar::clear()
{
    QSignalBlocker quiet(this);
    m_search->clear();
    for (Chip *chip : m_chips)
        chip->setChecked(chip == m_chips.first() || chip == m_chips.last());
    for (const List &list : m_lists)
        list.button->setValue({});
    m_clear->hide();
    quiet.unblock();
    emit changed();
}

QByteArray QueueFilterBar::state() const
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    for (const Chip *chip : m_chips)
        stream << chip->isChecked();
    for (const List &list : m_lists)
        stream << list.button->value();
    return bytes;
}

void QueueFilterBar::restore(const QByteArray &state)
{
    if (state.isEmpty())
        return;
    const QSignalBlocker quiet(this);
    QDataStream stream(state);
    for (Chip *chip : m_chips) {
        bool on = chip->isChecked();
        stream >> on;
        chip->setChecked(on);
    }
    for (const List &list : m_lists) {
        QString value;
        stream >> value;
        list.button->setValue(value);
        list.button->setVisible(!value.isEmpty());
    }
    m_clear->setVisible(!isDefault());
}

} // namespace pipeline::ui
