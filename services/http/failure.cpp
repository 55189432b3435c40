// SPDX-License-Identifier: Apache-2.0
#include "failure.h"

#include "tlssetup.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pipeline::http {
namespace {

/// Scheme, host and port: what a person needs, and never a path or query that could hold a token.
QString origin(const QUrl &url)
{
    return url.toString(QUrl::RemoveUserInfo | QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment);
}

QString unknownOutcome()
{
    return u"It is unknown whether the request was processed"_s;
}

Error unreachable(const QString &message, const QString &detail, const QString &hint = {})
{
    return {ErrorCode::Unreachable, message, detail, hint};
}

} // namespace

Error networkError(const Request &request, const Failure &failure)
{
    const QString server = origin(request.url);
    const QString host = request.url.host();
    switch (failure.error) {
    case QNetworkReply::ConnectionRefusedError:
        return unreachable(u"%1 refuses the connection"_s.arg(server), u"Nothing listens on that port"_s,
                           u"Start the server, or correct the address"_s);
    case QNetworkReply::HostNotFoundError:
        return unreachable(u"The host %1 cannot be found"_s.arg(host), u"No name server knows it"_s,
                           u"Correct the address, or check the network"_s);
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
        return unreachable(u"%1 cannot be reached through the proxy"_s.arg(server), failure.words,
                           u"Check http_proxy, https_proxy and no_proxy"_s);
    case QNetworkReply::SslHandshakeFailedError:
        if (failure.certificateErrors.isEmpty()) {
            return {ErrorCode::Refused, u"%1: no TLS connection could be made"_s.arg(server), failure.words,
                    u"Check that the server speaks TLS on this port, and whether it wants a client_certificate"_s};
        }
        return {ErrorCode::Refused, u"%1: the server's certificate is not accepted"_s.arg(server),
                u"The certificate: "_s + certificateProblems(failure.certificateErrors, host),
                u"Have it renewed, or name the authority that signed it in ca_file"_s};
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
        return unreachable(u"%1 does not answer in HTTP"_s.arg(server), failure.words,
                           u"Check the port, and whether the address begins with http or https"_s);
    default:
        break;
    }
    if (failure.answering)
        return unreachable(u"%1 broke off in the middle of its answer"_s.arg(server), unknownOutcome());
    if (failure.error == QNetworkReply::RemoteHostClosedError || failure.error == QNetworkReply::ContentReSendError) {
        const bool mayMissCertificate = request.url.scheme() == "https"_L1 && request.tls.clientCertificate.isEmpty();
        return unreachable(u"%1 closed the connection before it answered"_s.arg(server), unknownOutcome(),
                           mayMissCertificate
                               ? u"If it does so again, it may want a client_certificate"_s
                               : u"If it does so again, something else may listen there: check the address"_s);
    }
    return unreachable(u"%1 cannot be reached"_s.arg(server), failure.words);
}

Error timeLimitError(const Request &request)
{
    const QString seconds = QString::number(double(request.timeLimit.count()) / 1000);
    return {ErrorCode::TimedOut, u"%1 did not answer within %2 s"_s.arg(origin(request.url), seconds), unknownOutcome(),
            u"See whether it hangs or is overloaded, then try again"_s};
}

Error tooLargeError(const Request &request)
{
    return {ErrorCode::Refused,
            u"%1 answers with more than %2 bytes"_s.arg(origin(request.url)).arg(request.responseLimit),
            u"The answer was not read to its end"_s,
            {}};
}

Result<void> checkRequest(const Request &request)
{
    const QUrl &url = request.url;
    if ((url.scheme() != "http"_L1 && url.scheme() != "https"_L1) || url.host().isEmpty()) {
        return fail(ErrorCode::InvalidInput,
                    u"“%1” is not an address that begins with http:// or https:// and names a host"_s.arg(
                        url.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery)));
    }
    if (!url.userInfo().isEmpty()) {
        return fail(ErrorCode::InvalidInput, u"The address of %1 holds a user name or password"_s.arg(origin(url)), {},
                    u"Take it out; credentials have their own place"_s);
    }
    const auto breaksLine = [](const Header &header) {
        return std::ranges::any_of(header.first + header.second,
                                   [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
    };
    const auto bad = std::ranges::find_if(request.headers, breaksLine);
    if (bad != request.headers.end()) {
        return fail(ErrorCode::InvalidInput,
                    u"The header %1 holds a line break"_s.arg(QString::fromLatin1(bad->first.simplified())));
    }
    return {};
}

} // namespace pipeline::http
