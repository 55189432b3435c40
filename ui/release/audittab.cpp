// SPDX-License-Identifier: Apache-2.0
#include "audittab.h"

#include "models/result.h"
#include "ui/cells/celldelegates.h"
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
      m_model(new QStandardItemModel(this)),
      m_stack(new QStackedLayout(this)),
      m_state(new StatePage(theme, this))
{
    m_table->setModel(m_model);
    m_table->setItemDelegate(new CellDelegate(theme, m_table));
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

QString AuditTab::sentence(const audit::Act &act)
{
    const auto detail = [&](QLatin1StringView key) { return act.details[key].toString(); };
    const QString number = act.item ? QString::number(*act.item) : QString();
    QString text = act.what;
    if (act.what == "item.inserted"_L1)
        text = tr("inserted item %1 (%2)")
                   .arg(number, detail("modo"_L1).isEmpty() ? detail("tipo"_L1) : detail("modo"_L1));
    else if (act.what == "item.claimed"_L1)
        text = tr("took item %1, attempt %2").arg(number).arg(act.details["tentativa"_L1].toInt());
    else if (act.what == "item.completed"_L1)
        text = tr("ended item %1: %2").arg(number, detail("estado"_L1));
    else if (act.what == "release.approved"_L1)
        text = tr("approved for %1").arg(act.environment);
    else if (act.what == "release.rejected"_L1)
        text = tr("rejected for %1").arg(act.environment);
    else if (act.what == "deployment.created"_L1)
        text = tr("deployed %1").arg(detail("produto"_L1));
    else if (act.what == "deployment.refused"_L1)
        text = tr("%1 refused %2").arg(act.environment, detail("produto"_L1));
    else if (act.item)
        text = tr("%1, item %2").arg(act.what, number);
    const QString reason = detail("motivo"_L1);
    return reason.isEmpty() ? text : u"%1  “%2”"_s.arg(text, reason);
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
        QList<QStandardItem *> row;
        for (const QString &text :
             {when, entry.actor.name, sentence(entry.act), entry.act.environment, shortDigest(entry.digest),
              u"%1 · %2"_s.arg(entry.actor.host, entry.actor.program)}) {
            auto *cell = new QStandardItem(text);
            cell->setToolTip(text);
            row << cell;
        }
        row[0]->setToolTip(moment(entry.at));
        row[0]->setData(u"%1, %2, %3"_s.arg(when, entry.actor.name, row[2]->text()), Qt::AccessibleTextRole);
        row[1]->setToolTip(tr("%1, account %2, %3")
                               .arg(entry.actor.name, entry.actor.account,
                                    entry.guarantee == "autenticada"_L1 ? tr("authenticated") : tr("declared")));
        row[4]->setData(true, cell::Mono);
        row[4]->setToolTip(entry.digest);
        const audit::Kind kind = audit::kindOf(entry.act);
        row[2]->setData(kind == audit::Kind::Decision, cell::Strong);
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
    // As wide as what they hold, but for What, which takes what the others leave.
    constexpr int What = 2;
    constexpr int Digest = 4;
    for (int column = 0; column < m_model->columnCount(); ++column) {
        int width = small.horizontalAdvance(m_model->headerData(column, Qt::Horizontal).toString());
        for (int row = 0; row < m_model->rowCount() && column != What; ++row)
            width = qMax(width, (column == Digest ? mono : base).horizontalAdvance(m_model->item(row, column)->text()));
        const int margin = column == 0 ? m_theme.size(u"space.pageMargin"_s) : m_theme.size(u"space.cellPadding"_s);
        m_table->setColumnWidth(column, width + margin + m_theme.size(u"space.cellPadding"_s) + 2);
    }
    m_table->horizontalHeader()->setSectionResizeMode(What, QHeaderView::Stretch);
}

} // namespace pipeline::ui
