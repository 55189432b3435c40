// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "xml/document.h"

#include <QList>
#include <QString>

#include <vector>

namespace pipeline::validation {

/// The engine's field injections of a task, event definition or listener.
std::vector<const xml::Element *> fieldElements(const xml::Element &element);

/// What the engine makes of one field injection.
struct FieldReading {
    struct Fault {
        enum Kind {
            Repeated, ///< two child elements of the form
            Both, ///< as an attribute and as an element
            Empty, ///< an element without text
        };
        Kind kind = Repeated;
        QString form; ///< "string" or "expression"
    };
    QList<Fault> faults;
    bool hasValue = false;
    bool isExpression = false;
    std::string_view value;
};
FieldReading readField(const xml::Element &field);

/// A field that has a value.
struct FieldValue {
    const xml::Element *element = nullptr;
    std::string_view name;
    std::string_view value;
    bool isExpression = false;
};
std::vector<FieldValue> fieldValues(const xml::Element &element);

} // namespace pipeline::validation
