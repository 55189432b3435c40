// SPDX-License-Identifier: Apache-2.0
#include "session.h"

#include "camunda/system.h"
#include "store/changewatch.h"
#include "store/database.h"

#include <QPointer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

namespace {

constexpr int DatabaseInterval = 5000;
constexpr int EngineInterval = 30000;

struct Answer {
    std::optional<Error> error;
    qint64 milliseconds = 0;
    QString detail;
};

bool isOutOfReach(const Error &error)
{
    return error.code != ErrorCode::Cancelled && error.code != ErrorCode::NotFound && error.code != ErrorCode::Conflict
        && error.code != ErrorCode::InvalidInput;
}

Answer askEngineOf(Services &services, const Environment &environment, std::stop_token stop)
{
    QElapsedTimer clock;
    clock.start();
    credentials::Secret secret;
    if (environment.authentication != Authentication::None) {
        auto read = services.credentials.read(environment.engineSecret(), stop);
        if (!read)
            return {read.error(), clock.elapsed(), {}};
        secret = read->value_or(credentials::Secret());
    }
    const camunda::EngineClient engine(services.http, environment, secret, {.attempts = 1});
    const auto version = camunda::engineVersion(engine, stop);
    if (!version)
        return {version.error(), clock.elapsed(), {}};
    return {{}, clock.elapsed(), *version};
}

} // namespace

Session::Session(configuration::Configuration configuration, Actor actor, Open open, Kind kind)
    : m_configuration(std::move(configuration)), m_actor(std::move(actor)), m_open(std::move(open)), m_kind(kind)
{
    m_environment = m_configuration.defaultEnvironment;
    if (m_environment.isEmpty() && !m_configuration.environments.isEmpty())
        m_environment = m_configuration.environments.first().name;
    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, this, &Session::countDown);
    m_databaseTimer.setInterval(DatabaseInterval);
    connect(&m_databaseTimer, &QTimer::timeout, this, &Session::askDatabase);
    m_engineTimer.setInterval(EngineInterval);
    connect(&m_engineTimer, &QTimer::timeout, this, &Session::askEngine);
}

Session::~Session() = default;

void Session::start()
{
    open();
    m_engineTimer.start();
}

void Session::open()
{
    m_opening = inBackground(
        this, [open = m_open](std::stop_token stop) { return open(stop); },
        [this](Result<std::shared_ptr<Services>> services) {
            if (!services) {
                setDatabase(services.error(), 0);
                return;
            }
            m_services = *services;
            m_watch = std::make_unique<store::ChangeWatch>(m_services->database.fileName(), [guard = QPointer(this)] {
                QMetaObject::invokeMethod(QCoreApplication::instance(), [guard] {
                    if (guard)
                        emit guard->backlogChanged();
                });
            });
            m_databaseTimer.start();
            emit opened();
            askDatabase();
            askEngine();
        });
}

std::optional<Environment> Session::environment() const
{
    const auto found = m_configuration.environment(m_environment);
    return found ? std::optional(*found) : std::nullopt;
}

void Session::chooseEnvironment(const QString &name)
{
    if (name == m_environment)
        return;
    m_environment = name;
    m_engine = {};
    emit environmentChanged();
    emit engineChanged();
    askEngine();
}

bool Session::isProduction(const QString &environment) const
{
    return !isSample() && std::ranges::any_of(m_configuration.environments, [&](const Environment &each) {
        return each.name == environment && each.production;
    });
}

QString Session::writeObstacle() const
{
    if (isSample())
        return tr("This is a sample: nothing is decided, changed or sent.");
    return isConnected() ? QString() : tr("The backlog database does not answer. Decisions wait for it.");
}

void Session::adopt(configuration::Configuration configuration)
{
    m_configuration = std::move(configuration);
    if (!environment())
        m_environment = m_configuration.environments.isEmpty() ? QString() : m_configuration.environments.first().name;
    m_engineTask.cancel(); // its answer is about the engine that was configured before
    m_engine = {};
    emit configurationChanged();
    emit environmentChanged();
    emit engineChanged();
    open(); // the services have the configuration they were opened with
}

void Session::testDatabaseNow()
{
    m_second.stop();
    if (m_services)
        askDatabase();
    else
        open();
}

void Session::testEngineNow()
{
    m_engine = {};
    emit engineChanged();
    askEngine();
}

void Session::noteDatabaseError(const Error &error)
{
    if (isOutOfReach(error) && m_database.state != Liveness::State::Offline)
        setDatabase(error, 0);
}

void Session::askDatabase()
{
    m_databaseTask = inBackground(
        this,
        [services = m_services](std::stop_token stop) {
            QElapsedTimer clock;
            clock.start();
            const auto read = services->backlog.list({.limit = 1}, stop);
            return Answer{read ? std::nullopt : std::optional(read.error()), clock.elapsed(), {}};
        },
        [this](const Answer &answer) { setDatabase(answer.error, answer.milliseconds); });
}

void Session::setDatabase(const std::optional<Error> &error, qint64 milliseconds)
{
    const auto state = error ? Liveness::State::Offline : Liveness::State::Connected;
    if (state != m_database.state)
        m_database.since = QDateTime::currentDateTime();
    m_database.state = state;
    m_database.error = error;
    if (error) {
        m_databaseTimer.stop();
        m_database.secondsToNextTry = qMin(60, 2 << qMin(m_failures++, 5));
        m_second.start();
    } else {
        m_failures = 0;
        m_second.stop();
        m_databaseTimer.start();
        m_database.milliseconds = milliseconds;
        m_database.lastAnswer = QDateTime::currentDateTime();
    }
    emit databaseChanged();
}

void Session::countDown()
{
    if (--m_database.secondsToNextTry > 0)
        emit databaseChanged();
    else
        testDatabaseNow();
}

void Session::askEngine()
{
    const auto chosen = environment();
    if (!m_services || !chosen || isSample())
        return;
    m_engineTask = inBackground(
        this,
        [services = m_services, environment = *chosen](std::stop_token stop) {
            return askEngineOf(*services, environment, stop);
        },
        [this](const Answer &answer) {
            const auto state = answer.error ? Liveness::State::Offline : Liveness::State::Connected;
            if (state != m_engine.state)
                m_engine.since = QDateTime::currentDateTime();
            m_engine.state = state;
            m_engine.error = answer.error;
            m_engine.milliseconds = answer.milliseconds;
            m_engine.detail = answer.detail;
            if (!answer.error)
                m_engine.lastAnswer = QDateTime::currentDateTime();
            emit engineChanged();
        });
}

} // namespace pipeline::ui
