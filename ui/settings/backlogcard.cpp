// SPDX-License-Identifier: Apache-2.0
#include "backlogcard.h"

#include "ui/common/button.h"
#include "ui/common/theme.h"
#include "ui/session/session.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

BacklogCard::BacklogCard(Session &session, const Theme &theme, QWidget *parent)
    : SettingsCard(theme, u"db"_s, tr("Backlog"), tr("from pipeline.toml"), parent),
      m_session(session),
      m_icon(stateIcon(theme, u"queued"_s, u"idle"_s)),
      m_state(new QLabel(this))
{
    auto *where = new QLabel(tr("This computer"), this);
    where->setProperty("look", u"strong"_s);
    addRow(tr("Kept on"), where, tr("One file. Names are declared."));
    auto *address = new QLineEdit(session.configuration().backlogUrl, this);
    address->setReadOnly(true);
    address->setFont(theme.font(TextStyle::Mono));
    address->setCursorPosition(0);
    addRow(tr("Address"), address);

    auto *state = new QWidget(this);
    auto *row = new QHBoxLayout(state);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_icon);
    m_state->setWordWrap(true);
    row->addWidget(m_state, 1);
    auto *test = new Button(theme, tr("Test now"), Button::Kind::Normal, state);
    test->setThemeIcon(u"plug"_s);
    row->addWidget(test);
    addRow(tr("State"), state);
    connect(test, &QPushButton::clicked, &session, &Session::testDatabaseNow);
    connect(&session, &Session::databaseChanged, this, &BacklogCard::showState);
    connect(&session, &Session::configurationChanged, address,
            [address, &session] { address->setText(session.configuration().backlogUrl); });
    showState();
}

void BacklogCard::showState()
{
    const Liveness &database = m_session.database();
    QString icon = u"queued"_s;
    QString tone = u"idle"_s;
    QString words = tr("asking");
    if (database.state == Liveness::State::Connected) {
        icon = u"ok"_s;
        tone = u"okay"_s;
        words = tr("Connected, %1 ms").arg(QLocale().toString(database.milliseconds));
    } else if (database.state == Liveness::State::Offline && database.error) {
        icon = u"unplug"_s;
        tone = u"wait"_s;
        words = u"%1 %2"_s.arg(database.error->message, database.error->hint).trimmed();
    }
    m_icon->setPixmap(theme().icon(icon, tone).pixmap(theme().size(u"size.icon"_s)));
    m_state->setText(words);
}

} // namespace pipeline::ui
