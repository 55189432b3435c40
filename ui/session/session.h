// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services.h"

#include "ui/common/background.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QTimer>

#include <optional>

namespace pipeline::store {
class ChangeWatch;
}

namespace pipeline::ui {

/// How something that the console depends on answered last.
struct Liveness {
    enum class State { Asking, Connected, Offline };

    State state = State::Asking;
    QDateTime since = QDateTime::currentDateTime(); ///< of this state
    QDateTime lastAnswer; ///< invalid before the first
    qint64 milliseconds = 0; ///< of the last answer
    QString detail; ///< the engine's version
    std::optional<Error> error; ///< while offline
    int secondsToNextTry = 0; ///< while offline
};

/// What all pages share: the opened services, whether they answer, who sits here and the chosen environment.
///
/// It opens the backlog in the background and again after 2, 4, 8 … 60 s when that fails, asks database and engine
/// regularly, and says when the backlog has changed.
class Session : public QObject {
    Q_OBJECT

public:
    using Open = std::function<Result<std::shared_ptr<Services>>(std::stop_token)>;

    enum class Kind {
        Backlog,
        Sample, ///< to look around in: nothing is written, and no engine is asked
    };

    Session(configuration::Configuration configuration, Actor actor, Open open, Kind kind = Kind::Backlog);
    ~Session() override;

    void start();

    /// Nothing until the backlog was opened.
    std::shared_ptr<Services> services() const { return m_services; }
    const configuration::Configuration &configuration() const { return m_configuration; }
    const Actor &actor() const { return m_actor; }

    const Liveness &database() const { return m_database; }
    const Liveness &engine() const { return m_engine; }

    /// The chosen environment; nothing when none is configured.
    std::optional<Environment> environment() const;
    void chooseEnvironment(const QString &name);
    bool isProduction(const QString &environment) const;

    bool isSample() const { return m_kind == Kind::Sample; }
    bool isConnected() const { return m_database.state == Liveness::State::Connected; }
    bool isOffline() const { return m_database.state == Liveness::State::Offline; }

    /// Why nothing can be decided or changed now, for beside the control that would; empty when it can.
    QString writeObstacle() const;
    bool canWrite() const { return writeObstacle().isEmpty(); }

    /// After pipeline.toml was written; the services are opened again.
    void adopt(configuration::Configuration configuration);

    void testDatabaseNow();
    void testEngineNow();

    /// What a page's own call to the database gave: an error of reach takes the session offline.
    void noteDatabaseError(const Error &error);

signals:
    void opened();
    void backlogChanged();
    void databaseChanged();
    void engineChanged();
    void environmentChanged();
    void configurationChanged();

private:
    void open();
    void askDatabase();
    void askEngine();
    void setDatabase(const std::optional<Error> &error, qint64 milliseconds);
    void countDown();

    configuration::Configuration m_configuration;
    const Actor m_actor;
    const Open m_open;
    const Kind m_kind;
    std::shared_ptr<Services> m_services;
    std::unique_ptr<store::ChangeWatch> m_watch;
    Liveness m_database;
    Liveness m_engine;
    QString m_environment;
    int m_failures = 0;
    QTimer m_second;
    QTimer m_databaseTimer;
    QTimer m_engineTimer;
    Task m_opening;
    Task m_databaseTask;
    Task m_engineTask;
};

} // namespace pipeline::ui
