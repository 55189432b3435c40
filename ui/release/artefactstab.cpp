// SPDX-License-Identifier: Apache-2.0
#include "artefactstab.h"

#include "approvalpane.h"
#include "artefacttree.h"
#include "sourcepane.h"

#include "ui/common/theme.h"

#include <QSettings>
#include <QSplitter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

ArtefactsTab::ArtefactsTab(Session &session, const Theme &theme, const std::shared_ptr<Highlighter> &highlighter,
                           QWidget *parent)
    : QWidget(parent),
      m_tree(new ArtefactTree(theme, this)),
      m_source(new SourcePane(session, theme, highlighter, this)),
      m_approval(new ApprovalPane(session, theme, this)),
      m_splitter(new QSplitter(Qt::Horizontal, this))
{
    m_splitter->addWidget(m_tree);
    m_splitter->addWidget(m_source);
    m_splitter->addWidget(m_approval);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setChildrenCollapsible(false);
    m_tree->setMinimumWidth(180);
    m_source->setMinimumWidth(320);
    m_approval->setMinimumWidth(300);
    m_splitter->setSizes({theme.size(u"panels.releaseTree"_s), 760, theme.size(u"panels.releaseRight"_s)});
    m_splitter->restoreState(QSettings().value(u"release/artefacts"_s).toByteArray());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_splitter);
    connect(m_tree, &ArtefactTree::chosen, this,
            [this](const contract::Artefact &artefact) { m_source->show(artefact); });
}

ArtefactsTab::~ArtefactsTab()
{
    QSettings().setValue(u"release/artefacts"_s, m_splitter->saveState());
}

void ArtefactsTab::set(const ReleaseData &release)
{
    m_artefacts = release.artefacts;
    m_source->setFindings(release.findings);
    m_tree->set(release.artefacts, release.findings);
    m_approval->set(release);
}

void ArtefactsTab::focusSearch()
{
    if (m_source->isAncestorOf(focusWidget()))
        m_source->openSearch();
    else
        m_tree->focusSearch();
}

void ArtefactsTab::showSource(const QString &path, int line, int column)
{
    for (const contract::Artefact &artefact : m_artefacts) {
        if (path == artefact.path || path.startsWith(artefact.path + u'/')) {
            m_tree->select(artefact.path);
            m_source->show(artefact, path, line, column);
            return;
        }
    }
}

void ArtefactsTab::togglePane()
{
    m_approval->setVisible(!m_approval->isVisible());
}

void ArtefactsTab::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // In a small window the pane opens on demand only.
    const bool narrow = window()->width() < 1280;
    if (narrow != m_narrow) {
        m_narrow = narrow;
        m_approval->setVisible(!narrow);
    }
}

} // namespace pipeline::ui
