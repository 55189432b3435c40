// SPDX-License-Identifier: Apache-2.0
#include "runnercard.h"

#include "diagnosis/toolchecks.h"
#include "ui/common/button.h"
#include "ui/common/environmentmark.h"
#include "ui/common/note.h"
#include "ui/common/stillfield.h"
#include "ui/common/theme.h"
#include "ui/session/localrunner.h"
#include "ui/session/preferences.h"
#include "ui/session/session.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>

#include <algorithm>

using namespace Qt::StringLiterals;
using pipeline::contract::CheckStatus;
using pipeline::diagnosis::Diagnosis;

namespace pipeline::ui {

/// What a look at this computer found.
struct RunnerAbility {
    struct Target {
        Environment environment;
        bool able = false;
        Result<QString> source; ///< of the engine's secret
        bool leftOut = false; ///< by `[runner]` of the configuration
    };

    QList<Diagnosis> tools;
    QList<Target> targets;
};

namespace {

RunnerAbility lookAt(Services &services, const configuration::Configuration &configuration, std::stop_token stop)
{
    RunnerAbility ability;
    ability.tools << diagnosis::checkGit(stop);
    ability.tools += diagnosis::checkNode(stop);
    ability.tools << diagnosis::checkSandbox(process::Sandbox::detect());
    const auto able = services.capabilities ? services.capabilities(stop) : backlog::Capabilities();
    const auto &named = configuration.runner.environments;
    for (const Environment &environment : configuration.environments) {
        RunnerAbility::Target target{environment, able && able->environments.contains(environment.name), QString(),
                                     named && !named->contains(environment.name)};
        if (!target.able && environment.authentication != Authentication::None)
            target.source = services.credentials.source(environment.engineSecret(), stop);
        ability.targets << target;
    }
    return ability;
}

} // namespace

RunnerCard::RunnerCard(Session &session, const Theme &theme, LocalRunner &runner, QWidget *parent)
    : SettingsCard(theme, u"run"_s, tr("Runner on this computer"), tr("for this user, at once"), parent),
      m_session(session),
      m_runner(runner),
      m_switch(new QCheckBox(this)),
      m_state(new QLabel(this)),
      m_stop(new Button(theme, tr("Stop now…"), Button::Kind::Danger, this)),
      m_problem(new Note(theme, this)),
      m_ability(new QVBoxLayout)
{
    m_switch->setProperty("kind", u"switch"_s);
    m_switch->setFont(theme.font(TextStyle::Base, QFont::DemiBold));
    m_state->setProperty("look", u"secondary"_s);
    auto *top = new QHBoxLayout;
    top->setSpacing(10);
    top->addWidget(m_switch);
    top->addWidget(m_state, 1);
    top->addWidget(m_stop);
    body()->insertLayout(0, top);
    body()->insertWidget(1, m_problem);
    auto *line = new QFrame(this);
    line->setProperty("kind", u"line"_s);
    body()->insertWidget(2, line);
    auto *jobs = new SpinBox(this);
    jobs->setRange(1, preferences::MostJobs);
    jobs->setValue(preferences::runnerJobs());
    addRow(tr("Jobs at a time"), jobs,
           tr("1 to %1; a change waits for the items under way").arg(preferences::MostJobs));
    m_ability->setSpacing(theme.size(u"space.s"_s));
    body()->addLayout(m_ability);
    auto *note = new Note(theme, this);
    note->set(u"idle"_s, u"info"_s,
              tr("Closing the window with an item under way asks: keep the window open, finish first, or stop. An item "
                 "that is stopped goes back to the queue."));
    body()->addWidget(note);

    connect(m_switch, &QCheckBox::clicked, this, [this](bool on) {
        preferences::setRunnerOn(on);
        on ? m_runner.switchOn() : m_runner.switchOff();
    });
    connect(jobs, &QSpinBox::valueChanged, this, [this](int number) {
        preferences::setRunnerJobs(number);
        m_runner.restart();
    });
    connect(m_stop, &QPushButton::clicked, this, [this] {
        preferences::setRunnerOn(false);
        m_runner.stopNow();
    });
    connect(&runner, &LocalRunner::changed, this, &RunnerCard::showRunner);
    connect(&session, &Session::opened, this, &RunnerCard::refresh);
    showRunner();
    refresh();
}

void RunnerCard::showRunner()
{
    const QSignalBlocker quiet(m_switch);
    m_switch->setChecked(m_runner.isOn());
    m_switch->setText(m_runner.isOn() ? tr("On") : tr("Off"));
    m_switch->setAccessibleName(tr("Runner on this computer"));
    m_state->setText(m_runner.state() == LocalRunner::State::Off
                         ? tr("%1 takes no items").arg(m_runner.name())
                         : tr("%1 takes items while this window is open: %2").arg(m_runner.name(), m_runner.words()));
    m_stop->setVisible(m_runner.items() > 0 && m_runner.state() != LocalRunner::State::Stopping);
    const auto &error = m_runner.error();
    m_problem->setVisible(error.has_value());
    if (error)
        m_problem->set(u"wait"_s, u"warn"_s,
                       u"<b>%1</b> %2 %3"_s.arg(error->message.toHtmlEscaped(), error->detail.toHtmlEscaped(),
                                                error->hint.toHtmlEscaped()));
}

void RunnerCard::refresh()
{
    const auto services = m_session.services();
    if (!services)
        return;
    m_task = inBackground(
        this,
        [services, configuration = m_session.configuration()](std::stop_token stop) {
            return lookAt(*services, configuration, stop);
        },
        [this](const RunnerAbility &ability) { showAbility(ability); });
}

void RunnerCard::showAbility(const RunnerAbility &ability)
{
    while (QLayoutItem *item = m_ability->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const auto caption = [this](const QString &text) {
        auto *label = new QLabel(text, this);
        label->setProperty("look", u"secondary"_s);
        return label;
    };
    bool validates = true;
    for (const Diagnosis &tool : ability.tools) {
        if (tool.check.status == CheckStatus::Success)
            continue;
        validates = validates && tool.check.status != CheckStatus::Failed;
        m_ability->addWidget(line(u"warn"_s, u"wait"_s, caption(tool.check.name),
                                  u"%1 %2"_s.arg(tool.check.detail, tool.hint).trimmed()));
    }
    if (validates)
        m_ability->insertWidget(
            0, line(u"ok"_s, u"okay"_s, caption(tr("Validates")), tr("git, Node.js and npm are found")));
    for (const RunnerAbility::Target &target : ability.targets) {
        auto *mark = new EnvironmentMark(theme(), this);
        mark->set(target.environment.name, target.environment.production);
        QString words = tr("it may deploy there");
        if (!target.able && target.leftOut)
            words = tr("left out by [runner] in pipeline.toml");
        else if (!target.able && !target.source)
            words = target.source.error().message;
        else if (!target.able)
            words = tr("%1 is missing").arg(target.environment.engineSecret());
        QWidget *row = line(target.able ? u"ok"_s : u"key"_s, target.able ? u"okay"_s : u"wait"_s, mark, words);
        if (!target.able && !target.leftOut) {
            auto *enter = new Button(theme(), tr("Enter secret…"), Button::Kind::Normal, row);
            enter->setAccessibleName(tr("Enter the secret of %1").arg(target.environment.name));
            row->layout()->addWidget(enter);
            connect(enter, &QPushButton::clicked, this, &RunnerCard::environmentRequested);
        }
        m_ability->addWidget(row);
    }
    if (ability.targets.isEmpty())
        m_ability->addWidget(line(u"info"_s, u"idle"_s, caption(tr("Deploys")), tr("no environment is configured")));
}

QWidget *RunnerCard::line(const QString &icon, const QString &tone, QWidget *what, const QString &words)
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    auto *subject = new QHBoxLayout; // in the column of the names above
    subject->addWidget(what);
    subject->addStretch();
    auto *column = new QWidget(row);
    column->setLayout(subject);
    column->setMinimumWidth(nameWidth());
    subject->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(column);
    layout->addWidget(stateIcon(theme(), icon, tone));
    auto *label = new QLabel(words, row);
    label->setWordWrap(true);
    layout->addWidget(label, 1);
    return row;
}

} // namespace pipeline::ui
