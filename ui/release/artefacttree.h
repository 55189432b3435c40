// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/contract/artefact.h"
#include "models/finding.h"

#include <QStyledItemDelegate>
#include <QWidget>

class QSortFilterProxyModel;
class QStandardItemModel;

namespace pipeline::ui {

class GroupTree;
class SearchField;
class Theme;

/// The artefacts of a release by product, with a filter.
class ArtefactTree : public QWidget {
    Q_OBJECT

public:
    explicit ArtefactTree(const Theme &theme, QWidget *parent = nullptr);

    /// Keeps the selection; selects the first artefact when there was none.
    void set(const QList<contract::Artefact> &artefacts, const QList<Finding> &findings);

    void select(const QString &path);
    void focusSearch();
    GroupTree *view() const { return m_view; }

signals:
    void chosen(const contract::Artefact &artefact);

private:
    void announce();
    QModelIndex indexOf(const QString &path) const;

    const Theme &m_theme;
    SearchField *m_search;
    GroupTree *m_view;
    QStandardItemModel *m_model;
    QSortFilterProxyModel *m_proxy;
    QList<contract::Artefact> m_artefacts;
    QList<Finding> m_findings;
    QString m_selected;
};

} // namespace pipeline::ui
