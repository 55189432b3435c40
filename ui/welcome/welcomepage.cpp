// SPDX-License-Identifier: Apache-2.0
#include "welcomepage.h"

#include "stageline.h"

#include "ui/common/button.h"
#include "ui/common/theme.h"
#include "ui/session/languagebox.h"
#include "ui/session/session.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

namespace {

constexpr int Width = 760;

} // namespace

WelcomePage::WelcomePage(Session &session, const Theme &theme, QWidget *parent)
    : Page(session, theme, tr("Welcome"), parent), m_column(new QVBoxLayout), m_language(new LanguageBox(this))
{
    header()->hide();
    auto *scrolled = new QWidget;
    scrolled->setProperty("kind", u"scrolled"_s);
    auto *middle = new QWidget(scrolled);
    middle->setFixedWidth(Width);
    middle->setLayout(m_column);
    m_column->setSpacing(14);

    auto *top = new QHBoxLayout;
    auto *flame = new QLabel(middle);
    flame->setPixmap(theme.icon(u"flame"_s, u"brand"_s).pixmap(2 * theme.size(u"size.icon"_s)));
    auto *title = new QLabel(tr("Welcome to Prometheus Pipeline"), middle);
    title->setProperty("look", u"page"_s);
    auto *subtitle = new QLabel(tr("Approve, deploy and check Camunda releases. Three steps, about five minutes."),
                                middle);
    subtitle->setProperty("look", u"secondary"_s);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(title);
    words->addWidget(subtitle);
    words->addStretch();
    top->addWidget(flame);
    top->addSpacing(8);
    top->addLayout(words, 1);
    m_column->addLayout(top);
    m_column->addSpacing(8);
    m_column->addWidget(new StageLine(theme, middle));
    m_column->addSpacing(16);
    m_steps = {makeStep(1, tr("The backlog is on this computer"), tr("Test now"), u"db"_s),
               makeStep(2, tr("Add an environment"), tr("Add…"), u"server"_s),
               makeStep(3, tr("Open a release"), tr("Go to queue"), u"queue"_s)};
    m_column->addWidget(makeSampleCard());
    auto *foot = new QHBoxLayout;
    auto *caption = new QLabel(tr("Language"), middle);
    caption->setProperty("look", u"secondary"_s);
    foot->addStretch();
    foot->addWidget(caption);
    foot->addWidget(m_language);
    m_column->addLayout(foot);

    auto *around = new QHBoxLayout(scrolled);
    around->addStretch();
    around->addWidget(middle, 0, Qt::AlignVCenter);
    around->addStretch();
    auto *area = new QScrollArea;
    area->setWidget(scrolled);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    body()->addWidget(area, 1);

    connect(m_steps.at(0).action, &QPushButton::clicked, &session, &Session::testDatabaseNow);
    connect(m_steps.at(1).action, &QPushButton::clicked, this, &WelcomePage::environmentRequested);
    connect(m_steps.at(2).action, &QPushButton::clicked, this, &WelcomePage::queueRequested);
    connect(&session, &Session::databaseChanged, this, &WelcomePage::showSteps);
    connect(&session, &Session::configurationChanged, this, &WelcomePage::showSteps);
    connect(&session, &Session::opened, this, &WelcomePage::lookForFirstRun);
    if (session.services())
        lookForFirstRun();
    else
        showSteps();
}

QWidget *WelcomePage::makeSampleCard()
{
    auto *card = new QFrame;
    card->setProperty("kind", u"aside"_s);
    auto *icon = new QLabel(card);
    icon->setPixmap(theme().icon(u"bpmn"_s, u"textSecondary"_s).pixmap(theme().size(u"size.icon"_s)));
    auto *title = new QLabel(tr("Only looking around?"), card);
    title->setProperty("look", u"strong"_s);
    auto *text = new QLabel(
        tr("Opens a backlog with releases that wait, run and failed, their sources and findings. No "
           "database of yours, no engine; nothing is sent anywhere."),
        card);
    text->setProperty("look", u"secondary"_s);
    text->setWordWrap(true);
    auto *open = new Button(theme(), tr("Try a sample release"), Button::Kind::Normal, card);
    open->setProperty("control", u"large"_s);
    connect(open, &QPushButton::clicked, this, &WelcomePage::sampleRequested);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(title);
    words->addWidget(text);
    auto *row = new QHBoxLayout(card);
    row->setContentsMargins(20, 14, 20, 14);
    row->setSpacing(14);
    row->addWidget(icon);
    row->addLayout(words, 1);
    row->addWidget(open);
    return card;
}

WelcomePage::Step WelcomePage::makeStep(int number, const QString &title, const QString &action, const QString &icon)
{
    Step step{number, icon, new QFrame, new QLabel, new QLabel(title), new QLabel, new Button(theme(), action)};
    auto *row = new QHBoxLayout(step.card);
    row->setContentsMargins(20, 14, 20, 14);
    row->setSpacing(18);
    step.number->setAlignment(Qt::AlignCenter);
    const int side = theme().height(u"size.control"_s);
    step.number->setFixedSize(side, side);
    step.title->setProperty("look", u"section"_s);
    step.text->setProperty("look", u"secondary"_s);
    step.text->setWordWrap(true);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(step.title);
    words->addWidget(step.text);
    row->addWidget(step.number);
    row->addLayout(words, 1);
    step.action->setProperty("control", u"large"_s);
    row->addWidget(step.action);
    m_column->addWidget(step.card);
    return step;
}

void WelcomePage::setStep(const Step &step, StepState state, const QString &text)
{
    const bool next = state == StepState::Next;
    step.text->setText(text);
    step.number->setText(state == StepState::Done ? u"✓"_s : QString::number(step.place));
    restyle(step.action, "kind", next ? u"primary"_s : u"normal"_s);
    step.action->setIcon(theme().icon(step.icon, next ? u"onAccent"_s : u"text"_s));
    restyle(step.card, "kind", next ? u"stepNext"_s : u"card"_s);
    restyle(step.number, "step", state == StepState::Done ? u"done"_s : next ? u"next"_s : u"later"_s);
    const QString words = state == StepState::Done ? tr("done") : next ? tr("next") : tr("later");
    step.card->setAccessibleName(u"%1, %2. %3"_s.arg(step.title->text(), words, text));
    step.action->setEnabled(state != StepState::Later);
}

QString WelcomePage::backlogWords() const
{
    const Liveness &database = session().database();
    switch (database.state) {
    case Liveness::State::Connected:
        return tr("It is ready: %1").arg(session().configuration().backlogUrl.section(u':', 1));
    case Liveness::State::Offline:
        return database.error ? database.error->text() : QString();
    case Liveness::State::Asking:
        break;
    }
    return tr("It is being opened: %1").arg(session().configuration().backlogUrl.section(u':', 1));
}

void WelcomePage::showSteps()
{
    const bool ready = session().database().state == Liveness::State::Connected;
    const bool configured = !session().configuration().environments.isEmpty();
    setStep(m_steps.at(0), ready ? StepState::Done : StepState::Next, backlogWords());
    setStep(m_steps.at(1),
            configured  ? StepState::Done
                : ready ? StepState::Next
                        : StepState::Later,
            tr("Address of a Camunda 7 engine and a user. The password goes to the system keychain."));
    setStep(m_steps.at(2), configured ? StepState::Next : StepState::Later,
            tr("The queue fills by itself once PROMETHEUS inserts items."));
    m_steps.at(2).action->setEnabled(ready);
}

void WelcomePage::refresh()
{
    session().testDatabaseNow();
}

void WelcomePage::lookForFirstRun()
{
    showSteps();
    if (!session().configuration().environments.isEmpty())
        return;
    m_task = inBackground(
        this,
        [services = session().services()](std::stop_token stop) { return services->backlog.list({.limit = 1}, stop); },
        [this](const Result<QList<contract::BacklogItem>> &items) {
            if (items && items->isEmpty())
                emit firstRunFound();
        });
}

} // namespace pipeline::ui
