// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/common/background.h"
#include "ui/shell/page.h"

#include "models/error.h"

class QSplitter;
class QStackedLayout;
class QTimer;

namespace pipeline::ui {

class ReleaseDetailsPane;
struct ReleasesFigures;
class ReleasesFilterBar;
class ReleasesModel;
class ReleasesView;
class SidePane;
class StatePage;

/// All releases: how far each one came, where it runs, and its history.
class ReleasesPage : public Page {
    Q_OBJECT

public:
    ReleasesPage(Session &session, const Theme &theme, QWidget *parent = nullptr);
    ~ReleasesPage() override;

    void refresh() override;
    void focusSearch() override;

    ReleasesView *view() const { return m_view; }
    ReleasesModel *model() const { return m_model; }
    ReleaseDetailsPane *details() const { return m_details; }

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void readAnew() override;

private:
    void makeView();
    void restoreColumns();
    void follow();
    void readFigures();
    void showFigures(const ReleasesFigures &figures);
    void showState();
    void showOffline();
    void rememberPlace();
    void keepPlace();
    void selectionMoved();
    void openSelected();
    void copySelected() const;
    void showContextMenu(const QPoint &at);
    void noteVisibleRows();
    void fitWindow();

    ReleasesModel *m_model;
    ReleasesFilterBar *m_filter;
    ReleasesView *m_view;
    ReleaseDetailsPane *m_details;
    QSplitter *m_splitter;
    SidePane *m_side;
    QStackedLayout *m_stack;
    StatePage *m_state;
    QTimer *m_tick;
    QTimer *m_rest; ///< between a move of the selection and the details
    QString m_selected;
    QString m_top; ///< the release at the top of the view before a refresh, and how far it had been scrolled out
    int m_topOffset = 0;
    bool m_unfold = true; ///< the rows were asked for anew
    qint64 m_all = 0; ///< releases of the filter, its states left aside
    std::optional<Error> m_error;
    Task m_figuresTask;
};

} // namespace pipeline::ui
