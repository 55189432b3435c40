// SPDX-License-Identifier: Apache-2.0
#include "readinessline.h"

#include "ui/common/button.h"
#include "ui/common/flowlayout.h"
#include "ui/common/theme.h"
#include "ui/session/localrunner.h"
#include "ui/session/session.h"

#include <QHBoxLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

ReadinessLine::ReadinessLine(Session &session, const Theme &theme, LocalRunner &runner, QWidget *parent)
    : QFrame(parent),
      m_session(session),
      m_theme(theme),
      m_runner(runner),
      m_turnOn(new Button(theme, tr("Turn on here…"), Button::Kind::Normal, this))
{
    setProperty("kind", u"footer"_s);
    auto *row = new QHBoxLayout(this);
    const int margin = theme.size(u"space.pageMargin"_s);
    row->setContentsMargins(margin, theme.size(u"space.s"_s), margin, theme.size(u"space.s"_s));
    auto *signs = new FlowLayout;
    signs->setSpacing(theme.size(u"space.l"_s));
    row->addLayout(signs, 1);
    row->setAlignment(signs, Qt::AlignVCenter);
    for (Sign *sign : {&m_backlogSign, &m_engineSign, &m_runnerSign}) {
        *sign = addSign();
        signs->addWidget(sign->words->parentWidget());
    }
    m_turnOn->setThemeIcon(u"run"_s);
    m_turnOn->setToolTip(tr("Shows what a runner here would need and do"));
    row->addWidget(m_turnOn);
    connect(m_turnOn, &QPushButton::clicked, this, &ReadinessLine::runnerRequested);
    connect(&session, &Session::databaseChanged, this, &ReadinessLine::showAll);
    connect(&session, &Session::engineChanged, this, &ReadinessLine::showAll);
    connect(&session, &Session::environmentChanged, this, &ReadinessLine::showAll);
    connect(&runner, &LocalRunner::changed, this, &ReadinessLine::showAll);
    showAll();
}

ReadinessLine::Sign ReadinessLine::addSign()
{
    auto *both = new QWidget(this);
    auto *row = new QHBoxLayout(both);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(m_theme.size(u"space.s"_s));
    const Sign sign{new QLabel(both), new QLabel(both)};
    row->addWidget(sign.icon);
    row->addWidget(sign.words);
    return sign;
}

void ReadinessLine::show(const Sign &sign, const QString &icon, const QString &tone, const QString &words) const
{
    sign.icon->setPixmap(m_theme.icon(icon, tone).pixmap(m_theme.size(u"size.iconSmall"_s)));
    sign.words->setText(words);
}

void ReadinessLine::showEngine()
{
    const std::optional<Environment> environment = m_session.environment();
    if (!environment) {
        show(m_engineSign, u"warn"_s, u"wait"_s, tr("No environment, nothing can be deployed"));
        return;
    }
    switch (m_session.engine().state) {
    case Liveness::State::Asking:
        show(m_engineSign, u"queued"_s, u"idle"_s, tr("%1 is being asked").arg(environment->name));
        break;
    case Liveness::State::Connected:
        show(m_engineSign, u"ok"_s, u"okay"_s, tr("%1 ready").arg(environment->name));
        break;
    case Liveness::State::Offline:
        show(m_engineSign, u"unplug"_s, u"wait"_s, tr("%1 does not answer").arg(environment->name));
        break;
    }
}

void ReadinessLine::showRunner()
{
    m_turnOn->setVisible(!m_runner.isOn());
    if (m_runner.isOn())
        show(m_runnerSign, m_runner.icon(), m_runner.tone(), tr("Runner on this computer: %1").arg(m_runner.words()));
    else
        show(m_runnerSign, u"warn"_s, u"wait"_s, tr("No runner on this computer, items would wait for another one"));
}

void ReadinessLine::showAll()
{
    if (m_session.isConnected())
        show(m_backlogSign, u"ok"_s, u"okay"_s, tr("Backlog ready"));
    else
        show(m_backlogSign, u"unplug"_s, u"wait"_s, tr("The backlog does not answer"));
    showEngine();
    showRunner();
}

} // namespace pipeline::ui
