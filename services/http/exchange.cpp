// SPDX-License-Identifier: Apache-2.0
#include "exchange.h"

#include "failure.h"

#include <QNetworkAccessManager>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pipeline::http {
namespace {

/// A body that cannot be rewound. A QNetworkAccessManager silently sends a request again when the connection dies
/// before the answer, unless it has a body that it cannot read a second time.
class BodyReadOnce : public QIODevice {
public:
    BodyReadOnce(QByteArray bytes, QObject *parent) : QIODevice(parent), m_bytes(std::move(bytes))
    {
        open(ReadOnly | Unbuffered);
    }

    bool isSequential() const override { return true; }
    bool reset() override { return false; }
    bool atEnd() const override { return bytesAvailable() == 0; }
    qint64 bytesAvailable() const override { return m_bytes.size() - m_position; }

protected:
    qint64 readData(char *data, qint64 size) override
    {
        const qint64 count = std::min(size, bytesAvailable());
        std::copy_n(m_bytes.cbegin() + m_position, count, data);
        m_position += count;
        return count;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    const QByteArray m_bytes;
    qint64 m_position = 0;
};

/// Whether Qt only means the status by it.
bool isStatus(QNetworkReply::NetworkError error)
{
    return error == QNetworkReply::NoError || error == QNetworkReply::ProxyAuthenticationRequiredError
        || error == QNetworkReply::ProtocolInvalidOperationError // 400
        || (error >= QNetworkReply::ContentAccessDenied && error <= QNetworkReply::UnknownContentError
            && error != QNetworkReply::ContentReSendError)
        || (error >= QNetworkReply::InternalServerError && error <= QNetworkReply::UnknownServerError);
}

} // namespace

Exchange::Exchange(Request request, TlsSetup setup, Network &network)
    : m_request(std::move(request)), m_setup(std::move(setup)), m_network(network), m_timer(this)
{
    moveToThread(network.thread());
}

Exchange::~Exchange()
{
    if (m_reply) {
        m_reply->disconnect(this);
        delete m_reply;
    }
}

void Exchange::start()
{
    m_reply = send();
    connect(m_reply, &QNetworkReply::sslErrors, this, [this](const auto &errors) { m_certificateErrors = errors; });
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &Exchange::read);
    connect(m_reply, &QNetworkReply::readyRead, this, &Exchange::read);
    connect(m_reply, &QNetworkReply::finished, this, &Exchange::finish);
    connect(&m_timer, &QTimer::timeout, this, [this] { settle(fail(timeLimitError(m_request))); });
    m_timer.setSingleShot(true);
    m_timer.start(m_request.timeLimit);
}

QNetworkReply *Exchange::send()
{
    const Network::Session &session = m_network.session(m_setup);
    QNetworkRequest request(m_request.url);
    request.setSslConfiguration(session.tls);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setRawHeader("User-Agent", "prometheus-pipeline/" PIPELINE_VERSION);
    // Bodies are compared byte by byte, and an unpacked one could be larger than the limit.
    request.setRawHeader("Accept-Encoding", "identity");
    for (const auto &[name, value] : m_request.headers)
        request.setRawHeader(name, value);
    if (m_request.method == "GET")
        return session.manager->get(request);
    if (m_request.method == "HEAD")
        return session.manager->head(request);

    // A connection of its own: a kept one may be dying, and then the request could not be sent a second time.
    request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    request.setHeader(QNetworkRequest::ContentLengthHeader, m_request.body.size());
    return Network::newManager(this)->sendCustomRequest(request, m_request.method,
                                                        new BodyReadOnce(m_request.body, this));
}

void Exchange::read()
{
    m_body += m_reply->readAll();
    if (std::max<qint64>(announcedSize(), m_body.size()) > m_request.responseLimit)
        settle(fail(tooLargeError(m_request)));
}

void Exchange::finish()
{
    read();
    const QNetworkReply::NetworkError error = m_reply->error();
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    // Qt would send the body to the other address, and cannot.
    const bool isRedirect = error == QNetworkReply::ContentReSendError && (status == 307 || status == 308);
    // Qt takes an error page for whole however short it is.
    const bool isWhole = isRedirect || (status != 0 && isStatus(error) && m_body.size() >= announcedSize());
    if (!isWhole) {
        settle(fail(networkError(m_request,
                                 {.error = error,
                                  .words = m_reply->errorString(),
                                  .certificateErrors = m_certificateErrors,
                                  .answering = status != 0})));
        return;
    }
    settle(Response{.status = status, .headers = m_reply->rawHeaderPairs(), .body = std::move(m_body)});
}

qint64 Exchange::announcedSize() const
{
    return m_request.method == "HEAD" ? 0 : m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong();
}

void Exchange::settle(Result<Response> outcome)
{
    m_timer.stop();
    {
        const std::lock_guard lock(m_mutex);
        if (m_outcome)
            return;
        m_outcome = std::move(outcome);
    }
    m_settled.notify_all();
}

std::optional<Result<Response>> Exchange::wait(std::stop_token stop)
{
    std::unique_lock lock(m_mutex);
    if (!m_settled.wait(lock, stop, [this] { return m_outcome.has_value(); }))
        return std::nullopt;
    return std::move(m_outcome);
}

} // namespace pipeline::http
