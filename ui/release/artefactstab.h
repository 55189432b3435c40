// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "releasedata.h"

#include "ui/code/highlighter.h"

#include <QWidget>

class QSplitter;

namespace pipeline::ui {

class ApprovalPane;
class ArtefactTree;
class Session;
class SourcePane;
class Theme;

/// The files of a release, their source, and the decision on them.
class ArtefactsTab : public QWidget {
    Q_OBJECT

public:
    ArtefactsTab(Session &session, const Theme &theme, const std::shared_ptr<Highlighter> &highlighter,
                 QWidget *parent = nullptr);
    ~ArtefactsTab() override;

    void set(const ReleaseData &release);
    void focusSearch(); ///< in the source when it has the focus, else among the files

    /// Shows \a path at \a line, whatever was selected.
    void showSource(const QString &path, int line, int column);

    void togglePane();
    ApprovalPane *approval() const { return m_approval; }
    ArtefactTree *tree() const { return m_tree; }
    SourcePane *source() const { return m_source; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    ArtefactTree *m_tree;
    SourcePane *m_source;
    ApprovalPane *m_approval;
    QSplitter *m_splitter;
    QList<contract::Artefact> m_artefacts;
    bool m_narrow = false;
};

} // namespace pipeline::ui
