// SPDX-License-Identifier: Apache-2.0
#include "releasesview.h"

#include "releaselooks.h"
#include "releasesmodel.h"

#include "ui/cells/celldelegates.h"
#include "ui/cells/times.h"
#include "ui/common/theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

namespace {

constexpr int ArrowLeft = 20;
constexpr int ArrowSide = 14;
constexpr int NameLeft = ArrowLeft + ArrowSide + 6;

/// What became of a release in an environment, a little smaller than its state.
class EnvironmentCellDelegate : public CellDelegate {
public:
    using CellDelegate::CellDelegate;

protected:
    void paintContent(QPainter *painter, const QRect &rect, const QModelIndex &index) const override
    {
        const auto look = index.data(cell::Look).value<StateLook>();
        QRect words = rect;
        if (!look.icon.isEmpty()) {
            const int side = theme().size(u"size.iconSmall"_s);
            theme().paintIcon(painter, QRect(rect.left(), rect.center().y() - side / 2, side, side), look.icon,
                              look.tone);
            words.setLeft(rect.left() + side + 6);
        }
        paintText(painter, words, look.word, look.tone, theme().font(TextStyle::Small, QFont::Medium));
    }
};

} // namespace

ReleasesView::ReleasesView(const Theme &theme, ReleasesModel *model, QWidget *parent)
    : QTreeView(parent), m_theme(theme), m_model(model)
{
    setModel(model);
    setAccessibleName(tr("Releases"));
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setMouseTracking(true);
    setIndentation(0);
    setRootIsDecorated(false);
    setUniformRowHeights(true); // so that a group of many thousand unfolds at once
    setExpandsOnDoubleClick(false);
    setContextMenuPolicy(Qt::CustomContextMenu);
    header()->setSectionsMovable(false);
    header()->setStretchLastSection(false);
    header()->setFixedHeight(theme.height(u"size.tableHeader"_s, TextStyle::Small));
    takeDelegates();
    connect(model, &QAbstractItemModel::modelReset, this, &ReleasesView::takeDelegates);
}

void ReleasesView::takeDelegates()
{
    // The number of environments may have changed.
    if (header()->count() == 0)
        return;
    for (int column = 0; column < m_model->columnCount(); ++column) {
        QAbstractItemDelegate *old = itemDelegateForColumn(column);
        CellDelegate *made = column == ReleasesModel::State ? new StateDelegate(m_theme, this)
            : column == ReleasesModel::Stage                ? new StageMeterDelegate(m_theme, this)
            : column == ReleasesModel::Artefacts            ? new ArtefactsDelegate(m_theme, this)
            : column >= ReleasesModel::FirstEnvironment &&column < m_model->preparedByColumn()
            ? static_cast<CellDelegate *>(new EnvironmentCellDelegate(m_theme, this))
            : new CellDelegate(m_theme, this);
        setItemDelegateForColumn(column, made);
        delete old;
    }
    fitColumns();
    fitWindow(m_window);
}

void ReleasesView::fitColumns()
{
    // From the longest word that each column may show, in the language of the window.
    const QFontMetrics base(m_theme.font(TextStyle::Base, QFont::Medium));
    const QFontMetrics small(m_theme.font(TextStyle::Small, QFont::DemiBold));
    const QFontMetrics mono(m_theme.font(TextStyle::Mono));
    int state = 0;
    for (int each = 0; each < backlog::ReleaseStateCount; ++each)
        state = qMax(state, base.horizontalAdvance(lookOf(backlog::ReleaseState(each)).word));
    int place = 0;
    for (const auto each : {backlog::EnvironmentState::RunsNow, backlog::EnvironmentState::Deploying,
                            backlog::EnvironmentState::Replaced, backlog::EnvironmentState::Unknown})
        place = qMax(place, small.horizontalAdvance(lookOf(each).word));
    const int padding = 2 * m_theme.size(u"space.cellPadding"_s) + 2;
    const auto set = [&](int column, int width) { setColumnWidth(column, width + padding); };
    set(ReleasesModel::Release,
        mono.horizontalAdvance(u"R-2026.11.1-h2"_s) + m_theme.size(u"space.pageMargin"_s)
            - m_theme.size(u"space.cellPadding"_s));
    set(ReleasesModel::State, state + m_theme.size(u"size.icon"_s) + 6);
    set(ReleasesModel::Artefacts, ArtefactsDelegate::widest(m_theme));
    for (int column = ReleasesModel::FirstEnvironment; column < m_model->preparedByColumn(); ++column) {
        const QString name = m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        const bool marked = m_model->headerData(column, Qt::Horizontal, Qt::DecorationRole).isValid();
        set(column,
            qMax(place + m_theme.size(u"size.iconSmall"_s) + 6,
                 small.horizontalAdvance(name) + (marked ? ReleasesModel::HeaderIconSide + 6 : 0)));
    }
    const QString preparedBy =
        m_model->headerData(m_model->preparedByColumn(), Qt::Horizontal, Qt::DisplayRole).toString();
    set(m_model->preparedByColumn(),
        qMax(base.horizontalAdvance(u"paulo.siqueira"_s), small.horizontalAdvance(preparedBy)));
    set(m_model->updatedColumn(), qMax(base.horizontalAdvance(longAge()), small.horizontalAdvance(tr("Updated"))) + 6);
    // The words beside the meter take what the others leave.
    header()->setSectionResizeMode(QHeaderView::Interactive);
    header()->setSectionResizeMode(ReleasesModel::Stage, QHeaderView::Stretch);
}

void ReleasesView::setHiddenColumns(const QSet<int> &columns)
{
    m_hidden = columns;
    fitWindow(m_window);
}

void ReleasesView::fitWindow(int width)
{
    m_window = width;
    const bool known = width > 0;
    for (int column = ReleasesModel::State; column < m_model->columnCount(); ++column) {
        const bool noRoom = (column == m_model->updatedColumn() && known && width < 1180)
            || (column == m_model->preparedByColumn() && known && width < 1140);
        setColumnHidden(column, noRoom || m_hidden.contains(column));
    }
}

QHash<QString, int> ReleasesView::visibleRows() const
{
    QHash<QString, int> last;
    QModelIndex index = indexAt(QPoint(0, 0));
    const int bottom = viewport()->height();
    for (; index.isValid() && visualRect(index).top() < bottom; index = indexBelow(index)) {
        if (!m_model->isGroup(index))
            last.insert(m_model->groupKey(index.parent()), index.row());
    }
    return last;
}

void ReleasesView::unfold(int groups)
{
    if (m_model->grouping() == backlog::ReleaseGrouping::None)
        return;
    for (int row = 0; row < qMin(groups, m_model->rowCount()); ++row)
        setExpanded(m_model->index(row, 0), true);
}

QToolButton *ReleasesView::makeColumnButton()
{
    auto *button = new QToolButton;
    button->setIcon(m_theme.icon(u"settings"_s, u"textSecondary"_s));
    button->setAccessibleName(tr("Columns"));
    button->setToolTip(tr("Columns"));
    button->setPopupMode(QToolButton::InstantPopup);
    button->setFocusPolicy(Qt::StrongFocus);
    auto *menu = new QMenu(button);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        for (int column = ReleasesModel::State; column < m_model->columnCount(); ++column) {
            QAction *action = menu->addAction(m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
            action->setCheckable(true);
            action->setChecked(!m_hidden.contains(column));
            connect(action, &QAction::toggled, this, [this, column](bool on) {
                if (on)
                    m_hidden.remove(column);
                else
                    m_hidden.insert(column);
                fitWindow(m_window);
            });
        }
    });
    button->setMenu(menu);
    return button;
}

void ReleasesView::repaintAges()
{
    const int column = m_model->updatedColumn();
    if (!isColumnHidden(column))
        viewport()->update(columnViewportPosition(column), 0, columnWidth(column), viewport()->height());
}

void ReleasesView::drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (!m_model->isGroup(index)) {
        QTreeView::drawRow(painter, option, index);
        return;
    }
    const QRect row(0, option.rect.top(), viewport()->width(), option.rect.height());
    const bool current = currentIndex().siblingAtColumn(0) == index.siblingAtColumn(0);
    painter->save();
    painter->fillRect(row, m_theme.color(current ? u"selection"_s : u"alternateBase"_s));
    painter->setPen(m_theme.color(u"divider"_s));
    painter->drawLine(row.bottomLeft(), row.bottomRight());
    if (current && hasFocus())
        painter->fillRect(QRect(row.left(), row.top(), 3, row.height() - 1), m_theme.color(u"focus"_s));
    m_theme.paintIcon(painter, QRect(ArrowLeft, row.center().y() - ArrowSide / 2, ArrowSide, ArrowSide),
                      isExpanded(index) ? u"down"_s : u"right"_s, u"textSecondary"_s);
    QRect words = row.adjusted(NameLeft, 0, -8, 0);
    painter->setFont(m_theme.font(TextStyle::Small, QFont::DemiBold));
    painter->setPen(m_theme.color(u"text"_s));
    painter->drawText(words, Qt::AlignVCenter, index.data().toString());
    words.setLeft(words.left() + painter->fontMetrics().horizontalAdvance(index.data().toString()) + 7);
    painter->setFont(m_theme.font(TextStyle::Small));
    painter->setPen(m_theme.color(u"textTertiary"_s));
    painter->drawText(words, Qt::AlignVCenter, index.data(ReleasesModel::Figures).toString());
    painter->restore();
}

void ReleasesView::fold(const QModelIndex &group)
{
    setExpanded(group.siblingAtColumn(0), !isExpanded(group.siblingAtColumn(0)));
}

void ReleasesView::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (m_model->isGroup(currentIndex()) && (enter || event->key() == Qt::Key_Space))
        fold(currentIndex());
    else if (enter && event->modifiers() == Qt::NoModifier && currentIndex().isValid())
        emit openRequested();
    else if (event->matches(QKeySequence::Copy))
        emit copyRequested();
    else
        QTreeView::keyPressEvent(event);
}

void ReleasesView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    if (!m_model->isGroup(index))
        QTreeView::mouseDoubleClickEvent(event);
    else if (event->position().x() >= NameLeft)
        fold(index);
}

void ReleasesView::mouseReleaseEvent(QMouseEvent *event)
{
    QTreeView::mouseReleaseEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && m_model->isGroup(index) && event->position().x() < NameLeft)
        fold(index);
}

} // namespace pipeline::ui
