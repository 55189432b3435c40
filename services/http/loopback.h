// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QUrl>

namespace pipeline::http {

/// Whether \a host means this machine by its very name or address, so that nothing sent to it can be overheard.
bool isLoopback(const QString &host);

/// Whether what goes to \a url can be read on its way: plain http to another machine.
bool isExposed(const QUrl &url);

} // namespace pipeline::http
