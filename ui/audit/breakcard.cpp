// SPDX-License-Identifier: Apache-2.0
#include "breakcard.h"

#include "ui/cells/entrywords.h"
#include "ui/common/button.h"
#include "ui/common/flowlayout.h"
#include "ui/common/theme.h"

#include <QClipboard>
#include <QFormLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

BreakCard::BreakCard(const Theme &theme, QWidget *parent)
    : QWidget(parent),
      m_theme(theme),
      m_title(new QLabel),
      m_claims(new QLabel),
      m_rows(new QFormLayout),
      m_meaning(new QLabel),
      m_proven(new QLabel),
      m_next(new QLabel),
      m_show(nullptr)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(14, 10, 14, 12);
    column->setSpacing(6);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    auto *icon = new QLabel;
    icon->setPixmap(theme.icon(u"fail"_s, u"fail"_s).pixmap(theme.size(u"size.icon"_s)));
    m_title->setFont(theme.font(TextStyle::Base, QFont::DemiBold));
    m_title->setProperty("look", u"fail"_s);
    m_claims->setProperty("look", u"tertiary"_s);
    head->addWidget(icon);
    head->addWidget(m_title);
    head->addWidget(m_claims, 1);
    column->addLayout(head);

    m_rows->setContentsMargins(24, 0, 0, 0);
    m_rows->setHorizontalSpacing(16);
    m_rows->setVerticalSpacing(3);
    const std::initializer_list<std::pair<QString, QLabel *>> rows{
        {tr("What it means"), m_meaning}, {tr("Still proven"), m_proven}, {tr("What to do"), m_next}};
    for (const auto &[name, text] : rows) {
        auto *label = new QLabel(name);
        label->setProperty("look", u"tertiary"_s);
        text->setWordWrap(true);
        text->setFont(theme.font(TextStyle::Small));
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_rows->addRow(label, text);
    }
    column->addLayout(m_rows);

    auto *actions = new FlowLayout;
    actions->setContentsMargins(24, 2, 0, 0);
    actions->setSpacing(8);
    m_show = addButton(u"locate"_s, {});
    Button *proof = addButton(u"hash"_s, tr("Export proof…"));
    Button *explain = addButton(u"pencil"_s, tr("Explain…"));
    Button *again = addButton(u"refresh"_s, tr("Verify again"));
    Button *copy = addButton(u"copy"_s, tr("Copy report"));
    for (Button *button : {m_show, proof, explain, again, copy})
        actions->addWidget(button);
    column->addLayout(actions);
    connect(m_show, &QPushButton::clicked, this, [this] { emit showRequested(m_entry); });
    connect(proof, &QPushButton::clicked, this, [this] { emit proofRequested(m_entry); });
    connect(explain, &QPushButton::clicked, this, [this] { emit explanationRequested(m_entry); });
    connect(again, &QPushButton::clicked, this, &BreakCard::verifyRequested);
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(report()); });
}

Button *BreakCard::addButton(const QString &icon, const QString &text)
{
    auto *button = new Button(m_theme, text, Button::Kind::Normal, this);
    button->setThemeIcon(icon);
    return button;
}

void BreakCard::show(const audit::Verdict &verdict, const std::optional<audit::Entry> &entry, qint64 size)
{
    const QLocale locale;
    m_entry = verdict.brokenAt.value_or(0);
    const QString number = locale.toString(m_entry);
    m_title->setText(tr("Chain broken at entry %1").arg(number));
    m_claims->setText(entry ? tr("%1 · claims to be by %2 · %3")
                                  .arg(locale.toString(entry->at.toLocalTime(), u"d MMM yyyy HH:mm:ss"_s),
                                       entry->actor.name, entryLook(*entry).sentence)
                            : QString());
    m_meaning->setText(tr("Entry %1: %2. Who did it is not known.").arg(number, verdict.problem));
    const qint64 behind = qMax<qint64>(0, size - verdict.entries);
    m_proven->setText(verdict.entries > 0 ? tr("Entries 1 to %1. The %2 from there on are shown as “not proven”.")
                                                .arg(locale.toString(verdict.entries), locale.toString(behind))
                                          : tr("None of the %1 entries.").arg(locale.toString(size)));
    m_next->setText(tr("Ask the administrator of the database who wrote to the journal. Nothing is repaired here; an "
                       "explanation becomes an entry of its own."));
    m_show->setText(tr("Show entry %1").arg(number));
    setAccessibleName(m_title->text());
}

QString BreakCard::report() const
{
    return QStringList{m_title->text(), m_claims->text(), tr("What it means: %1").arg(m_meaning->text()),
                       tr("Still proven: %1").arg(m_proven->text()), tr("What to do: %1").arg(m_next->text())}
        .join(u'\n');
}

} // namespace pipeline::ui
