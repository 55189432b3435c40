// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>

namespace pipeline::workers {

/// The JavaScript and TypeScript files of a checkout by their paths in it, but for installed modules. Links and files
/// of more than 2 MB are left out.
QMap<QString, QByteArray> sourcesIn(const QString &checkout);

} // namespace pipeline::workers
