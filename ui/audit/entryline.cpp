// SPDX-License-Identifier: Apache-2.0
#include "entryline.h"

#include "ui/cells/entrywords.h"
#include "ui/common/button.h"
#include "ui/common/flowlayout.h"
#include "ui/common/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

EntryLine::EntryLine(const Theme &theme, QWidget *parent)
    : QFrame(parent),
      m_number(new QLabel(this)),
      m_facts(new QLabel(this)),
      m_digests(new QLabel(this)),
      m_open(new Button(theme, tr("Open release"), Button::Kind::Link, this)),
      m_copy(new Button(theme, tr("Copy entry"), Button::Kind::Link, this))
{
    setProperty("kind", u"detailline"_s);
    setAccessibleName(tr("Selected entry"));
    auto *row = new FlowLayout(this);
    const int margin = theme.size(u"space.pageMargin"_s);
    row->setContentsMargins(margin, 3, margin - 4, 3);
    row->setSpacing(16);
    m_number->setFont(theme.font(TextStyle::Small, QFont::DemiBold));
    m_facts->setFont(theme.font(TextStyle::Small));
    m_facts->setProperty("look", u"secondary"_s);
    m_digests->setFont(theme.font(TextStyle::Small));
    m_digests->setProperty("look", u"secondary"_s);
    for (QLabel *label : {m_number, m_facts, m_digests}) {
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        row->addWidget(label);
    }
    row->addStretch();
    m_copy->setThemeIcon(u"copy"_s);
    m_copy->setToolTip(tr("Copy entry (Ctrl+C in the table)"));
    row->addWidget(m_open);
    row->addWidget(m_copy);
    connect(m_open, &QPushButton::clicked, this,
            [this] { emit releaseRequested(m_entry.act.releaseRef, m_entry.act.item.value_or(0)); });
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(entryReport(m_entry)); });
}

void EntryLine::show(const audit::Entry &entry)
{
    m_entry = entry;
    m_number->setText(tr("Entry %1").arg(QLocale().toString(entry.id)));
    const QDateTime local = entry.at.toLocalTime();
    QStringList facts{local.toString(u"HH:mm:ss.zzz "_s)
                      + local.toOffsetFromUtc(local.offsetFromUtc()).toString(u"t"_s)};
    if (entry.act.item)
        facts << tr("item %1").arg(*entry.act.item);
    facts << (entry.guarantee == "autenticada"_L1 ? tr("account %1, signed in to the database").arg(entry.actor.account)
                                                  : tr("account %1 of the computer").arg(entry.actor.account));
    m_facts->setText(facts.join(u"    "_s));
    m_digests->setText(
        tr("previous %1 → this %2")
            .arg(u"<tt>%1</tt>"_s.arg(tableDigest(entry.previous)), u"<tt>%1</tt>"_s.arg(tableDigest(entry.digest))));
    m_digests->setToolTip(tr("Previous %1\nThis %2").arg(entry.previous, entry.digest));
    m_open->setVisible(!entry.act.releaseRef.isEmpty());
    updateGeometry();
}

} // namespace pipeline::ui
