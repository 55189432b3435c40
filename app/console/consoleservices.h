// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/session/services.h"

#include <QProcessEnvironment>

namespace pipeline::app {

/// Opens the services of \a configuration for the window.
Result<std::shared_ptr<ui::Services>> openServices(const configuration::Configuration &configuration,
                                                   const QProcessEnvironment &environment);

} // namespace pipeline::app
