// SPDX-License-Identifier: Apache-2.0
#include "secretrow.h"

#include "secretdialog.h"

#include "administration/administration.h"
#include "ui/common/badge.h"
#include "ui/common/button.h"
#include "ui/common/question.h"
#include "ui/common/theme.h"
#include "ui/session/session.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>

using namespace Qt::StringLiterals;
using pipeline::administration::Administration;

namespace pipeline::ui {

SecretRow::SecretRow(Session &session, const Theme &theme, QWidget *parent)
    : QWidget(parent),
      m_session(session),
      m_theme(theme),
      m_state(new Badge(theme, this)),
      m_facts(new QLabel(this)),
      m_change(new Button(theme, {}, Button::Kind::Normal, this)),
      m_remove(new Button(theme, tr("Remove"), Button::Kind::Flat, this))
{
    m_facts->setProperty("look", u"secondary"_s);
    m_facts->setWordWrap(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme.size(u"space.s"_s));
    row->addWidget(m_state);
    row->addWidget(m_facts, 1);
    row->addWidget(m_change);
    row->addWidget(m_remove);
    connect(m_change, &QPushButton::clicked, this, [this] { m_unreadable ? ask() : enter(); });
    connect(m_remove, &QPushButton::clicked, this, &SecretRow::remove);
}

void SecretRow::show(const QString &name, const QString &what, const QString &hint)
{
    m_name = name;
    m_what = what;
    m_hint = hint;
    ask();
}

void SecretRow::showUnsaved()
{
    m_source = {};
    m_since = {};
    m_state->set(u"key"_s, tr("Not in the keychain"), u"idle"_s);
    m_facts->setText(tr("Save the environment first"));
    setActions({}, false);
}

void SecretRow::ask()
{
    const auto services = m_session.services();
    m_since = {};
    m_facts->clear();
    setActions({}, false);
    m_state->set(u"queued"_s, tr("Asking the keychain"), u"idle"_s);
    if (!services)
        return;
    m_source = inBackground(
        this, [services, name = m_name](std::stop_token stop) { return services->credentials.source(name, stop); },
        [this](const Result<QString> &source) { showAnswer(source); });
}

void SecretRow::showAnswer(const Result<QString> &source)
{
    m_unreadable = !source;
    m_state->setToolTip(source ? QString() : source.error().text());
    if (!source) {
        const bool locked = source.error().detail.contains("locked"_L1) || source.error().message.contains("locked"_L1);
        m_state->set(u"lock"_s, locked ? tr("Keychain locked") : tr("Keychain out of reach"), u"wait"_s);
        m_facts->setText(locked ? tr("Unlock it in the desktop session") : source.error().detail);
        setActions(tr("Try again"), false);
    } else if (source->isEmpty()) {
        m_state->set(u"key"_s, tr("Not in the keychain"), u"wait"_s);
        m_facts->setText(m_hint);
        setActions(tr("Enter secret…"), false);
    } else if (*source == "system keychain"_L1) {
        m_state->set(u"lock"_s, tr("In the system keychain"), u"okay"_s);
        setActions(tr("Replace…"), true);
        askSince();
    } else {
        m_state->set(u"lock"_s, tr("From %1").arg(*source), u"okay"_s);
        m_facts->setText(tr("It comes before the keychain, and is changed where it was set."));
        setActions({}, false);
    }
}

/// The journal knows who stored it and when; a secret that was stored by other means has no entry.
void SecretRow::askSince()
{
    m_since = inBackground(
        this,
        [services = m_session.services(), actor = m_session.actor(), name = m_name](std::stop_token stop) {
            return Administration(services->database, actor).lastStored(name, stop);
        },
        [this](const Result<std::optional<audit::Entry>> &entry) {
            if (entry && *entry)
                m_facts->setText(tr("saved %1 by %2")
                                     .arg(QLocale().toString((*entry)->at.toLocalTime().date(), QLocale::ShortFormat),
                                          (*entry)->actor.name));
        });
}

void SecretRow::enter()
{
    auto *dialog = new SecretDialog(m_theme, m_what, m_name, window());
    connect(dialog, &SecretDialog::entered, this, &SecretRow::store);
    dialog->open();
}

void SecretRow::store(const credentials::Secret &secret)
{
    m_act = inBackground(
        this,
        [services = m_session.services(), actor = m_session.actor(), name = m_name, secret](std::stop_token stop) {
            return Administration(services->database, actor).setCredential(services->credentials, name, secret, stop);
        },
        [this](const Result<void> &result) { acted(result); });
    m_state->set(u"queued"_s, tr("Asking the keychain"), u"idle"_s);
    setActions({}, false);
}

void SecretRow::remove()
{
    ui::ask(
        this, tr("Remove %1?").arg(m_name),
        tr("It is taken out of the system keychain of this user. Runs that need it wait until it is stored again."),
        {{tr("Remove from the keychain"),
          [this] {
              m_act = inBackground(
                  this,
                  [services = m_session.services(), actor = m_session.actor(), name = m_name](std::stop_token stop) {
                      return Administration(services->database, actor)
                          .removeCredential(services->credentials, name, stop);
                  },
                  [this](const Result<void> &result) { acted(result); });
          },
          true},
         {tr("Keep it")}});
}

void SecretRow::acted(const Result<void> &result)
{
    ask();
    if (result)
        emit stored();
    else
        emit failed(result.error());
}

void SecretRow::setActions(const QString &change, bool removable)
{
    m_change->setText(change);
    m_change->setVisible(!change.isEmpty());
    m_change->setAccessibleName(change.isEmpty() ? m_what : u"%1 %2"_s.arg(change, m_what));
    m_remove->setVisible(removable);
    m_remove->setAccessibleName(tr("Remove %1").arg(m_what));
}

} // namespace pipeline::ui
