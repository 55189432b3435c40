// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>

namespace pipeline::validation {

/// One change of a file's bytes.
struct TextEdit {
    qsizetype begin = 0; ///< offset in the file
    qsizetype length = 0; ///< of what is replaced, in bytes; 0 inserts
    QByteArray text;

    bool operator==(const TextEdit &) const = default;
};

/// The one obvious repair of a finding: all of the edits, or none. Empty for findings that a person has to decide on.
using Fix = QList<TextEdit>;

/// Bytes after fixes.
struct Fixed {
    QByteArray bytes;
    int count = 0; ///< of the fixes that were made
};

/// \a bytes with \a fixes, every other byte as it was. A fix that touches what an earlier one changes is left out, for
/// what it says may hold no longer; an edit that two of them have in common is made once.
Fixed applyFixes(const QByteArray &bytes, const QList<Fix> &fixes);

} // namespace pipeline::validation
