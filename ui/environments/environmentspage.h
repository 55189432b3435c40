// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "configuration/configuration.h"
#include "ui/common/background.h"
#include "ui/shell/page.h"

#include <QStackedWidget>

#include <functional>

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
    QWidget *makeList();
    QWidget *makeForm();
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

    EnvironmentList *m_list;
    ConnectionTest *m_test;
    EnvironmentForm *m_form;
    Note *m_problem;
    StatePage *m_empty;
    QStackedWidget *m_stack;
    QWidget *m_footer = nullptr;
    Button *m_duplicate;
    Button *m_remove;
    Button *m_save;
    Button *m_discard;
    QString m_shown; ///< name of the one in the form, empty for a new one
    Task m_task;
    Task m_production;
};

} // namespace pipeline::ui
