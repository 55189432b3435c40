// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "checklist.h"

#include "http/client.h"

namespace pipeline::runner {

/// Whether the workers answer at the health address \a url, asked again for the settle time: workers that were just
/// restarted need a moment. Errors: Refused, Cancelled.
Result<Finished> checkWorkerHealth(const Environment &environment, http::Client &http, const QUrl &url,
                                   std::stop_token stop);

} // namespace pipeline::runner
