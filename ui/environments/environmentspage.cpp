// SPDX-License-Identifier: Apache-2.0
#include "environmentspage.h"

#include "connectiontest.h"
#include "environmentform.h"
#include "environmentlist.h"

#include "administration/administration.h"
#include "ui/common/button.h"
#include "ui/common/note.h"
#include "ui/common/question.h"
#include "ui/common/statepage.h"
#include "ui/common/theme.h"
#include "ui/session/session.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;
using pipeline::administration::Administration;

namespace pipeline::ui {

namespace {
constexpr int ListWidth = 224;
}

EnvironmentsPage::EnvironmentsPage(Session &session, const Theme &theme, QWidget *parent)
    : Page(session, theme, tr("Environments"), parent),
      m_add(new Button(theme, tr("Add environment"), Button::Kind::Normal, this)),
      m_duplicate(new Button(theme, tr("Duplicate"), Button::Kind::Normal, this)),
      m_remove(new Button(theme, tr("Remove…"), Button::Kind::Danger, this)),
      m_panel(new QWidget(this)),
      m_list(new EnvironmentList(theme, m_panel)),
      m_stack(new QStackedWidget(this)),
      m_area(new QScrollArea(m_stack)),
      m_scrolled(new QWidget(m_area->viewport())),
      m_problem(new Note(theme, m_scrolled)),
      m_test(new ConnectionTest(session, theme, m_scrolled)),
      m_form(new EnvironmentForm(session, theme, m_test, m_scrolled)),
      m_empty(new StatePage(theme, m_stack)),
      m_discard(new Button(theme, tr("Discard changes"), Button::Kind::Normal, this)),
      m_save(new Button(theme, tr("Save"), Button::Kind::Primary, this))
{
    m_add->setThemeIcon(u"plus"_s);
    m_duplicate->setThemeIcon(u"copy"_s);
    addAction(m_add);
    addAction(m_duplicate);
    addAction(m_remove);

    fillPanel();
    fillArea();
    m_stack->addWidget(m_area);
    m_stack->addWidget(m_empty);
    auto *top = new QFrame(this);
    top->setProperty("kind", u"line"_s);
    body()->addWidget(top);
    auto *row = new QHBoxLayout;
    body()->addLayout(row, 1);
    row->setSpacing(0);
    row->addWidget(m_panel);
    auto *line = new QFrame(this);
    line->setProperty("kind", u"vline"_s);
    row->addWidget(line);
    row->addWidget(m_stack, 1);
    m_footer = makeFooter();
    body()->addWidget(m_footer);

    connect(m_add, &QPushButton::clicked, this, [this] { leaveThen([this] { add(); }); });
    connect(m_empty, &StatePage::actionTriggered, this, &EnvironmentsPage::add);
    connect(m_duplicate, &QPushButton::clicked, this, &EnvironmentsPage::duplicate);
    connect(m_remove, &QPushButton::clicked, this, &EnvironmentsPage::remove);
    connect(m_save, &QPushButton::clicked, this, &EnvironmentsPage::save);
    connect(m_discard, &QPushButton::clicked, this, &EnvironmentsPage::discard);
    connect(m_list, &EnvironmentList::chosen, this, &EnvironmentsPage::chosen);
    connect(m_form, &EnvironmentForm::changed, this, &EnvironmentsPage::showState);
    connect(m_form, &EnvironmentForm::failed, this, &EnvironmentsPage::showProblem);
    connect(m_form, &EnvironmentForm::secretStored, m_problem, &QWidget::hide);
    connect(m_test, &ConnectionTest::requested, this, [this] { m_test->run(m_form->environment()); });
    connect(m_test, &ConnectionTest::ended, this,
            [this](const QString &name, const QList<diagnosis::Diagnosis> &checks) {
                int problems = 0;
                qint64 milliseconds = 0;
                for (const auto &check : checks) {
                    problems += check.check.status == contract::CheckStatus::Failed ? 1 : 0;
                    if (check.check.name == "version"_L1)
                        milliseconds = check.check.milliseconds;
                }
                m_list->setTested(name, problems, milliseconds);
            });
    connect(&session, &Session::configurationChanged, this, [this] {
        if (!m_form->isChanged() || m_shown.isEmpty())
            load(m_shown);
    });
    connect(&session, &Session::opened, this, [this] {
        m_form->showSecrets();
        askProduction();
        showState();
    });
    connect(&session, &Session::databaseChanged, this, &EnvironmentsPage::showState);
    m_problem->hide();
    m_empty->showMessage(u"server"_s, u"idle"_s, tr("No environment yet"),
                         tr("An environment is a Camunda 7 engine with its workers. Releases are deployed to it; "
                            "passwords go to the system keychain."),
                         tr("Add environment"));
    load(session.configuration().defaultEnvironment);
}

void EnvironmentsPage::fillPanel()
{
    m_panel->setProperty("kind", u"panel"_s);
    m_panel->setAttribute(Qt::WA_StyledBackground);
    m_panel->setFixedWidth(ListWidth);
    auto *column = new QVBoxLayout(m_panel);
    column->setContentsMargins(8, 12, 8, 8);
    auto *caption = new QLabel(tr("In %1").arg(u"pipeline.toml"_s), m_panel);
    caption->setProperty("look", u"caption"_s);
    caption->setContentsMargins(8, 0, 0, 4);
    column->addWidget(caption);
    column->addWidget(m_list, 1);
}

void EnvironmentsPage::fillArea()
{
    m_scrolled->setProperty("kind", u"scrolled"_s);
    auto *column = new QVBoxLayout(m_scrolled);
    const int margin = theme().size(u"space.pageMargin"_s);
    column->setContentsMargins(margin, 16, margin, 16);
    column->setSpacing(theme().size(u"space.l"_s));
    column->addWidget(m_problem);
    column->addWidget(m_form);
    column->addStretch();
    m_area->setAccessibleName(tr("Environments"));
    m_area->setWidget(m_scrolled);
    m_area->setWidgetResizable(true);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setFrameShape(QFrame::NoFrame);
}

QWidget *EnvironmentsPage::makeFooter()
{
    auto *footer = new QFrame(this);
    footer->setProperty("kind", u"footer"_s);
    auto *row = new QHBoxLayout(footer);
    row->setContentsMargins(theme().size(u"space.pageMargin"_s), 8, theme().size(u"space.pageMargin"_s), 8);
    auto *icon = new QLabel(footer);
    icon->setPixmap(theme().icon(u"info"_s, u"textSecondary"_s).pixmap(theme().size(u"size.iconSmall"_s)));
    auto *words = new QLabel(tr("The file pipeline.toml holds addresses and names only"), footer);
    words->setProperty("look", u"secondary"_s);
    row->addWidget(icon);
    row->addWidget(words, 1);
    row->addWidget(m_discard);
    row->addWidget(m_save);
    m_save->setKey(QKeySequence::Save);
    m_save->setShortcut(QKeySequence::Save);
    return footer;
}

void EnvironmentsPage::refresh()
{
    const auto services = session().services();
    if (!services || m_form->isChanged())
        return;
    m_task = inBackground(
        this, [services](std::stop_token) { return services->loadConfiguration(); },
        [this](const Result<configuration::Configuration> &configuration) {
            if (configuration)
                session().adopt(*configuration);
            else
                showProblem(configuration.error());
        });
}

void EnvironmentsPage::load(const QString &wanted)
{
    const QList<Environment> &environments = session().configuration().environments;
    m_list->setEnvironments(environments, false);
    setFigures(environments.isEmpty() ? QString() : tr("%n in pipeline.toml", nullptr, int(environments.size())));
    const auto named = std::ranges::find(environments, wanted, &Environment::name);
    if (named != environments.cend())
        edit(*named, false);
    else if (!environments.isEmpty())
        edit(environments.first(), false);
    else
        m_shown.clear();
    m_stack->setCurrentIndex(environments.isEmpty() ? 1 : 0);
    showState();
}

void EnvironmentsPage::edit(const Environment &environment, bool isNew)
{
    m_shown = isNew ? QString() : environment.name;
    m_problem->hide();
    m_form->show(environment, isNew);
    m_test->clear();
    m_form->lockProduction({});
    if (isNew) {
        m_list->setEnvironments(session().configuration().environments, true);
        m_list->chooseFresh();
    } else {
        m_list->choose(environment.name);
        askProduction();
    }
    m_stack->setCurrentIndex(0);
    showState();
}

/// The mark must not vanish under a deployment that was approved for production.
void EnvironmentsPage::askProduction()
{
    const auto services = session().services();
    if (!services || m_shown.isEmpty() || !m_form->environment().production)
        return;
    m_production = inBackground(
        this,
        [services, name = m_shown](std::stop_token stop) {
            return services->backlog.list(
                {.mode = u"implantar"_s, .states = {contract::ItemState::Running}, .environment = name, .limit = 1},
                stop);
        },
        [this](const Result<QList<contract::BacklogItem>> &running) {
            if (running && !running->isEmpty())
                m_form->lockProduction(
                    tr("Item %1 is being deployed there: the mark stays until it has ended.").arg(running->first().id));
        });
}

void EnvironmentsPage::chosen()
{
    const QString wanted = m_list->current();
    if (wanted == m_shown)
        return;
    const auto go = [this, wanted] {
        if (m_list->isFreshCurrent())
            return;
        load(wanted);
    };
    if (m_form->isChanged() && m_stack->currentIndex() == 0) {
        m_shown.isEmpty() ? m_list->chooseFresh() : m_list->choose(m_shown);
        leaveThen(go);
    } else {
        go();
    }
}

void EnvironmentsPage::leaveThen(const std::function<void()> &go)
{
    if (m_stack->currentIndex() != 0 || !m_form->isChanged()) {
        go();
        return;
    }
    ask(this, m_shown.isEmpty() ? tr("Discard the new environment?") : tr("Discard the changes to %1?").arg(m_shown),
        tr("They are not saved in pipeline.toml yet."), {{tr("Discard changes"), go, true}, {tr("Keep editing")}});
}

void EnvironmentsPage::add()
{
    edit({}, true);
    m_form->focusName();
}

void EnvironmentsPage::duplicate()
{
    Environment copy = m_form->environment();
    copy.name += u"-2"_s;
    copy.production = false; // the mark is given on purpose, never by a copy
    edit(copy, true);
    m_form->focusName();
}

void EnvironmentsPage::discard()
{
    const QString name = m_shown;
    load(name);
}

void EnvironmentsPage::save()
{
    const auto services = session().services();
    const Environment environment = m_form->environment();
    std::optional<Environment> before;
    if (!m_form->isNew()) {
        const auto known = session().configuration().environment(m_shown);
        if (known)
            before = *known;
    }
    m_save->setEnabled(false);
    m_task = inBackground(
        this,
        [services, environment, before,
         actor = session().actor()](std::stop_token stop) -> Result<configuration::Configuration> {
            const auto written = Administration(services->database, actor)
                                     .saveEnvironment(services->configurationFile, environment, before, stop);
            return written ? services->loadConfiguration() : fail(written.error());
        },
        [this, name = environment.name](const Result<configuration::Configuration> &configuration) {
            saved(name, configuration);
        });
}

void EnvironmentsPage::saved(const QString &name, const Result<configuration::Configuration> &configuration)
{
    if (!configuration) {
        showProblem(configuration.error());
        showState();
        return;
    }
    session().adopt(*configuration);
    load(name);
    emit noticeRaised(u"okay"_s, tr("%1 is saved").arg(name), tr("The change is in the audit trail."));
}

void EnvironmentsPage::remove()
{
    const QString name = m_shown;
    ask(this, tr("Remove %1?").arg(name),
        tr("Its section is taken out of pipeline.toml; all else in the file stays. Its secrets stay in the keychain."),
        {{tr("Remove %1").arg(name),
          [this, name] {
              m_task = inBackground(
                  this,
                  [services = session().services(), actor = session().actor(),
                   name](std::stop_token stop) -> Result<configuration::Configuration> {
                      const auto removed = Administration(services->database, actor)
                                               .removeEnvironment(services->configurationFile, name, stop);
                      return removed ? services->loadConfiguration() : fail(removed.error());
                  },
                  [this, name](const Result<configuration::Configuration> &configuration) {
                      if (!configuration) {
                          showProblem(configuration.error());
                          return;
                      }
                      session().adopt(*configuration);
                      load({});
                      emit noticeRaised(u"okay"_s, tr("%1 is removed").arg(name),
                                        tr("The change is in the audit trail."));
                  });
          },
          true},
         {tr("Keep %1").arg(name)}});
}

void EnvironmentsPage::showState()
{
    const bool editing = m_stack->currentIndex() == 0;
    const bool known = editing && !m_form->isNew();
    const bool changed = editing && m_form->isChanged();
    m_footer->setVisible(editing);
    m_duplicate->setEnabled(known && m_form->isValid() && !changed);
    m_remove->setEnabled(known && session().canWrite());
    m_save->setEnabled(changed && m_form->isValid() && session().canWrite());
    m_save->setToolTip(session().canWrite() ? tr("Save (Ctrl+S)")
                                            : tr("Offline: every change is recorded, which needs the database"));
    m_discard->setVisible(changed);
    m_test->setRunnable(editing && m_form->isValid() && session().services());
}

void EnvironmentsPage::showProblem(const Error &error)
{
    m_problem->set(u"fail"_s, u"fail"_s,
                   u"<b>%1</b><br>%2 %3"_s.arg(error.message.toHtmlEscaped().replace(u'\n', u"<br>"_s),
                                               error.detail.toHtmlEscaped(), error.hint.toHtmlEscaped()));
    m_problem->show();
}

} // namespace pipeline::ui
