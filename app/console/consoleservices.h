// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/session/services.h"

#include <QProcessEnvironment>

namespace pipeline::app {

using LoadConfiguration = std::function<Result<configuration::Configuration>()>;

/// Opens the services of the configuration as it is now for the window, which reads it again after it has written.
Result<std::shared_ptr<ui::Services>> openServices(const LoadConfiguration &load,
                                                   const QProcessEnvironment &environment);

} // namespace pipeline::app
