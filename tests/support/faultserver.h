// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QSslConfiguration>
#include <QThread>
#include <QUrl>

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>

namespace pipeline::tests {

using HeaderList = QList<QPair<QByteArray, QByteArray>>;

/// What a client put on the wire.
struct ReceivedRequest {
    QByteArray method;
    QByteArray target; ///< as in the request line, with the query
    HeaderList headers;
    QByteArray body;
    int connection = 0; ///< from 1, in the order of arrival

    /// Value of the first header of that name, whatever its case.
    QByteArray header(const QByteArray &name) const;
    QByteArray path() const { return target.split('?').first(); }
};

/// What the server answers to one request, and how it fails in doing so.
struct Answer {
    enum class Ending {
        KeepOpen, ///< waits for the next request
        Close, ///< closes in good order
        Reset, ///< sends a TCP reset
    };

    int status = 200;
    HeaderList headers = {}; ///< Content-Length is added unless it is here
    QByteArray body = {};
    std::optional<QByteArray> raw = {}; ///< these very bytes in place of status, headers and body
    std::chrono::milliseconds delay = {}; ///< before the first byte
    std::optional<qsizetype> truncateAt = {}; ///< only so many bytes are sent
    std::chrono::milliseconds drip = {}; ///< pause after each byte
    Ending ending = Ending::KeepOpen;

    static Answer json(const QByteArray &body, int status = 200);
    static Answer html(int status);
    static Answer silence() { return {.raw = QByteArray()}; }
    static Answer closed() { return {.raw = QByteArray(), .ending = Ending::Close}; }
    static Answer reset() { return {.raw = QByteArray(), .ending = Ending::Reset}; }

    QByteArray bytes() const;
};

/// An HTTP server on a real socket of 127.0.0.1 that answers by a script and remembers every request.
///
/// Answers come from the queue, then from the handler; a request that neither covers gets a 404. It runs on a
/// thread of its own, so that a test may block on its client.
class FaultServer {
public:
    using Handler = std::function<Answer(const ReceivedRequest &)>;

    FaultServer();
    /// Speaks TLS.
    explicit FaultServer(const QSslConfiguration &tls);
    ~FaultServer();
    FaultServer(const FaultServer &) = delete;
    FaultServer &operator=(const FaultServer &) = delete;

    quint16 port() const { return m_port; }
    QUrl url(const QString &path = {}, const QString &host = QStringLiteral("127.0.0.1")) const;

    /// Answers the next request that is not yet covered.
    void enqueue(Answer answer);
    /// Runs on the server's thread.
    void setHandler(Handler handler);
    /// Answers as soon as the headers are there, without taking the body.
    void setIgnoresBodies(bool ignores);

    QList<ReceivedRequest> requests() const;
    int connections() const;

    /// Waits until so many requests have come; false when they do not within ten seconds.
    bool waitForRequests(int count) const;
    /// Waits until no client is connected; false when one is after ten seconds.
    bool waitForNoConnection() const;

private:
    class Listener;
    friend class Listener;

    void start(std::unique_ptr<Listener> listener);

    mutable std::mutex m_mutex;
    mutable std::condition_variable m_changed;
    QList<Answer> m_queue;
    Handler m_handler;
    bool m_ignoresBodies = false;
    QList<ReceivedRequest> m_requests;
    int m_connections = 0;
    int m_open = 0;

    bool m_secure = false;
    quint16 m_port = 0;
    QThread m_thread;
    Listener *m_listener = nullptr;
};

} // namespace pipeline::tests
