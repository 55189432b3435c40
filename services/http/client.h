// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/result.h"

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QUrl>

#include <chrono>
#include <memory>
#include <stop_token>

namespace pipeline::http {

using Header = QPair<QByteArray, QByteArray>;

/// Files that decide whom a TLS connection trusts and as whom it presents itself; all in PEM.
struct TlsFiles {
    QString caFile = {}; ///< trusted besides the system's own authorities
    QString clientCertificate = {};
    QString clientKey = {};

    bool operator==(const TlsFiles &) const = default;
};

struct Request {
    QByteArray method = "GET";
    QUrl url;
    QList<Header> headers = {};
    QByteArray body = {};
    std::chrono::milliseconds timeLimit = std::chrono::seconds(30); ///< for the whole exchange
    qint64 responseLimit = 64 * 1024 * 1024; ///< bytes
    TlsFiles tls = {};
};

struct Response {
    int status = 0;
    QList<Header> headers;
    QByteArray body;

    /// Value of the first header of that name, whatever its case; empty when there is none.
    QByteArray header(const QByteArray &name) const;
    bool isSuccess() const { return status >= 200 && status < 300; }
};

/// The one place that owns a QNetworkAccessManager, on a thread of its own, so that connections are kept alive.
///
/// May be used from any number of threads at once.
class Client {
public:
    Client();
    ~Client();
    Client(const Client &) = delete;
    Client &operator=(const Client &) = delete;

    /// Sends \a request and waits for the whole answer, whatever its status. Redirects are not followed.
    ///
    /// Errors: Unreachable (no such host, refused, connection lost), TimedOut, Cancelled, Refused (certificate not
    /// trusted or expired, answer larger than the limit), InvalidInput (unreadable TLS file, not http or https).
    /// Neither message nor detail holds a header, a user name or a password. Unless the server refused the connection
    /// or was not found, Unreachable and TimedOut leave open whether the request was processed; it was sent once at
    /// most, save for GET and HEAD. A chunked answer that breaks off may pass for a whole one: Qt does not always tell.
    Result<Response> send(const Request &request, std::stop_token stop);

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// How often and how patiently a transient failure is tried again.
struct Retry {
    int attempts = 3;
    std::chrono::milliseconds firstPause = std::chrono::seconds(1); ///< doubled for each further one
};

/// send(), again after a pause while the error is transient or the status is 502, 503 or 504. For requests that are
/// safe to repeat only. A 503's Retry-After (seconds, at most 30) replaces the pause.
Result<Response> sendRepeatedly(Client &client, const Request &request, const Retry &retry, std::stop_token stop);

/// Waits, unless \a stop comes first; false when it did.
bool sleepFor(std::chrono::milliseconds pause, std::stop_token stop);

} // namespace pipeline::http
