// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace pipeline::http {

/// Whether \a host means this machine by its very name or address, so that nothing sent to it can be overheard.
bool isLoopback(const QString &host);

} // namespace pipeline::http
