// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/session/services.h"

namespace pipeline::app {

/// Two environments as a company may have them, without an address: there is no engine to ask.
configuration::Configuration sampleConfiguration();

/// Services on the sample backlog in a file of its own, which is removed with the last of its users.
///
/// They reach nothing outside: no engine, repository, keychain or configuration file, and there is no runner.
Result<std::shared_ptr<ui::Services>> openSample(std::stop_token stop);

} // namespace pipeline::app
