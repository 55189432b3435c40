// SPDX-License-Identifier: Apache-2.0
#include "offlinenote.h"

#include "ui/session/session.h"

using namespace Qt::StringLiterals;

namespace pipeline::ui {

OfflineNote::OfflineNote(Session &session, const Theme &theme, QString consequence, QWidget *parent)
    : Note(theme, parent), m_session(session), m_consequence(std::move(consequence))
{
    setAction(tr("Try now"));
    connect(this, &Note::actionTriggered, &session, &Session::testDatabaseNow);
    connect(&session, &Session::databaseChanged, this, &OfflineNote::tell);
    tell();
}

void OfflineNote::tell()
{
    setVisible(m_session.isOffline());
    if (!m_session.isOffline())
        return;
    const Liveness &database = m_session.database();
    QStringList parts{tr("<b>No connection to the backlog database.</b>")};
    if (database.lastAnswer.isValid())
        parts << tr("You see the state of %1.").arg(database.lastAnswer.toString(u"HH:mm:ss"_s));
    parts << tr("Next try in %1 s.").arg(database.secondsToNextTry) << m_consequence;
    set(u"wait"_s, u"unplug"_s, parts.join(u' ').trimmed());
}

} // namespace pipeline::ui
