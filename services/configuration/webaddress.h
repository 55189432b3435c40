// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace pipeline::configuration {

/// What is wrong with \a text as an http or https address ("must …"), empty when nothing is. Never repeats a password.
QString webAddressProblem(const QString &text);

/// Whether \a url, of any scheme, carries a password before its host.
bool holdsPassword(const QString &url);

} // namespace pipeline::configuration
