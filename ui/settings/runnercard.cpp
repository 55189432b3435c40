// SPDX-License-Identifier: Apache-2.0
#include "runnercard.h"

#include "administration/administration.h"
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

/// An environment as this computer's runner sees it.
struct RunnerTarget {
    Environment environment;
    bool leftOut = false; ///< by `[runner]` of the configuration
    QString obstacle; ///< with its secret; empty: there is none
};

/// What a look at this computer found.
struct RunnerAbility {
    QList<Diagnosis> tools;
    QList<RunnerTarget> targets;
};

namespace {

RunnerAbility lookAt(Services &services, const configuration::Configuration &configuration, std::stop_token stop)
{
    RunnerAbility ability;
    ability.tools << diagnosis::checkGit(stop);
    ability.tools += diagnosis::checkNode(stop);
    ability.tools << diagnosis::checkSandbox(process::Sandbox::detect());
    const auto &named = configuration.runner.environments;
    for (const Environment &environment : configuration.environments) {
        RunnerTarget target{.environment = environment, .leftOut = named && !named->contains(environment.name)};
        if (environment.authentication != Authentication::None) {
            const auto source = services.credentials.source(environment.engineSecret(), stop);
            if (!source)
                target.obstacle = source.error().message;
            else if (source->isEmpty())
                target.obstacle = RunnerCard::tr("%1 is missing").arg(environment.engineSecret());
        }
        ability.targets << target;
    }
    return ability;
}

} // namespace

RunnerCard::RunnerCard(Session &session, const Theme &theme, LocalRunner &runner, QWidget *parent)
    : SettingsCard(theme, u"run"_s, tr("Runner on this computer"), tr("environments in pipeline.toml"), parent),
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
        showProblem(*error);
}

void RunnerCard::showProblem(const Error &error)
{
    m_problem->set(u"wait"_s, u"warn"_s,
                   u"<b>%1</b> %2 %3"_s.arg(error.message.toHtmlEscaped(), error.detail.toHtmlEscaped(),
                                            error.hint.toHtmlEscaped()));
    m_problem->show();
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
    const bool validates = std::ranges::none_of(
        ability.tools, [](const Diagnosis &tool) { return tool.check.status == CheckStatus::Failed; });
    if (validates)
        addTool(u"ok"_s, u"okay"_s, tr("Validates"), tr("git, Node.js and npm are found"));
    for (const Diagnosis &tool : ability.tools) {
        if (tool.check.status != CheckStatus::Success)
            addTool(u"warn"_s, u"wait"_s, tool.check.name, u"%1 %2"_s.arg(tool.check.detail, tool.hint).trimmed());
    }
    for (const RunnerTarget &target : ability.targets)
        addTarget(&target == &ability.targets.first() ? tr("Deploys to") : QString(), target);
    if (ability.targets.isEmpty())
        addTool(u"info"_s, u"idle"_s, tr("Deploys to"), tr("no environment is configured"));
}

void RunnerCard::addTool(const QString &icon, const QString &tone, const QString &name, const QString &words)
{
    addWords(addLine(name), icon, tone, words);
}

void RunnerCard::addTarget(const QString &caption, const RunnerTarget &target)
{
    const QString name = target.environment.name;
    QHBoxLayout *row = addLine(caption);
    auto *box = new QCheckBox(this);
    box->setAccessibleName(tr("Deploys to %1").arg(name));
    box->setChecked(!target.leftOut && target.obstacle.isEmpty());
    box->setEnabled(target.obstacle.isEmpty());
    row->addWidget(box);
    auto *mark = new EnvironmentMark(theme(), this);
    mark->set(name, target.environment.production);
    row->addWidget(mark);
    connect(box, &QCheckBox::clicked, this, [this, name](bool on) { deployTo(name, on); });
    if (!target.obstacle.isEmpty()) {
        addWords(row, u"key"_s, u"wait"_s, target.obstacle);
        auto *enter = new Button(theme(), tr("Enter secret…"), Button::Kind::Normal, this);
        enter->setAccessibleName(tr("Enter the secret of %1").arg(name));
        row->addWidget(enter);
        connect(enter, &QPushButton::clicked, this, &RunnerCard::environmentRequested);
    } else if (target.leftOut) {
        addWords(row, u"skip"_s, u"idle"_s, tr("left out in pipeline.toml"));
    } else {
        addWords(row, u"ok"_s, u"okay"_s, tr("its secret is there"));
    }
}

QHBoxLayout *RunnerCard::addLine(const QString &caption)
{
    auto *whole = new QWidget(this);
    auto *row = new QHBoxLayout(whole);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme().size(u"space.s"_s));
    auto *name = new QLabel(caption, whole);
    name->setProperty("look", u"secondary"_s);
    name->setMinimumWidth(nameWidth()); // the column of the names above
    row->addWidget(name);
    m_ability->addWidget(whole);
    return row;
}

void RunnerCard::addWords(QHBoxLayout *line, const QString &icon, const QString &tone, const QString &words)
{
    line->addWidget(stateIcon(theme(), icon, tone));
    auto *label = new QLabel(words);
    label->setWordWrap(true);
    line->addWidget(label, 1);
}

/// The configuration file names what is left when \a name is added or taken away.
void RunnerCard::deployTo(const QString &name, bool on)
{
    const auto services = m_session.services();
    if (!services)
        return;
    const configuration::Configuration &configuration = m_session.configuration();
    QStringList names;
    for (const Environment &environment : configuration.environments) {
        const auto &named = configuration.runner.environments;
        const bool before = !named || named->contains(environment.name);
        if (environment.name == name ? on : before)
            names << environment.name;
    }
    m_saving = inBackground(
        this,
        [services, names, actor = m_session.actor()](std::stop_token stop) -> Result<configuration::Configuration> {
            const auto written = administration::Administration(services->database, actor)
                                     .setRunnerEnvironments(services->configurationFile, names, stop);
            return written ? services->loadConfiguration() : fail(written.error());
        },
        [this](const Result<configuration::Configuration> &written) {
            if (written) {
                m_session.adopt(*written);
                return;
            }
            showProblem(written.error());
            refresh();
        });
}

} // namespace pipeline::ui
