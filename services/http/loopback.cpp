// SPDX-License-Identifier: Apache-2.0
#include "loopback.h"

#include <QHostAddress>

using namespace Qt::StringLiterals;

namespace pipeline::http {

bool isLoopback(const QString &host)
{
    return host.compare("localhost"_L1, Qt::CaseInsensitive) == 0 || host.endsWith(".localhost"_L1, Qt::CaseInsensitive)
        || QHostAddress(host).isLoopback();
}

bool isExposed(const QUrl &url)
{
    return url.scheme() == "http"_L1 && !isLoopback(url.host());
}

} // namespace pipeline::http
