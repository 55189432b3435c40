// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/contract/artefact.h"
#include "models/finding.h"
#include "models/result.h"
#include "ui/code/codeview.h"
#include "ui/common/background.h"

#include <QMap>
#include <QWidget>

class QComboBox;
class QLabel;
class QStackedLayout;

namespace pipeline::ui {

class CodeSearchBar;
class Session;
class StatePage;
class Theme;

/// The source of an artefact at its pinned commit, with its findings; read in the background.
class SourcePane : public QWidget {
    Q_OBJECT

public:
    SourcePane(Session &session, const Theme &theme, std::shared_ptr<Highlighter> highlighter,
               QWidget *parent = nullptr);

    void setFindings(const QList<Finding> &findings);

    /// Shows \a path of the artefact, by default its first file, at \a line.
    void show(const contract::Artefact &artefact, const QString &path = {}, int line = 0, int column = 0);

    void showMessage(const QString &icon, const QString &title, const QString &text);
    void openSearch();

    CodeView *view() const { return m_view; }
    const QString &shownPath() const { return m_shown; }

private:
    struct File {
        QString text;
        QString sha256;
    };
    using Files = QMap<QString, File>;

    void adopt(const Result<Files> &files);
    void showFile(const QString &path);
    void showPosition();

    Session &m_session;
    QLabel *m_path;
    QComboBox *m_choice;
    CodeView *m_view;
    CodeSearchBar *m_search;
    QLabel *m_position;
    QLabel *m_digest;
    QStackedLayout *m_stack;
    StatePage *m_state;
    QWidget *m_source;
    QList<Finding> m_findings;
    contract::Artefact m_artefact;
    Files m_files;
    QString m_shown; ///< path of the file in the view
    QString m_wantedPath;
    int m_wantedLine = 0;
    int m_wantedColumn = 0;
    Task m_task;
};

} // namespace pipeline::ui
