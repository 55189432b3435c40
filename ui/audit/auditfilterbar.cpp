// SPDX-License-Identifier: Apache-2.0
#include "auditfilterbar.h"

#include "daterangebutton.h"

#include "ui/cells/entrywords.h"
#include "ui/common/button.h"
#include "ui/common/chip.h"
#include "ui/common/choicebutton.h"
#include "ui/common/flowlayout.h"
#include "ui/common/searchfield.h"
#include "ui/common/theme.h"

#include <QDataStream>
#include <QLabel>
#include <QLocale>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using pipeline::audit::Kind;

namespace pipeline::ui {

namespace {

QString iconOf(Kind kind)
{
    static const QStringList icons{u"approve"_s, u"deploy"_s, u"key"_s, u"queue"_s};
    return icons.at(int(kind));
}

} // namespace

AuditFilterBar::AuditFilterBar(const Theme &theme, QWidget *parent)
    : QWidget(parent),
      m_search(new SearchField(theme, tr("Text, digest, item"), u"Ctrl+F"_s, this)),
      m_range(new DateRangeButton(theme, this)),
      m_who(new ChoiceButton(theme, tr("Who"), this)),
      m_environment(new ChoiceButton(theme, tr("Environment"), this)),
      m_clear(new Button(theme, tr("Clear filter"), Button::Kind::Link, this)),
      m_figures(new QLabel(this))
{
    auto *row = new FlowLayout(this);
    const int margin = theme.size(u"space.pageMargin"_s);
    row->setContentsMargins(margin, 10, margin, 10);
    row->setSpacing(7);
    m_search->setFixedWidth(206);
    row->addWidget(m_search);
    row->addWidget(m_range);
    for (int kind = 0; kind < audit::KindCount; ++kind) {
        auto *chip = new Chip(theme, kindName(Kind(kind)), iconOf(Kind(kind)), this);
        m_chips << chip;
        row->addWidget(chip);
    }
    setKinds(false);
    row->addWidget(m_who);
    row->addWidget(m_environment);
    row->addWidget(m_clear);
    row->addStretch();
    m_figures->setProperty("look", u"tertiary"_s);
    row->addWidget(m_figures);
    m_clear->hide();
    for (Chip *chip : std::as_const(m_chips))
        connect(chip, &QAbstractButton::toggled, this, &AuditFilterBar::changed);
    for (ChoiceButton *list : {m_who, m_environment})
        connect(list, &ChoiceButton::chosen, this, &AuditFilterBar::changed);
    connect(m_search, &SearchField::searched, this, &AuditFilterBar::changed);
    connect(m_range, &DateRangeButton::chosen, this, &AuditFilterBar::changed);
    connect(m_clear, &QPushButton::clicked, this, &AuditFilterBar::clear);
    connect(this, &AuditFilterBar::changed, this, [this] { m_clear->setVisible(!isDefault()); });
}

void AuditFilterBar::setKinds(bool items)
{
    for (int kind = 0; kind < audit::KindCount; ++kind)
        m_chips.at(kind)->setChecked(items || Kind(kind) != Kind::Item);
}

audit::Filter AuditFilterBar::filter() const
{
    audit::Filter filter;
    filter.text = m_search->text().trimmed();
    if (m_range->first().isValid())
        filter.from = m_range->first().startOfDay();
    if (m_range->last().isValid())
        filter.until = m_range->last().addDays(1).startOfDay();
    for (int kind = 0; kind < audit::KindCount; ++kind) {
        if (m_chips.at(kind)->isChecked())
            filter.kinds << Kind(kind);
    }
    if (!m_who->value().isEmpty())
        filter.actors << m_who->value();
    if (!m_environment->value().isEmpty())
        filter.environments << m_environment->value();
    return filter;
}

bool AuditFilterBar::isDefault() const
{
    for (int kind = 0; kind < audit::KindCount; ++kind) {
        if (m_chips.at(kind)->isChecked() != (Kind(kind) != Kind::Item))
            return false;
    }
    return m_search->text().trimmed().isEmpty() && m_range->range() == DateRangeButton::Range::ThirtyDays
        && m_who->value().isEmpty() && m_environment->value().isEmpty();
}

QString AuditFilterBar::words() const
{
    QStringList parts;
    if (!m_search->text().trimmed().isEmpty())
        parts << u"“%1”"_s.arg(m_search->text().trimmed());
    parts << m_range->text();
    for (const Chip *chip : m_chips) {
        if (chip->isChecked())
            parts << chip->text();
    }
    for (const ChoiceButton *list : {m_who, m_environment}) {
        if (!list->value().isEmpty())
            parts << list->value();
    }
    const QString last = parts.takeLast();
    return parts.isEmpty() ? last : tr("%1 and %2").arg(parts.join(u", "_s), last);
}

void AuditFilterBar::setCounts(const audit::KindCounts &counts, qint64 size)
{
    qint64 shown = 0;
    qint64 all = 0;
    for (int kind = 0; kind < audit::KindCount; ++kind) {
        const qint64 number = counts.of(Kind(kind));
        m_chips.at(kind)->setCount(number);
        all += number;
        shown += m_chips.at(kind)->isChecked() ? number : 0;
    }
    // No chip means that nothing is left out.
    const bool anyKind = std::ranges::any_of(m_chips, &QAbstractButton::isChecked);
    m_figures->setText(tr("%1 of %2").arg(QLocale().toString(anyKind ? shown : all), QLocale().toString(size)));
}

void AuditFilterBar::setChoices(const audit::Choices &choices)
{
    m_who->setChoices(choices.actors);
    m_environment->setChoices(choices.environments);
}

void AuditFilterBar::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void AuditFilterBar::clear()
{
    {
        const QSignalBlocker quiet(this);
        m_search->clear();
        m_range->setRange(DateRangeButton::Range::ThirtyDays);
        setKinds(false);
        m_who->setValue({});
        m_environment->setValue({});
    }
    emit changed();
}

void AuditFilterBar::searchEverywhere(const QString &text)
{
    {
        const QSignalBlocker quiet(this);
        m_search->setText(text);
        m_range->setRange(DateRangeButton::Range::All);
        setKinds(true);
        m_who->setValue({});
        m_environment->setValue({});
    }
    emit changed();
}

QByteArray AuditFilterBar::state() const
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    for (const Chip *chip : m_chips)
        stream << chip->isChecked();
    // Days of one's own were about something; the usual ranges are a habit.
    const auto range = m_range->range() == DateRangeButton::Range::Own ? DateRangeButton::Range::ThirtyDays
                                                                       : m_range->range();
    stream << int(range);
    return bytes;
}

void AuditFilterBar::restore(const QByteArray &state)
{
    if (state.isEmpty())
        return;
    const QSignalBlocker quiet(this);
    QDataStream stream(state);
    for (Chip *chip : std::as_const(m_chips)) {
        bool on = chip->isChecked();
        stream >> on;
        chip->setChecked(on);
    }
    int range = int(DateRangeButton::Range::ThirtyDays);
    stream >> range;
    m_range->setRange(DateRangeButton::Range(qBound(0, range, int(DateRangeButton::Range::All))));
    m_clear->setVisible(!isDefault());
}

} // namespace pipeline::ui
