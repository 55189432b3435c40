// SPDX-License-Identifier: Apache-2.0
#include "consolelog.h"

#include "ui/session/localrunner.h"
#include "ui/session/preferences.h"
#include "ui/session/session.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QStandardPaths>
#include <QSysInfo>

using namespace Qt::StringLiterals;

namespace pipeline::app {

namespace {

// Qt hands its messages to a function, which has nothing of its own to find the log by.
logs::LogFolder *messagesTo = nullptr;
QtMessageHandler handlerBefore = nullptr;

void noteMessage(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    if (type != QtDebugMsg && type != QtInfoMsg)
        messagesTo->write(type == QtWarningMsg ? Severity::Warning : Severity::Error, u"qt"_s, text);
    handlerBefore(type, context, text);
}

Severity severityOf(const events::Event &event)
{
    const QString word = event.payload["severity"_L1].toString();
    if (word == "error"_L1 || event.payload["status"_L1] == "failed"_L1 || event.payload["estado"_L1] == "falhou"_L1)
        return Severity::Error;
    return word == "warn"_L1 || event.kind == "postponed"_L1 ? Severity::Warning : Severity::Info;
}

} // namespace

ConsoleLog::ConsoleLog(const ui::Session &session, const ui::LocalRunner &runner)
    : m_folder(QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + "/logs"_L1,
               ui::preferences::logLimits())
{
    m_folder.write(Severity::Info, u"console"_s,
                   u"Prometheus Pipeline %1 begins, Qt %2, %3"_s.arg(
                       QStringLiteral(PIPELINE_VERSION), QLatin1StringView(qVersion()), QSysInfo::prettyProductName()));
    messagesTo = &m_folder;
    handlerBefore = qInstallMessageHandler(noteMessage);
    connect(&runner, &ui::LocalRunner::heard, this, &ConsoleLog::noteEvent);
    connect(&session, &ui::Session::databaseChanged, this,
            [this, &session] { noteLiveness(u"backlog"_s, session.database(), m_databaseLost); });
    connect(&session, &ui::Session::engineChanged, this,
            [this, &session] { noteLiveness(u"engine"_s, session.engine(), m_engineLost); });
}

ConsoleLog::~ConsoleLog()
{
    qInstallMessageHandler(handlerBefore);
}

void ConsoleLog::noteNotice(const ui::Notice &notice)
{
    const Severity severity = notice.tone == "fail"_L1 ? Severity::Error
        : notice.tone == "wait"_L1                     ? Severity::Warning
                                                       : Severity::Info;
    m_folder.write(severity, u"notice"_s, notice.title + u": "_s + notice.text);
}

void ConsoleLog::noteEvent(const events::Event &event)
{
    if (event.kind != "progress"_L1)
        m_folder.write(severityOf(event), u"runner"_s,
                       QString::fromUtf8(QJsonDocument(event.toJson()).toJson(QJsonDocument::Compact)));
}

void ConsoleLog::noteLiveness(const QString &what, const ui::Liveness &liveness, bool &lost)
{
    const bool offline = liveness.state == ui::Liveness::State::Offline;
    if (liveness.state == ui::Liveness::State::Asking || offline == lost)
        return;
    lost = offline;
    m_folder.write(offline ? Severity::Error : Severity::Info, what,
                   liveness.error ? liveness.error->text() : u"answers again"_s);
}

} // namespace pipeline::app
