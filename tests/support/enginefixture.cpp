// SPDX-License-Identifier: Apache-2.0
#include "enginefixture.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QUuid>

#include <csignal>

using namespace Qt::StringLiterals;

namespace pipeline::tests {

EngineFixture::EngineFixture()
{
    m_url = QUrl(qEnvironmentVariable("PIPELINE_TEST_ENGINE"));
    if (!m_url.isEmpty())
        return;
    const QString name = qEnvironmentVariable("PIPELINE_TEST_ENGINE_FILE");
    QFile shared(name);
    if (!name.isEmpty() && shared.open(QIODevice::ReadOnly))
        adopt(shared.readAll());
    else
        startOwn();
}

EngineFixture::~EngineFixture()
{
    if (m_ownPid > 0)
        kill(-m_ownPid, SIGKILL); // it leads a process group of its own
}

Environment EngineFixture::environment() const
{
    Environment environment;
    environment.name = u"teste"_s;
    environment.engine = m_url;
    environment.authentication = Authentication::Basic;
    environment.user = u"demo"_s;
    return environment;
}

QString EngineFixture::unique(const QString &prefix)
{
    return prefix + u'_' + QUuid::createUuid().toString(QUuid::Id128).first(12);
}

void EngineFixture::adopt(const QByteArray &json)
{
    m_url = QUrl(QJsonDocument::fromJson(json).object().value("url"_L1).toString());
    if (m_url.isEmpty())
        m_problem = u"the engine's start script printed no address"_s;
}

void EngineFixture::startOwn()
{
    QProcess start;
    start.start(QStringLiteral(ENGINE_START_SCRIPT), {u"camunda"_s, u"0"_s});
    if (!start.waitForFinished(600'000) || start.exitStatus() != QProcess::NormalExit || start.exitCode() != 0) {
        m_problem = u"no engine: "_s + QString::fromUtf8(start.readAllStandardError().trimmed());
        return;
    }
    const QByteArray json = start.readAllStandardOutput();
    m_ownPid = QJsonDocument::fromJson(json).object().value("pid"_L1).toInt();
    adopt(json);
}

} // namespace pipeline::tests
