// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

#include <functional>

namespace pipeline::credentials {

/// Asks the Secret Service on the session bus whether it holds an item of QtKeychain that is locked now. It shows no
/// prompt and starts no service; without one the answer is no. \a answer is called on the thread of \a context.
void askWhetherLocked(const QString &service, const QString &key, QObject *context,
                      const std::function<void(bool)> &answer);

} // namespace pipeline::credentials
