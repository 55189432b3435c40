// SPDX-License-Identifier: Apache-2.0
#include "artefacttree.h"

#include "grouptree.h"
#include "treedelegate.h"

#include "ui/code/annotation.h"
#include "ui/common/searchfield.h"
#include "ui/common/theme.h"

#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

ArtefactTree::ArtefactTree(const Theme &theme, QWidget *parent)
    : QWidget(parent),
      m_theme(theme),
      m_search(new SearchField(theme, tr("Filter files"), u"Ctrl+F"_s, this)),
      m_view(new GroupTree(theme, tr("Artefacts"), this)),
      m_model(new QStandardItemModel(this)),
      m_proxy(new QSortFilterProxyModel(this))
{
    m_proxy->setSourceModel(m_model);
    m_proxy->setRecursiveFilteringEnabled(true);
    m_proxy->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_view->setModel(m_proxy);
    m_view->setTextElideMode(Qt::ElideMiddle);
    auto *field = new QHBoxLayout;
    field->setContentsMargins(12, 6, 12, 6);
    field->addWidget(m_search);
    auto *line = new QFrame(this);
    line->setProperty("kind", u"line"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(field);
    column->addWidget(line);
    column->addWidget(m_view, 1);
    connect(m_search, &SearchField::searched, this, [this](const QString &text) {
        m_proxy->setFilterFixedString(text);
        m_view->expandAll();
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &ArtefactTree::announce);
}

void ArtefactTree::set(const QList<contract::Artefact> &artefacts, const QList<Finding> &findings)
{
    if (artefacts == m_artefacts && findings == m_findings)
        return;
    m_artefacts = artefacts;
    m_findings = findings;
    const QSignalBlocker quiet(m_view->selectionModel());
    m_model->clear();
    QMap<QString, QStandardItem *> groups;
    for (const contract::Artefact &artefact : artefacts) {
        const QString product = artefact.isWorker() ? tr("Workers") : artefact.product();
        QStandardItem *&group = groups[product];
        if (!group) {
            group = new QStandardItem(product);
            group->setData(true, TreeDelegate::HeadRole);
            group->setEditable(false);
            m_model->appendRow(group);
        }
        auto *entry = new QStandardItem(artefact.file.isEmpty() ? artefact.path.section(u'/', -1) : artefact.file);
        entry->setEditable(false);
        entry->setData(contract::toString(artefact.type), TreeDelegate::IconRole);
        entry->setData(artefact.sha.left(7), TreeDelegate::NoteRole);
        entry->setData(true, TreeDelegate::NoteYieldsRole);
        entry->setData(artefact.path, TreeDelegate::ValueRole);
        entry->setToolTip(artefact.path + u'\n' + artefact.sha);
        QList<Severity> own;
        for (const Finding &finding : findings) {
            if (finding.path == artefact.path || finding.path.startsWith(artefact.path + u'/'))
                own << finding.severity;
        }
        QString name = artefact.path;
        if (!own.isEmpty()) {
            const SeverityLook look = lookOf(std::ranges::min(own));
            entry->setData(look.icon, TreeDelegate::MarkRole);
            entry->setData(look.tone, TreeDelegate::MarkToneRole);
            name += u", "_s + tr("%n findings", nullptr, int(own.size()));
        }
        entry->setData(name, Qt::AccessibleTextRole);
        group->appendRow(entry);
        group->setData(QString::number(group->rowCount()), TreeDelegate::NoteRole);
    }
    m_view->expandAll();
    const QModelIndex kept = indexOf(m_selected);
    m_view->setCurrentIndex(kept.isValid() ? kept : m_proxy->index(0, 0, m_proxy->index(0, 0)));
    announce();
}

QModelIndex ArtefactTree::indexOf(const QString &path) const
{
    if (path.isEmpty())
        return {};
    const QModelIndexList found = m_proxy->match(m_proxy->index(0, 0), TreeDelegate::ValueRole, path, 1,
                                                 Qt::MatchExactly | Qt::MatchRecursive);
    return found.value(0);
}

void ArtefactTree::select(const QString &path)
{
    if (const QModelIndex index = indexOf(path); index.isValid())
        m_view->setCurrentIndex(index);
}

void ArtefactTree::announce()
{
    const QString path = m_view->currentIndex().data(TreeDelegate::ValueRole).toString();
    const auto found = std::ranges::find(m_artefacts, path, &contract::Artefact::path);
    if (path.isEmpty() || found == m_artefacts.cend())
        return;
    m_selected = path;
    emit chosen(*found);
}

void ArtefactTree::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

} // namespace pipeline::ui
