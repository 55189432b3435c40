// SPDX-License-Identifier: Apache-2.0
#include "environmentlist.h"

#include "ui/common/theme.h"

#include <QLocale>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

namespace {

/// Icon, name above what is known of it, and the state at the right end.
class EnvironmentDelegate : public QStyledItemDelegate {
public:
    EnvironmentDelegate(const Theme &theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme) {}

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return QSize(0,
                     QFontMetrics(m_theme.font(TextStyle::Base)).height()
                         + QFontMetrics(m_theme.font(TextStyle::Small)).height() + 2 * m_theme.size(u"space.xs"_s));
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const bool selected = option.state & QStyle::State_Selected;
        const bool production = index.data(EnvironmentList::Production).toBool();
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (selected || option.state & QStyle::State_MouseOver) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(m_theme.color(selected ? u"selection"_s : u"hover"_s));
            painter->drawRoundedRect(option.rect, 3, 3);
        }
        if (selected)
            painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), m_theme.color(u"accent"_s));
        if (selected && option.state & QStyle::State_HasFocus) {
            painter->setBrush(Qt::NoBrush);
            painter->setPen(QPen(m_theme.color(u"focus"_s), m_theme.size(u"line.focusRing"_s)));
            painter->drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), 3, 3);
        }
        const int side = m_theme.size(u"size.icon"_s);
        const int middle = option.rect.center().y() - side / 2;
        m_theme.paintIcon(painter, QRect(option.rect.left() + 8, middle, side, side),
                          production ? u"shield"_s : u"server"_s, production ? u"prod"_s : u"textSecondary"_s);
        const QString icon = index.data(EnvironmentList::Icon).toString();
        if (!icon.isEmpty())
            m_theme.paintIcon(painter, QRect(option.rect.right() - side - 7, middle, side, side), icon,
                              index.data(EnvironmentList::Tone).toString());
        const QRect text = option.rect.adjusted(8 + side + 10, m_theme.size(u"space.xs"_s), -side - 14,
                                                -m_theme.size(u"space.xs"_s));
        painter->setFont(m_theme.font(TextStyle::Base, selected ? QFont::DemiBold : QFont::Normal));
        painter->setPen(m_theme.color(u"text"_s));
        painter->drawText(text, Qt::AlignTop,
                          painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, text.width()));
        painter->setFont(m_theme.font(TextStyle::Small));
        painter->setPen(m_theme.color(u"textSecondary"_s));
        painter->drawText(text, Qt::AlignBottom,
                          painter->fontMetrics().elidedText(index.data(EnvironmentList::Facts).toString(),
                                                            Qt::ElideRight, text.width()));
        painter->restore();
    }

private:
    const Theme &m_theme;
};

} // namespace

EnvironmentList::EnvironmentList(const Theme &theme, QWidget *parent)
    : QListView(parent), m_entries(new QStandardItemModel(this))
{
    setModel(m_entries);
    setItemDelegate(new EnvironmentDelegate(theme, this));
    setAccessibleName(tr("Environments"));
    setProperty("kind", u"panelList"_s);
    setMouseTracking(true);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

void EnvironmentList::setEnvironments(const QList<Environment> &environments, bool fresh)
{
    m_quiet = true;
    m_fresh = fresh;
    m_entries->clear();
    for (const Environment &environment : environments) {
        auto *item = new QStandardItem(environment.name);
        item->setData(environment.production, Production);
        m_entries->appendRow(item);
        describe(m_entries->rowCount() - 1);
    }
    if (fresh) {
        auto *item = new QStandardItem(tr("New environment"));
        item->setData(tr("not saved yet"), Facts);
        m_entries->appendRow(item);
    }
    m_quiet = false;
}

void EnvironmentList::setTested(const QString &name, int problems, qint64 milliseconds)
{
    m_tested.insert(name, {problems, milliseconds});
    for (int row = 0; row < m_entries->rowCount(); ++row) {
        if (m_entries->item(row)->text() == name)
            describe(row);
    }
}

void EnvironmentList::describe(int row)
{
    QStandardItem *item = m_entries->item(row);
    const auto tested = m_tested.constFind(item->text());
    if (tested == m_tested.cend()) {
        item->setData(tr("not tested yet"), Facts);
    } else if (tested->problems > 0) {
        item->setData(tr("%n problems", nullptr, tested->problems), Facts);
        item->setData(u"warn"_s, Icon);
        item->setData(u"wait"_s, Tone);
    } else {
        item->setData(tr("Connected, %1 ms").arg(QLocale().toString(tested->milliseconds)), Facts);
        item->setData(u"ok"_s, Icon);
        item->setData(u"okay"_s, Tone);
    }
    QString name = item->text();
    if (item->data(Production).toBool())
        name += u", "_s + tr("production");
    item->setData(u"%1, %2"_s.arg(name, item->data(Facts).toString()), Qt::AccessibleTextRole);
}

QString EnvironmentList::current() const
{
    return currentIndex().isValid() && !isFreshCurrent() ? currentIndex().data().toString() : QString();
}

bool EnvironmentList::isFreshCurrent() const
{
    return m_fresh && currentIndex().row() == m_entries->rowCount() - 1;
}

void EnvironmentList::choose(const QString &name)
{
    for (int row = 0; row < m_entries->rowCount(); ++row) {
        if (m_entries->item(row)->text() == name) {
            m_quiet = true;
            setCurrentIndex(m_entries->index(row, 0));
            m_quiet = false;
        }
    }
}

void EnvironmentList::chooseFresh()
{
    m_quiet = true;
    setCurrentIndex(m_entries->index(m_entries->rowCount() - 1, 0));
    m_quiet = false;
}

void EnvironmentList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (!m_quiet && current.isValid())
        emit chosen();
}

} // namespace pipeline::ui
