// SPDX-License-Identifier: Apache-2.0
#include "auditpage.h"

#include "auditfilterbar.h"
#include "auditmodel.h"
#include "chainstrip.h"
#include "entryline.h"
#include "journalacts.h"

#include "ui/cells/entrydelegates.h"
#include "ui/cells/entrywords.h"
#include "ui/common/button.h"
#include "ui/common/statepage.h"
#include "ui/common/theme.h"
#include "ui/session/session.h"
#include "ui/shell/offlinenote.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QScrollBar>
#include <QSettings>
#include <QStackedLayout>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using pipeline::audit::Journal;

namespace pipeline::ui {

AuditPage::AuditPage(Session &session, const Theme &theme, QWidget *parent)
    : Page(session, theme, tr("Audit"), parent),
      m_strip(new ChainStrip(session, theme)),
      m_filter(new AuditFilterBar(theme)),
      m_model(new AuditModel(session, this)),
      m_table(new QTableView),
      m_line(new EntryLine(theme)),
      m_stack(new QStackedLayout),
      m_state(new StatePage(theme)),
      m_acts(new JournalActs(session, theme, this))
{
    setFigures(session.isSample() ? session.writeObstacle() : tr("Append-only journal of the backlog"));
    auto *refresh = new Button(theme, tr("Refresh"));
    refresh->setThemeIcon(u"refresh"_s);
    refresh->setKey(QKeySequence(Qt::Key_F5));
    connect(refresh, &QPushButton::clicked, this, &AuditPage::refresh);
    auto *toFile = new Button(theme, tr("Export…"));
    toFile->setThemeIcon(u"open"_s);
    toFile->setToolTip(tr("Write what the filter shows to a file"));
    toFile->setEnabled(!session.isSample()); // an export is an entry of its own
    connect(toFile, &QPushButton::clicked, this, [this] { m_acts->askForExport(m_filter->filter()); });
    addAction(refresh);
    addAction(toFile);

    const int margin = theme.size(u"space.pageMargin"_s);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(margin, 0, margin, 0);
    top->setSpacing(8);
    top->addWidget(new OfflineNote(session, theme, {}, this));
    top->addWidget(m_strip);
    body()->addLayout(top);
    body()->addWidget(m_filter);
    auto *line = new QFrame;
    line->setProperty("kind", u"line"_s);
    body()->addWidget(line);
    makeTable();
    auto *center = new QWidget;
    center->setLayout(m_stack);
    m_stack->setContentsMargins(0, 0, 0, 0);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_state);
    m_stack->setCurrentWidget(m_state);
    body()->addWidget(center, 1);
    body()->addWidget(m_line);
    m_line->hide();
    setFocusProxy(m_table);

    m_filter->restore(QSettings().value(u"audit/filter"_s).toByteArray());
    follow();
    m_state->setHeader(m_table->horizontalHeader());
    m_state->showLoading(tr("Still loading from %1").arg(session.configuration().backlogUrl));
    showOffline();
}

AuditPage::~AuditPage()
{
    QSettings().setValue(u"audit/filter"_s, m_filter->state());
}

void AuditPage::makeTable()
{
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Entries of the journal"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setMouseTracking(true);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(theme().height(u"size.rowTable"_s));
    m_table->setItemDelegate(new CellDelegate(theme(), m_table));
    m_table->setItemDelegateForColumn(AuditModel::Who, new WhoDelegate(theme(), m_table));
    m_table->setItemDelegateForColumn(AuditModel::What, new WhatDelegate(theme(), m_table));
    m_table->setItemDelegateForColumn(AuditModel::Environment, new EnvironmentDelegate(theme(), m_table));
    QHeaderView *header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionsClickable(false);
    header->setFixedHeight(theme().height(u"size.tableHeader"_s, TextStyle::Small));
    fitColumns();
    m_table->installEventFilter(this);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &AuditPage::selectionMoved);
    connect(m_table, &QTableView::doubleClicked, this, &AuditPage::openSelected);
}

void AuditPage::fitColumns()
{
    const QFontMetrics base(theme().font(TextStyle::Base, QFont::DemiBold));
    const QFontMetrics mono(theme().font(TextStyle::Mono));
    const int padding = 2 * theme().size(u"space.cellPadding"_s) + 4;
    const auto set = [&](AuditModel::Column column, int width) { m_table->setColumnWidth(column, width + padding); };
    const auto *who = static_cast<WhoDelegate *>(m_table->itemDelegateForColumn(AuditModel::Who));
    set(AuditModel::When, base.horizontalAdvance(u"23 Nov 00:00:00"_s) + theme().size(u"space.pageMargin"_s) - 8);
    set(AuditModel::Who, who->widthFor(u"marina.duarte"_s));
    set(AuditModel::Release, mono.horizontalAdvance(u"R-2026.11.1-h2"_s));
    set(AuditModel::Environment, base.horizontalAdvance(u"homologacao"_s) + 16);
    set(AuditModel::Digest, mono.horizontalAdvance(u"0000 0000 … 0000"_s));
    set(AuditModel::From, base.horizontalAdvance(u"desk-12 · command line"_s));
    // The sentence takes what the others leave.
    m_table->horizontalHeader()->setSectionResizeMode(AuditModel::What, QHeaderView::Stretch);
}

void AuditPage::follow()
{
    connect(m_filter, &AuditFilterBar::changed, this, &AuditPage::readAnew);
    connect(m_state, &StatePage::cancelled, m_model, &AuditModel::cancelReading);
    connect(m_state, &StatePage::reloadRequested, this, &AuditPage::refresh);
    connect(m_state, &StatePage::actionTriggered, this, [this] {
        if (m_error)
            session().testDatabaseNow();
        else
            m_filter->clear();
    });
    connect(m_model, &AuditModel::loaded, this, [this] {
        m_error.reset();
        showState();
        keepSelection();
    });
    connect(m_model, &AuditModel::failed, this, [this](const Error &error) {
        m_error = error;
        session().noteDatabaseError(error);
        showState();
    });
    connect(m_model, &AuditModel::grew, this, [this](int rows) {
        // Where the eye rests does not move.
        QScrollBar *bar = m_table->verticalScrollBar();
        if (bar->value() > 0)
            bar->setValue(bar->value() + rows * m_table->verticalHeader()->defaultSectionSize());
    });
    connect(m_line, &EntryLine::releaseRequested, this,
            [this](const QString &release, qint64 item) { emit releaseRequested(release, item, u"audit"_s); });
    connect(m_strip, &ChainStrip::verified, this, [this] {
        m_model->setBrokenAt(m_strip->brokenAt());
        if (const auto broken = m_strip->brokenAt())
            m_acts->readExplanation(*broken);
        else
            emit alarmChanged(false);
    });
    connect(m_strip, &ChainStrip::showRequested, this, [this](qint64 entry) {
        m_selected = entry;
        m_filter->searchEverywhere(QString::number(entry));
        m_table->setFocus();
    });
    connect(m_strip, &ChainStrip::proofRequested, this, [this] { m_acts->askForProof(m_strip->verdict()); });
    connect(m_strip, &ChainStrip::explanationRequested, m_acts, &JournalActs::askForExplanation);
    connect(m_acts, &JournalActs::explanationRead, this,
            [this](qint64, bool explained) { emit alarmChanged(!explained); });
    connect(m_acts, &JournalActs::noticeRaised, this, &Page::noticeRaised);
    connect(&session(), &Session::opened, this, [this] {
        readAnewWhenShown();
        m_strip->verify();
    });
    readAnewWhenShown(); // it may be made long after that
    m_strip->verify();
    connect(&session(), &Session::configurationChanged, this, [this] { m_table->viewport()->update(); });
    connect(&session(), &Session::backlogChanged, this, &AuditPage::refreshWhenShown);
    connect(&session(), &Session::databaseChanged, this, &AuditPage::showOffline);
}

void AuditPage::refresh()
{
    m_model->refresh();
    readFigures();
}

void AuditPage::focusSearch()
{
    m_filter->focusSearch();
}

void AuditPage::exportTo(const QString &fileName)
{
    m_acts->exportTo(fileName, m_filter->filter());
}

void AuditPage::readAnew()
{
    m_model->setFilter(m_filter->filter());
    readFigures();
}

void AuditPage::readFigures()
{
    const auto services = session().services();
    if (!services)
        return;
    m_figuresTask = inBackground(
        this,
        [services, filter = m_filter->filter()](std::stop_token stop) -> Result<Figures> {
            const Journal journal(services->database);
            const auto counts = journal.counts(filter, stop);
            if (!counts)
                return fail(counts.error());
            const auto size = journal.size(stop);
            if (!size)
                return fail(size.error());
            const auto choices = journal.choices(stop);
            if (!choices)
                return fail(choices.error());
            return Figures{*counts, *size, *choices};
        },
        [this](const Result<Figures> &figures) {
            if (!figures)
                return;
            m_size = figures->size;
            m_filter->setCounts(figures->counts, figures->size);
            m_filter->setChoices(figures->choices);
            m_strip->setSize(figures->size);
            showState();
        });
}

void AuditPage::showState()
{
    if (m_error && !m_model->isLoaded()) {
        m_state->showMessage(u"unplug"_s, u"wait"_s, tr("The journal cannot be read"),
                             m_error->message + u'\n' + m_error->detail + u'\n' + m_error->hint, tr("Try now"));
        m_stack->setCurrentWidget(m_state);
    } else if (!m_model->isLoaded()) {
        m_stack->setCurrentWidget(m_state);
    } else if (m_model->rowCount() > 0) {
        m_stack->setCurrentWidget(m_table);
    } else if (m_size > 0) {
        m_state->showMessage(u"filter"_s, u"idle"_s, tr("No entry matches %1").arg(m_filter->words()),
                             tr("The journal has %n entries.", nullptr, int(m_size)),
                             m_filter->isDefault() ? QString() : tr("Clear filter"));
        m_stack->setCurrentWidget(m_state);
    } else {
        m_state->showMessage(u"audit"_s, u"idle"_s, tr("The journal is empty"),
                             tr("Each act of a person or a runner adds an entry: what was inserted, approved, deployed "
                                "or changed."));
        m_stack->setCurrentWidget(m_state);
    }
    m_line->setVisible(m_stack->currentWidget() == m_table && m_model->entryAt(m_table->currentIndex().row()));
}

void AuditPage::showOffline()
{
    if (session().isOffline() && !m_model->isLoaded() && session().database().error) {
        m_error = session().database().error;
        showState();
    }
}

void AuditPage::selectionMoved()
{
    const audit::Entry *entry = m_model->entryAt(m_table->currentIndex().row());
    if (entry) {
        m_selected = entry->id;
        m_line->show(*entry);
    }
    m_line->setVisible(entry);
}

void AuditPage::keepSelection()
{
    if (m_table->currentIndex().isValid() || m_model->rowCount() == 0)
        return;
    int row = 0;
    for (int i = 0; i < m_model->rowCount(); ++i) {
        if (m_model->entryAt(i)->id == m_selected)
            row = i;
    }
    m_table->setCurrentIndex(m_model->index(row, 0));
}

void AuditPage::openSelected()
{
    const audit::Entry *entry = m_model->entryAt(m_table->currentIndex().row());
    if (entry && !entry->act.releaseRef.isEmpty())
        emit releaseRequested(entry->act.releaseRef, entry->act.item.value_or(0), u"audit"_s);
}

bool AuditPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const audit::Entry *entry = m_model->entryAt(m_table->currentIndex().row());
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            openSelected();
            return true;
        }
        if (key->matches(QKeySequence::Copy) && entry) {
            QGuiApplication::clipboard()->setText(entryReport(*entry));
            return true;
        }
    }
    return Page::eventFilter(watched, event);
}

void AuditPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    m_table->setColumnHidden(AuditModel::From, window()->width() < 1280);
    m_table->setColumnHidden(AuditModel::Digest, window()->width() < 1180);
}

} // namespace pipeline::ui
