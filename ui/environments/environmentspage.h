// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "configuration/configuration.h"
#include "ui/common/background.h"
#include "ui/shell/page.h"

#include <QStackedWidget>

#include <functional>

class QScrollArea;

namespace pipeline::ui {

class Button;
class ConnectionTest;
class EnvironmentForm;
class EnvironmentList;
class Note;
class StatePage;

/// The environments of pipeline.toml: their keys, where their secrets are, and whether they answer.
class EnvironmentsPage : public Page {
    Q_OBJECT

public:
    EnvironmentsPage(Session &session, const Theme &theme, QWidget *parent = nullptr);

    void refresh() override;

    /// Begins a new one.
    void add();

private:
    void fillPanel();
    void fillArea();
    QWidget *makeFooter();
    void load(const QString &wanted);
    void chosen();
    void edit(const Environment &environment, bool isNew);
    void duplicate();
    void remove();
    void save();
    void discard();
    void askProduction();
    void saved(const QString &name, const Result<configuration::Configuration> &configuration);
    void showState();
    void showProblem(const Error &error);
    void leaveThen(const std::function<void()> &go);

    // In the order of their focus.
    Button *m_add;
    Button *m_duplicate;
    Button *m_remove;
    QWidget *m_panel;
    EnvironmentList *m_list;
    QStackedWidget *m_stack;
    QScrollArea *m_area;
    QWidget *m_scrolled;
    Note *m_problem;
    ConnectionTest *m_test;
    EnvironmentForm *m_form;
    StatePage *m_empty;
    Button *m_discard;
    Button *m_save;
    QWidget *m_footer = nullptr;
    QString m_shown; ///< name of the one in the form, empty for a new one
    Task m_task;
    Task m_production;
};

} // namespace pipeline::ui
