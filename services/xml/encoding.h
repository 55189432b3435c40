// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace pipeline::xml {

/// A file's text as UTF-8 without byte order mark, or why it cannot be read.
struct DecodedText {
    QByteArray text;
    QString problem; ///< empty: the text is there
    std::optional<qsizetype> offset = {}; ///< where the text begins in the file's bytes; nothing: it is recoded
};

/// Decodes an XML file by its byte order mark, else by the encoding that its XML declaration names, else as UTF-8.
/// Bytes that are said to be UTF-8 are handed on unchecked.
DecodedText decode(const QByteArray &bytes);

} // namespace pipeline::xml
