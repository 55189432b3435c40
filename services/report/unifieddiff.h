// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

namespace pipeline::report {

/// The unified diff from \a before to \a after, two contents of the file \a path, with three lines around each change,
/// as `patch -p1` and `git apply` take it; empty when they are equal. Lines are compared and given byte by byte.
QByteArray unifiedDiff(const QString &path, const QByteArray &before, const QByteArray &after);

} // namespace pipeline::report
