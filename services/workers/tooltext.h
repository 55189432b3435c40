// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

namespace pipeline::workers {

/// What a tool wrote, without terminal sequences and other control characters.
QString plainText(const QByteArray &written);

/// The last \a count lines that are not blank.
QString lastLines(const QString &text, int count = 20);

} // namespace pipeline::workers
