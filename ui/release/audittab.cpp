// SPDX-License-Identifier: Apache-2.0
#include "audittab.h"

#include "models/result.h"
#include "ui/cells/entrydelegates.h"
#include "ui/cells/entrywords.h"
#include "ui/cells/rowlooks.h"
#include "ui/cells/times.h"
#include "ui/common/statepage.h"
#include "ui/common/theme.h"
#include "ui/session/session.h"

#include <QHeaderView>
#include <QLocale>
#include <QStackedLayout>
#include <QStandardItemModel>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

namespace {
constexpr int MostEntries = 1000;
}

AuditTab::AuditTab(Session &session, const Theme &theme, QWidget *parent)
    : QWidget(parent),
      m_session(session),
      m_theme(theme),
      m_table(new QTableView(this)),
      m_who(new WhoDelegate(theme, this)),
      m_model(new QStandardItemModel(this)),
      m_stack(new QStackedLayout(this)),
      m_state(new StatePage(theme, this))
{
    m_table->setModel(m_model);
    m_table->setItemDelegate(new CellDelegate(theme, m_table));
    m_table->setItemDelegateForColumn(Who, m_who);
    m_table->setItemDelegateForColumn(What, new WhatDelegate(theme, m_table));
    m_table->setItemDelegateForColumn(Environment, new EnvironmentDelegate(theme, m_table));
    m_table->setAccessibleName(tr("Entries of the audit trail about this release"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setMouseTracking(true);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(theme.height(u"size.rowTable"_s));
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setFixedHeight(theme.height(u"size.tableHeader"_s, TextStyle::Small));
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_stack->setContentsMargins(0, 0, 0, 0);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_state);
    m_state->showLoading(tr("Still loading the audit trail"));
    connect(m_state, &StatePage::cancelled, this, [this] { m_task.cancel(); });
    connect(m_state, &StatePage::reloadRequested, this, &AuditTab::read);
    m_stack->setCurrentWidget(m_state);
}

void AuditTab::set(const QString &releaseRef)
{
    if (releaseRef != m_releaseRef) {
        m_releaseRef = releaseRef;
        m_newest = -1;
        m_model->clear();
    }
    if (isVisible())
        read();
}

void AuditTab::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    read();
}

void AuditTab::read()
{
    const auto services = m_session.services();
    if (!services || m_releaseRef.isEmpty())
        return;
    m_task = inBackground(
        this,
        [services, ref = m_releaseRef](std::stop_token stop) {
            return audit::Journal(services->database).list({.releaseRef = ref, .limit = MostEntries}, stop);
        },
        [this](const Result<QList<audit::Entry>> &entries) {
            if (entries) {
                adopt(*entries);
                return;
            }
            m_session.noteDatabaseError(entries.error());
            if (m_newest < 0) {
                m_state->showMessage(u"unplug"_s, u"wait"_s, entries.error().message, entries.error().detail);
                m_stack->setCurrentWidget(m_state);
            }
        });
}

void AuditTab::adopt(const QList<audit::Entry> &entries)
{
    if (entries.isEmpty()) {
        m_state->showMessage(u"audit"_s, u"idle"_s, tr("Nothing is recorded yet"),
                             tr("Every decision and every deployment of this release is recorded here."));
        m_stack->setCurrentWidget(m_state);
        return;
    }
    m_stack->setCurrentWidget(m_table);
    if (entries.first().id == m_newest)
        return;
    m_newest = entries.first().id;
    const int selected = m_table->currentIndex().row();
    m_model->clear();
    m_model->setHorizontalHeaderLabels(
        {tr("When"), tr("Who"), tr("What"), tr("Environment"), tr("Digest"), tr("From")});
    for (const audit::Entry &entry : entries) {
        const QString when = QLocale().toString(entry.at.toLocalTime(), u"d MMM HH:mm:ss"_s);
        const EntryLook look = entryLook(entry);
        QList<QStandardItem *> row;
        for (const QString &text :
             {when, entry.actor.name, look.sentence, entry.act.environment.isEmpty() ? u"—"_s : entry.act.environment,
              tableDigest(entry.act.manifest), u"%1 · %2"_s.arg(entry.actor.host, entry.actor.program)}) {
            auto *item = new QStandardItem(text);
            item->setToolTip(text);
            row << item;
        }
        row[When]->setToolTip(moment(entry.at));
        row[When]->setData(u"%1, %2, %3"_s.arg(when, entry.actor.name, look.sentence), Qt::AccessibleTextRole);
        row[Who]->setData(entry.guarantee, cell::Guarantee);
        row[Who]->setData(true, cell::IsProven);
        row[Who]->setToolTip(tr("%1, account %2, %3")
                                 .arg(entry.actor.name, entry.actor.account,
                                      entry.guarantee == "autenticada"_L1 ? tr("authenticated") : tr("declared")));
        row[What]->setData(QVariant::fromValue(StateLook{look.icon, look.tone, look.sentence}), cell::Look);
        row[Environment]->setData(m_session.isProduction(entry.act.environment), cell::IsProduction);
        row[Digest]->setData(!entry.act.manifest.isEmpty(), cell::Mono);
        row[Digest]->setToolTip(entry.act.manifest);
        for (const int column : {Digest, From})
            row[column]->setData(u"textSecondary"_s, cell::Tone);
        m_model->appendRow(row);
    }
    fitColumns();
    m_table->selectRow(qMax(0, selected));
}

void AuditTab::fitColumns()
{
    const QFontMetrics base(m_theme.font(TextStyle::Base));
    const QFontMetrics mono(m_theme.font(TextStyle::Mono));
    const QFontMetrics small(m_theme.font(TextStyle::Small, QFont::DemiBold));
    const auto contents = [&](const QString &text, int column) {
        if (column == Who)
            return m_who->widthFor(text);
        constexpr int icon = 16;
        return (column == Digest ? mono : base).horizontalAdvance(text) + (column == Environment ? icon : 0);
    };
    // As wide as what they hold, but for What, which takes what the others leave.
    for (int column = 0; column < m_model->columnCount(); ++column) {
        int width = small.horizontalAdvance(m_model->headerData(column, Qt::Horizontal).toString());
        for (int row = 0; row < m_model->rowCount() && column != What; ++row)
            width = qMax(width, contents(m_model->item(row, column)->text(), column));
        const int margin = column == 0 ? m_theme.size(u"space.pageMargin"_s) : m_theme.size(u"space.cellPadding"_s);
        m_table->setColumnWidth(column, width + margin + m_theme.size(u"space.cellPadding"_s) + 2);
    }
    m_table->horizontalHeader()->setSectionResizeMode(What, QHeaderView::Stretch);
}

} // namespace pipeline::ui
