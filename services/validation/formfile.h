// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "formcomponents.h"

#include <QByteArray>
#include <QString>

namespace pipeline::validation {

/// What is wrong with a text, and where.
struct TextProblem {
    xml::Position position;
    QString message; ///< empty: nothing is wrong

    explicit operator bool() const { return !message.isEmpty(); }
};

/// What the engine's JSON reader makes of a Camunda form.
///
/// That reader is lenient: it takes unquoted names, single quotes, comments, `;` and `=`, gaps in arrays, and an empty
/// file. A browser takes none of these.
struct FormFile {
    TextProblem rejected; ///< why the engine does not take the file
    TextProblem lenient; ///< the first thing that the engine takes although it is not JSON
    bool hasId = false;
    bool idIsText = false; ///< otherwise it is a number or a word, which the engine turns into text
    QString id; ///< the definition's key
    TextProblem idRejected; ///< why the engine cannot use the id
    xml::Position idPosition;
    QList<FormComponent> components; ///< the form itself, and what it shows in the order of the file
};

FormFile readForm(const QByteArray &bytes);

} // namespace pipeline::validation
