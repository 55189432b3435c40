// SPDX-License-Identifier: Apache-2.0
#include "workerhealth.h"

#include "deploystage.h"

#include <QDeadlineTimer>

using namespace Qt::StringLiterals;

namespace pipeline::runner {

Result<Finished> checkWorkerHealth(const Environment &environment, http::Client &http, const QUrl &url,
                                   std::stop_token stop)
{
    http::Request request{.url = url, .timeLimit = std::chrono::seconds(10)};
    request.tls = {environment.caFile, environment.clientCertificate, environment.clientKey};
    if (const auto isProtected = requireProtected(environment, url); !isProtected)
        return fail(isProtected.error());
    const QDeadlineTimer deadline(std::chrono::seconds(environment.settleSeconds));
    while (true) {
        const auto response = http.send(request, stop);
        if (!response && response.error().code == ErrorCode::Cancelled)
            return fail(response.error());
        if (response && response->isSuccess())
            return passed(u"answered %1"_s.arg(response->status));
        if (deadline.hasExpired())
            return failed(response ? u"answered %1"_s.arg(response->status) : response.error().text());
        if (!http::sleepFor(std::chrono::seconds(1), stop))
            return fail(ErrorCode::Cancelled, u"Stopped while waiting for the workers"_s);
    }
}

} // namespace pipeline::runner
