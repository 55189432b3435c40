// SPDX-License-Identifier: Apache-2.0
#include "faultserver.h"

#include <QSslServer>
#include <QSslSocket>
#include <QTcpServer>
#include <QTimer>

#include <sys/socket.h>

using namespace Qt::StringLiterals;

namespace pipeline::tests {
namespace {

QByteArray valueOf(const HeaderList &headers, const QByteArray &name)
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

/// The request that \a bytes begin with and its length, or nothing while some of it is missing.
std::optional<std::pair<ReceivedRequest, qsizetype>> parse(const QByteArray &bytes, bool withBody)
{
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    if (end < 0)
        return std::nullopt;
    QList<QByteArray> lines = bytes.first(end).replace("\r\n", "\n").split('\n');
    const QList<QByteArray> requestLine = lines.takeFirst().split(' ');

    ReceivedRequest request;
    request.method = requestLine.value(0);
    request.target = requestLine.value(1);
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':');
        request.headers << qMakePair(line.first(colon), line.sliced(colon + 1).trimmed());
    }
    const qsizetype length = withBody ? request.header("Content-Length").toLongLong() : 0;
    if (bytes.size() < end + 4 + length)
        return std::nullopt;
    request.body = bytes.sliced(end + 4, length);
    return std::pair(request, end + 4 + length);
}

/// Makes close() send a reset.
void setResetOnClose(QAbstractSocket *socket)
{
    const linger option{.l_onoff = 1, .l_linger = 0};
    setsockopt(static_cast<int>(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &option, sizeof option);
}

} // namespace

QByteArray ReceivedRequest::header(const QByteArray &name) const
{
    return valueOf(headers, name);
}

Answer Answer::json(const QByteArray &body, int status)
{
    return {.status = status, .headers = {{"Content-Type", "application/json"}}, .body = body};
}

Answer Answer::html(int status)
{
    return {.status = status,
            .headers = {{"Content-Type", "text/html;charset=utf-8"}},
            .body = "<!doctype html><html><body><h1>Status " + QByteArray::number(status) + "</h1></body></html>"};
}

QByteArray Answer::bytes() const
{
    QByteArray all;
    if (raw) {
        all = *raw;
    } else {
        all = "HTTP/1.1 " + QByteArray::number(status) + " Scripted\r\n";
        for (const auto &[key, value] : headers)
            all += key + ": " + value + "\r\n";
        if (valueOf(headers, "Content-Length").isEmpty() && valueOf(headers, "Transfer-Encoding").isEmpty())
            all += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
        all += "\r\n" + body;
    }
    return truncateAt ? all.first(std::min(*truncateAt, all.size())) : all;
}

/// The half of the server that lives on its thread.
class FaultServer::Listener : public QObject {
public:
    Listener(FaultServer *server, std::unique_ptr<QTcpServer> tcp) : m_server(server), m_tcp(tcp.release())
    {
        m_tcp->setParent(this);
        connect(m_tcp, &QTcpServer::pendingConnectionAvailable, this, [this] {
            while (QTcpSocket *socket = m_tcp->nextPendingConnection())
                accept(socket);
        });
    }

    quint16 listen()
    {
        m_tcp->listen(QHostAddress::LocalHost);
        return m_tcp->serverPort();
    }

private:
    void accept(QTcpSocket *socket)
    {
        {
            const std::lock_guard lock(m_server->m_mutex);
            socket->setProperty("number", ++m_server->m_connections);
            ++m_server->m_open;
        }
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            socket->deleteLater();
            const std::lock_guard lock(m_server->m_mutex);
            --m_server->m_open;
            m_server->m_changed.notify_all();
        });
        auto received = std::make_shared<QByteArray>();
        const auto read = [this, socket, received] {
            *received += socket->readAll();
            serve(socket, *received);
        };
        connect(socket, &QTcpSocket::readyRead, this, read);
        read();
    }

    void serve(QTcpSocket *socket, QByteArray &received)
    {
        if (socket->property("busy").toBool())
            return;
        if (received.startsWith('\x16')) { // TLS, to a server that does not speak it
            send(socket, {.status = 400, .ending = Answer::Ending::Close}, Answer{.status = 400}.bytes(), received);
            return;
        }
        std::unique_lock lock(m_server->m_mutex);
        const auto parsed = parse(received, !m_server->m_ignoresBodies);
        if (!parsed)
            return;
        auto [request, length] = *parsed;
        received.remove(0, length);
        request.connection = socket->property("number").toInt();
        m_server->m_requests << request;
        Answer answer = Answer::html(404);
        if (!m_server->m_queue.isEmpty()) {
            answer = m_server->m_queue.takeFirst();
        } else if (const Handler handler = m_server->m_handler) {
            lock.unlock();
            answer = handler(request);
            lock.lock();
        }
        m_server->m_changed.notify_all();
        lock.unlock();

        socket->setProperty("busy", true);
        QTimer::singleShot(answer.delay, socket,
                           [this, socket, answer, &received] { send(socket, answer, answer.bytes(), received); });
    }

    void send(QTcpSocket *socket, const Answer &answer, const QByteArray &bytes, QByteArray &received)
    {
        const bool dripping = answer.drip.count() > 0 && bytes.size() > 1;
        socket->write(dripping ? bytes.first(1) : bytes);
        socket->flush();
        if (dripping) {
            QTimer::singleShot(answer.drip, socket, [this, socket, answer, rest = bytes.sliced(1), &received] {
                send(socket, answer, rest, received);
            });
            return;
        }
        switch (answer.ending) {
        case Answer::Ending::KeepOpen:
            socket->setProperty("busy", false);
            serve(socket, received);
            break;
        case Answer::Ending::Close:
            socket->disconnectFromHost();
            break;
        case Answer::Ending::Reset:
            setResetOnClose(socket);
            socket->abort();
            break;
        }
    }

    FaultServer *const m_server;
    QTcpServer *const m_tcp;
};

FaultServer::FaultServer()
{
    start(std::make_unique<Listener>(this, std::make_unique<QTcpServer>()));
}

FaultServer::FaultServer(const QSslConfiguration &tls) : m_secure(true)
{
    auto server = std::make_unique<QSslServer>();
    server->setSslConfiguration(tls);
    start(std::make_unique<Listener>(this, std::move(server)));
}

FaultServer::~FaultServer()
{
    QMetaObject::invokeMethod(m_listener, [this] { delete m_listener; }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

void FaultServer::start(std::unique_ptr<Listener> listener)
{
    m_listener = listener.release();
    m_listener->moveToThread(&m_thread);
    m_thread.start();
    QMetaObject::invokeMethod(m_listener, [this] { m_port = m_listener->listen(); }, Qt::BlockingQueuedConnection);
}

QUrl FaultServer::url(const QString &path, const QString &host) const
{
    QUrl url;
    url.setScheme(m_secure ? u"https"_s : u"http"_s);
    url.setHost(host);
    url.setPort(m_port);
    url.setPath(path);
    return url;
}

void FaultServer::enqueue(Answer answer)
{
    const std::lock_guard lock(m_mutex);
    m_queue << std::move(answer);
}

void FaultServer::setHandler(Handler handler)
{
    const std::lock_guard lock(m_mutex);
    m_handler = std::move(handler);
}

void FaultServer::setIgnoresBodies(bool ignores)
{
    const std::lock_guard lock(m_mutex);
    m_ignoresBodies = ignores;
}

QList<ReceivedRequest> FaultServer::requests() const
{
    const std::lock_guard lock(m_mutex);
    return m_requests;
}

int FaultServer::connections() const
{
    const std::lock_guard lock(m_mutex);
    return m_connections;
}

bool FaultServer::waitForRequests(int count) const
{
    std::unique_lock lock(m_mutex);
    return m_changed.wait_for(lock, std::chrono::seconds(10), [&] { return m_requests.size() >= count; });
}

bool FaultServer::waitForNoConnection() const
{
    std::unique_lock lock(m_mutex);
    return m_changed.wait_for(lock, std::chrono::seconds(10), [&] { return m_open == 0; });
}

} // namespace pipeline::tests
