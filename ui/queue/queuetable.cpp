// SPDX-License-Identifier: Apache-2.0
#include "queuetable.h"

#include "queuemodel.h"

#include "ui/cells/celldelegates.h"
#include "ui/cells/times.h"
#include "ui/common/theme.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLocale>
#include <QMenu>
#include <QScrollBar>
#include <QSettings>

using namespace Qt::StringLiterals;
using pipeline::backlog::QueueState;

namespace pipeline::ui {

QueueTable::QueueTable(QueueModel *model, const Theme &theme, QWidget *parent)
    : QTableView(parent), m_rows(model), m_theme(theme)
{
    setModel(model);
    setAccessibleName(tr("Items of the queue"));
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setShowGrid(false);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setContextMenuPolicy(Qt::CustomContextMenu);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(theme.height(u"size.rowTable"_s));
    setItemDelegate(new CellDelegate(theme, this));
    setItemDelegateForColumn(QueueModel::State, new StateDelegate(theme, this));
    setItemDelegateForColumn(QueueModel::Artefacts, new ArtefactsDelegate(theme, this));
    setItemDelegateForColumn(QueueModel::Stage, new StageMeterDelegate(theme, this));
    setItemDelegateForColumn(QueueModel::Worker, new LeaseDelegate(theme, this));
    QHeaderView *header = horizontalHeader();
    header->setHighlightSections(false);
    header->setMinimumSectionSize(theme.size(u"size.control"_s));
    header->setSectionsMovable(true);
    header->setSectionsClickable(true);
    header->setFixedHeight(theme.height(u"size.tableHeader"_s, TextStyle::Small));
    fitColumns();
    makeSortShortcuts();
    connect(header, &QHeaderView::sectionClicked, this, &QueueTable::sortRequested);
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        if (const auto *row = m_rows->rowAt(currentIndex().row()))
            m_selected = row->id;
        emit rowChosen();
    });
    connect(this, &QTableView::doubleClicked, this, &QueueTable::openRequested);
    connect(this, &QTableView::customContextMenuRequested, this, &QueueTable::showContextMenu);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &QueueTable::noteVisibleRows);
}

void QueueTable::fitColumns()
{
    // From the longest word that each column may show, in the language of the window.
    const QFontMetrics base(m_theme.font(TextStyle::Base, QFont::Medium));
    const QFontMetrics text(m_theme.font(TextStyle::Base));
    const QFontMetrics small(m_theme.font(TextStyle::Small));
    const QFontMetrics mono(m_theme.font(TextStyle::Mono));
    int state = 0;
    for (const auto each :
         {QueueState::Running, QueueState::WaitingApproval, QueueState::Failed, QueueState::Queued, QueueState::Done})
        state = qMax(state, base.horizontalAdvance(lookOf(each).word));
    const int icon = m_theme.size(u"size.icon"_s) + 6;
    setColumn(QueueModel::State,
              state + icon + m_theme.size(u"space.pageMargin"_s) - m_theme.size(u"space.cellPadding"_s));
    setColumn(QueueModel::Type, small.horizontalAdvance(u"validar_implantacao"_s));
    setColumn(QueueModel::Mode, small.horizontalAdvance(u"implantar"_s));
    setColumn(QueueModel::Release, mono.horizontalAdvance(u"R-2026.11.1-h2"_s));
    setColumn(QueueModel::Sprint, text.horizontalAdvance(u"S000"_s));
    setColumn(QueueModel::Artefacts, ArtefactsDelegate::widest(m_theme));
    setColumn(QueueModel::Stage, StageMeterDelegate::widest(m_theme));
    fitAge(false);
    setColumn(QueueModel::Try, text.horizontalAdvance(QueueModel::columnName(QueueModel::Try)));
    const QDateTime now = QDateTime::currentDateTime();
    backlog::QueueRow leased;
    leased.state = QueueState::Running;
    leased.runner = u"runner-02"_s;
    leased.leaseExpiresAt = now.addSecs(59);
    const int longest = text.horizontalAdvance(leaseWords(leased, now));
    leased.leaseExpiresAt = now.addSecs(9);
    setColumn(QueueModel::Worker, qMax(longest, LeaseDelegate::Sign + text.horizontalAdvance(leaseWords(leased, now))));
}

void QueueTable::setColumn(int column, int contents)
{
    const int head =
        QFontMetrics(m_theme.font(TextStyle::Small, QFont::DemiBold)).horizontalAdvance(QueueModel::columnName(column));
    const int padding = m_theme.size(u"space.cellPadding"_s);
    const int right = column == QueueModel::Worker ? 0 : padding; // as LeaseDelegate has it
    m_wanted[column] = qMax(contents + right, head + padding) + padding + 1;
    setColumnWidth(column, m_wanted[column]);
}

void QueueTable::fitAge(bool moments)
{
    const QFontMetrics base(m_theme.font(TextStyle::Base));
    int widest = base.horizontalAdvance(longAge());
    for (const QString &time : moments ? longClockTimes() : QStringList())
        widest = qMax(widest, base.horizontalAdvance(QueueModel::tr("since %1").arg(time)));
    setColumn(QueueModel::Age, widest);
}

int QueueTable::fit(int width)
{
    const auto shown = [this] {
        int sum = verticalScrollBar()->sizeHint().width() + 2 * frameWidth();
        for (int column = 0; column < QueueModel::ColumnCount; ++column)
            sum += isColumnHidden(column) ? 0 : m_wanted[column];
        return sum;
    };
    for (int column = 0; column < QueueModel::ColumnCount; ++column)
        setColumnHidden(column, m_unwanted.contains(column));
    for (const auto column : {QueueModel::Sprint, QueueModel::Try, QueueModel::Worker}) {
        if (shown() > width)
            setColumnHidden(column, true);
    }
    horizontalHeader()->setStretchLastSection(shown() <= width);
    return shown();
}

void QueueTable::makeSortShortcuts()
{
    for (int column = 0; column < 9; ++column) {
        auto *action = new QAction(this);
        action->setShortcut(QKeySequence(u"Ctrl+Shift+%1"_s.arg(column + 1)));
        action->setShortcutContext(Qt::WidgetShortcut);
        connect(action, &QAction::triggered, this, [this, column] { emit sortRequested(column); });
        addAction(action);
    }
}

/// Widths suit the words of one language.
static QString columnsKey()
{
    return u"queue/columns_"_s + QLocale().bcp47Name();
}

void QueueTable::restoreColumns()
{
    const QSettings settings;
    horizontalHeader()->restoreState(settings.value(columnsKey()).toByteArray());
    for (const QVariant &column : settings.value(u"queue/hiddenColumns"_s).toList())
        m_unwanted.insert(column.toInt());
}

void QueueTable::saveColumns() const
{
    QSettings settings;
    settings.setValue(columnsKey(), horizontalHeader()->saveState());
    settings.setValue(u"queue/hiddenColumns"_s, QVariantList(m_unwanted.begin(), m_unwanted.end()));
}

void QueueTable::fillColumnMenu(QMenu *menu)
{
    for (int column = QueueModel::Type; column < QueueModel::ColumnCount; ++column) {
        QAction *action = menu->addAction(QueueModel::columnName(column));
        action->setCheckable(true);
        action->setChecked(!m_unwanted.contains(column));
        connect(action, &QAction::toggled, this, [this, column](bool on) {
            if (on)
                m_unwanted.remove(column);
            else
                m_unwanted.insert(column);
            setColumnHidden(column, !on);
        });
    }
}

void QueueTable::keepSelection()
{
    const auto *current = m_rows->rowAt(currentIndex().row());
    if (current && (m_selected == 0 || current->id == m_selected)) {
        emit rowChosen();
        return;
    }
    const int row = m_selected ? m_rows->indexOf(m_selected) : -1;
    const QSignalBlocker quiet(selectionModel());
    if (row >= 0) {
        // Where the eye rests does not move: the row keeps its place in the view.
        const int before = rowViewportPosition(currentIndex().row());
        setCurrentIndex(m_rows->index(row, 0));
        if (currentIndex().isValid() && before >= 0)
            verticalScrollBar()->setValue(verticalScrollBar()->value() + rowViewportPosition(row) - before);
    } else if (m_selected == 0 && m_rows->rowCount() > 0) {
        setCurrentIndex(m_rows->index(0, 0));
        if (const auto *first = m_rows->rowAt(0))
            m_selected = first->id;
    }
    viewport()->update();
    emit rowChosen();
}

void QueueTable::noteVisibleRows()
{
    const int first = rowAt(0);
    const int last = rowAt(viewport()->height() - 1);
    m_rows->setVisibleRows(qMax(0, first), last < 0 ? m_rows->rowCount() - 1 : last);
    if (verticalScrollBar()->value() == 0)
        emit scrolledToTop();
}

void QueueTable::copySelected() const
{
    QStringList cells;
    for (int column = 0; column < QueueModel::ColumnCount; ++column)
        cells << currentIndex().siblingAtColumn(column).data().toString();
    QGuiApplication::clipboard()->setText(cells.join(u'\t'));
}

void QueueTable::showContextMenu(const QPoint &at)
{
    const auto *row = m_rows->rowAt(indexAt(at).row());
    if (!row)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setProperty("look", u"icons"_s);
    connect(menu->addAction(m_theme.icon(u"eye"_s), tr("Open release")), &QAction::triggered, this,
            &QueueTable::openRequested);
    connect(menu->addAction(m_theme.icon(u"copy"_s), tr("Copy row")), &QAction::triggered, this,
            [this] { copySelected(); });
    connect(menu->addAction(m_theme.icon(u"hash"_s), tr("Copy item id")), &QAction::triggered, this,
            [id = row->id] { QGuiApplication::clipboard()->setText(QString::number(id)); });
    menu->popup(viewport()->mapToGlobal(at));
}

void QueueTable::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        emit openRequested();
    else if (event->matches(QKeySequence::Copy))
        copySelected();
    else
        QTableView::keyPressEvent(event);
}

void QueueTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    noteVisibleRows();
}

} // namespace pipeline::ui
