// SPDX-License-Identifier: Apache-2.0
#include "client.h"

#include "exchange.h"
#include "failure.h"

#include <QThread>

using namespace Qt::StringLiterals;

namespace pipeline::http {

/// The network thread.
class Client::Private {
public:
    QThread thread;
    Network *network = nullptr;
};

Client::Client() : d(std::make_unique<Private>())
{
    d->thread.setObjectName(u"network"_s);
    d->network = new Network;
    d->network->moveToThread(&d->thread);
    d->thread.start();
}

Client::~Client()
{
    d->network->deleteLater();
    d->thread.quit();
    d->thread.wait();
}

Result<Response> Client::send(const Request &request, std::stop_token stop)
{
    if (const Result<void> possible = checkRequest(request); !possible)
        return fail(possible.error());
    const Result<TlsSetup> setup = readTlsFiles(request.tls);
    if (!setup)
        return fail(setup.error());

    std::optional<Result<Response>> outcome;
    if (!stop.stop_requested()) {
        auto *exchange = new Exchange(request, *setup, *d->network);
        QMetaObject::invokeMethod(exchange, &Exchange::start, Qt::QueuedConnection);
        outcome = exchange->wait(stop);
        exchange->deleteLater(); // on its thread; that also breaks off what is under way
    }
    if (!outcome)
        return fail(ErrorCode::Cancelled, u"Stopped while waiting for %1"_s.arg(request.url.host()));
    return *std::move(outcome);
}

QByteArray Response::header(const QByteArray &name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

} // namespace pipeline::http
