// SPDX-License-Identifier: Apache-2.0
#include "releasesfilterbar.h"

#include "releaselooks.h"

#include "ui/common/button.h"
#include "ui/common/chip.h"
#include "ui/common/choicebutton.h"
#include "ui/common/flowlayout.h"
#include "ui/common/searchfield.h"
#include "ui/common/segmentedswitch.h"
#include "ui/common/theme.h"

#include <QDataStream>
#include <QHBoxLayout>
#include <QLabel>

using namespace Qt::StringLiterals;
using pipeline::backlog::ReleaseGrouping;
using pipeline::backlog::ReleaseState;

namespace pipeline::ui {

ReleasesFilterBar::ReleasesFilterBar(const Theme &theme, QWidget *parent)
    : QWidget(parent),
      m_theme(theme),
      m_row(new FlowLayout(this)),
      m_search(new SearchField(theme, tr("Release, file, sha, person"), u"Ctrl+F"_s, this)),
      m_open(new Chip(theme, tr("Open"), {}, this)),
      m_waiting(new Chip(theme, tr("Waiting"), u"wait"_s, this)),
      m_failed(new Chip(theme, tr("Failed"), u"fail"_s, this)),
      m_running(new Chip(theme, tr("In an environment"), u"server"_s, this)),
      m_preparer(new ChoiceButton(theme, tr("Prepared by"), this)),
      m_product(new ChoiceButton(theme, tr("Product"), this)),
      m_clear(new Button(theme, tr("Clear filter"), Button::Kind::Link, this)),
      m_grouping(new SegmentedSwitch(tr("Group by"), this))
{
    const int margin = theme.size(u"space.pageMargin"_s);
    m_row->setContentsMargins(margin, 2, margin, 10);
    m_row->setSpacing(7);
    m_search->setFixedWidth(264);
    m_row->addWidget(m_search);
    for (Chip *chip : {m_open, m_waiting, m_failed, m_running}) {
        m_row->addWidget(chip);
        connect(chip, &QAbstractButton::toggled, this, &ReleasesFilterBar::changed);
    }
    for (ChoiceButton *list : {m_preparer, m_product}) {
        m_row->addWidget(list);
        connect(list, &ChoiceButton::chosen, this, &ReleasesFilterBar::changed);
    }
    m_row->addWidget(m_clear);
    m_row->addStretch();
    auto *grouping = new QWidget(this);
    auto *inside = new QHBoxLayout(grouping);
    inside->setContentsMargins(0, 0, 0, 0);
    auto *label = new QLabel(tr("Group by"), grouping);
    label->setProperty("look", u"tertiary"_s);
    for (const QString &text : {tr("Sprint"), tr("State"), tr("None", "no grouping")})
        m_grouping->addSegment(text);
    inside->addWidget(label);
    inside->addWidget(m_grouping);
    m_row->addWidget(grouping);
    m_clear->hide();
    connect(m_grouping, &SegmentedSwitch::chosen, this, &ReleasesFilterBar::changed);
    connect(m_search, &SearchField::searched, this, &ReleasesFilterBar::changed);
    connect(m_clear, &QPushButton::clicked, this, &ReleasesFilterBar::clear);
    connect(this, &ReleasesFilterBar::changed, this, [this] { m_clear->setVisible(!isDefault()); });
}

void ReleasesFilterBar::addTrailing(QWidget *widget)
{
    m_row->addWidget(widget);
}

backlog::ReleaseFilter ReleasesFilterBar::filter() const
{
    backlog::ReleaseFilter filter;
    filter.text = m_search->text().trimmed();
    if (m_open->isChecked())
        filter.states = openStates();
    if (m_waiting->isChecked() && !filter.states.contains(ReleaseState::WaitingApproval))
        filter.states << ReleaseState::WaitingApproval;
    if (m_failed->isChecked() && !filter.states.contains(ReleaseState::Failed))
        filter.states << ReleaseState::Failed;
    filter.inAnEnvironment = m_running->isChecked();
    if (!m_preparer->value().isEmpty())
        filter.preparedBy << m_preparer->value();
    if (!m_product->value().isEmpty())
        filter.products << m_product->value();
    return filter;
}

ReleaseGrouping ReleasesFilterBar::grouping() const
{
    static constexpr ReleaseGrouping groupings[] = {ReleaseGrouping::Sprint, ReleaseGrouping::State,
                                                    ReleaseGrouping::None};
    return groupings[qBound(0, m_grouping->current(), 2)];
}

bool ReleasesFilterBar::isDefault() const
{
    return filter() == backlog::ReleaseFilter{};
}

QString ReleasesFilterBar::words() const
{
    QStringList parts;
    if (!m_search->text().trimmed().isEmpty())
        parts << u"“%1”"_s.arg(m_search->text().trimmed());
    for (const Chip *chip : {m_open, m_waiting, m_failed, m_running}) {
        if (chip->isChecked())
            parts << chip->text();
    }
    for (const ChoiceButton *list : {m_preparer, m_product}) {
        if (!list->value().isEmpty())
            parts << list->value();
    }
    const QString last = parts.isEmpty() ? QString() : parts.takeLast();
    return parts.isEmpty() ? last : tr("%1 and %2").arg(parts.join(u", "_s), last);
}

void ReleasesFilterBar::setCounts(const backlog::ReleaseGroup &states, qint64 inAnEnvironment)
{
    qint64 open = 0;
    for (const ReleaseState state : openStates())
        open += states.of(state);
    m_open->setCount(open);
    m_waiting->setCount(states.of(ReleaseState::WaitingApproval));
    m_failed->setCount(states.of(ReleaseState::Failed));
    m_running->setCount(inAnEnvironment);
}

void ReleasesFilterBar::setPreparers(const QStringList &names)
{
    m_preparer->setChoices(names);
}

void ReleasesFilterBar::setProducts(const QStringList &names)
{
    m_product->setChoices(names);
    m_product->setVisible(!names.isEmpty());
}

void ReleasesFilterBar::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void ReleasesFilterBar::clear()
{
    {
        const QSignalBlocker quiet(this);
        m_search->clear();
        for (Chip *chip : {m_open, m_waiting, m_failed, m_running})
            chip->setChecked(false);
        m_preparer->setValue({});
        m_product->setValue({});
    }
    emit changed();
}

QByteArray ReleasesFilterBar::state() const
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    for (const Chip *chip : {m_open, m_waiting, m_failed, m_running})
        stream << chip->isChecked();
    stream << m_preparer->value() << m_product->value() << m_grouping->current();
    return bytes;
}

void ReleasesFilterBar::restore(const QByteArray &state)
{
    if (state.isEmpty())
        return;
    const QSignalBlocker quiet(this);
    QDataStream stream(state);
    for (Chip *chip : {m_open, m_waiting, m_failed, m_running}) {
        bool on = false;
        stream >> on;
        chip->setChecked(on);
    }
    QString preparer;
    QString product;
    int grouping = 0;
    stream >> preparer >> product >> grouping;
    m_preparer->setValue(preparer);
    m_product->setValue(product);
    m_grouping->setCurrent(grouping);
    m_clear->setVisible(!isDefault());
}

} // namespace pipeline::ui
