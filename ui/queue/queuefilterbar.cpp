// SPDX-License-Identifier: Apache-2.0
#include "queuefilterbar.h"

#include "ui/common/button.h"
#include "ui/common/chip.h"
#include "ui/common/searchfield.h"
#include "ui/common/theme.h"

#include <QDataStream>
#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>

using namespace Qt::StringLiterals;
using pipeline::backlog::QueueState;

namespace pipeline::ui {

namespace {
enum ListIndex { Types, Modes, Environments, Sprints };
}

QueueFilterBar::QueueFilterBar(const Theme &theme, QWidget *parent)
    : QWidget(parent),
      m_theme(theme),
      m_search(new SearchField(theme, tr("Release, file, sha, worker"), u"Ctrl+F"_s, this)),
      m_clear(new Button(theme, tr("Clear filter"), Button::Kind::Link, this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(theme.size(u"space.pageMargin"_s), 10, theme.size(u"space.pageMargin"_s), 10);
    row->setSpacing(7);
    m_search->setMinimumWidth(150);
    m_search->setMaximumWidth(264);
    row->addWidget(m_search, 1);
    addChip(tr("Open"), u"queue"_s,
            {QueueState::Running, QueueState::WaitingApproval, QueueState::Failed, QueueState::Queued}, true);
    addChip(tr("Waiting"), u"wait"_s, {QueueState::WaitingApproval}, false);
    addChip(tr("Running"), u"run"_s, {QueueState::Running}, false);
    addChip(tr("Failed"), u"fail"_s, {QueueState::Failed}, false);
    addChip(tr("Queued"), u"queued"_s, {QueueState::Queued}, false);
    addChip(tr("Done"), u"ok"_s, {QueueState::Done}, true);
    addList(tr("Type"));
    addList(tr("Mode"));
    addList(tr("Environment"));
    addList(tr("Sprint"));
    row->addWidget(m_clear);
    row->addStretch();
    m_clear->hide();
    connect(m_search, &SearchField::searched, this, &QueueFilterBar::changed);
    connect(m_clear, &QPushButton::clicked, this, &QueueFilterBar::clear);
    connect(this, &QueueFilterBar::changed, this, [this] { m_clear->setVisible(!isDefault()); });
}

void QueueFilterBar::addTrailing(QWidget *widget)
{
    layout()->addWidget(widget);
}

void QueueFilterBar::addChip(const QString &text, const QString &icon, const QList<QueueState> &states, bool on)
{
    auto *chip = new Chip(m_theme, text, icon, this);
    chip->setChecked(on);
    m_chips << chip;
    m_chipStates << states;
    layout()->addWidget(chip);
    connect(chip, &QAbstractButton::toggled, this, &QueueFilterBar::changed);
}

void QueueFilterBar::addList(const QString &name)
{
    auto *button = new QToolButton(this);
    button->setProperty("kind", u"menu"_s);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setMenu(new QMenu(button));
    layout()->addWidget(button);
    m_lists << List{button, name, {}};
    fill(m_lists.last(), {});
}

void QueueFilterBar::fill(List &list, const QStringList &values)
{
    QMenu *menu = list.button->menu();
    menu->clear();
    const qsizetype index = &list - m_lists.data();
    const auto add = [&](const QString &text, const QString &value) {
        QAction *action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(value == list.value);
        connect(action, &QAction::triggered, this, [this, index, value] {
            choose(m_lists[index], value);
            emit changed();
        });
    };
    add(tr("any"), {});
    for (const QString &value : values) {
        if (!value.isEmpty())
            add(value, value);
    }
    choose(list, list.value);
}

void QueueFilterBar::choose(List &list, const QString &value)
{
    list.value = value;
    list.button->setText(u"%1: %2"_s.arg(list.name, value.isEmpty() ? tr("any") : value));
    list.button->setIcon(m_theme.icon(u"down"_s, u"textSecondary"_s));
    list.button->setLayoutDirection(Qt::RightToLeft); // the arrow stands behind the words
    list.button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    list.button->setIconSize(QSize(12, 12));
    list.button->setToolTip(list.button->text());
    for (QAction *action : list.button->menu()->actions())
        action->setChecked(action->text() == value || (value.isEmpty() && action->text() == tr("any")));
}

backlog::QueueFilter QueueFilterBar::filter() const
{
    backlog::QueueFilter filter;
    filter.text = m_search->text().trimmed();
    for (qsizetype i = 0; i < m_chips.size(); ++i) {
        if (!m_chips.at(i)->isChecked())
            continue;
        for (const QueueState state : m_chipStates.at(i)) {
            if (!filter.states.contains(state))
                filter.states << state;
        }
    }
    const auto chosen = [this](ListIndex index) {
        const QString value = m_lists.at(index).value;
        return value.isEmpty() ? QStringList() : QStringList{value};
    };
    filter.types = chosen(Types);
    filter.modes = chosen(Modes);
    filter.environments = chosen(Environments);
    filter.sprints = chosen(Sprints);
    return filter;
}

bool QueueFilterBar::isDefault() const
{
    for (const Chip *chip : m_chips) {
        if (chip->isChecked() != (chip == m_chips.first() || chip == m_chips.last()))
            return false;
    }
    return m_search->text().trimmed().isEmpty()
        && std::ranges::all_of(m_lists, [](const List &list) { return list.value.isEmpty(); });
}

QString QueueFilterBar::words() const
{
    QStringList parts;
    if (!m_search->text().trimmed().isEmpty())
        parts << u"“%1”"_s.arg(m_search->text().trimmed());
    for (const Chip *chip : m_chips) {
        if (chip->isChecked())
            parts << chip->text();
    }
    for (const List &list : m_lists) {
        if (!list.value.isEmpty())
            parts << list.value;
    }
    const QString last = parts.isEmpty() ? QString() : parts.takeLast();
    return parts.isEmpty() ? last : tr("%1 and %2").arg(parts.join(u", "_s), last);
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
    fill(m_lists[Types], choices.types);
    fill(m_lists[Modes], choices.modes);
    fill(m_lists[Environments], choices.environments);
    fill(m_lists[Sprints], choices.sprints);
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
    for (List &list : m_lists)
        choose(list, {});
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
        stream << list.value;
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
    for (List &list : m_lists) {
        QString value;
        stream >> value;
        choose(list, value);
    }
    m_clear->setVisible(!isDefault());
}

} // namespace pipeline::ui
