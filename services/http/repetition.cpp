// SPDX-License-Identifier: Apache-2.0
#include "client.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>

using namespace Qt::StringLiterals;

namespace pipeline::http {
namespace {

constexpr std::chrono::seconds longestRetryAfter(30);

bool mayPass(const Result<Response> &response)
{
    if (!response)
        return isTransient(response.error().code);
    return response->status == 502 || response->status == 503 || response->status == 504;
}

std::chrono::milliseconds pauseAfter(const Result<Response> &response, std::chrono::milliseconds usual)
{
    if (!response || response->status != 503)
        return usual;
    bool isNumber = false;
    const uint seconds = response->header("Retry-After").toUInt(&isNumber);
    return isNumber ? std::min(std::chrono::seconds(seconds), longestRetryAfter) : usual;
}

} // namespace

bool sleepFor(std::chrono::milliseconds pause, std::stop_token stop)
{
    std::mutex mutex;
    std::condition_variable_any never;
    std::unique_lock lock(mutex);
    never.wait_for(lock, stop, pause, [] { return false; });
    return !stop.stop_requested();
}

Result<Response> sendRepeatedly(Client &client, const Request &request, const Retry &retry, std::stop_token stop)
{
    std::chrono::milliseconds pause = retry.firstPause;
    for (int attempt = 1;; ++attempt, pause *= 2) {
        Result<Response> response = client.send(request, stop);
        if (!mayPass(response) || attempt >= retry.attempts)
            return response;
        if (!sleepFor(pauseAfter(response, pause), stop))
            return fail(ErrorCode::Cancelled, u"Stopped while waiting to try again"_s);
    }
}

} // namespace pipeline::http
