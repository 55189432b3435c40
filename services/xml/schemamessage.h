// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "document.h"

namespace pipeline::xml {

/// What a modeller can understand of a schema error.
struct SchemaMessage {
    QString message;
    QString hint;
    QString attribute = {}; ///< that is not allowed or has a wrong value; empty for none
    QString type = {}; ///< that the attribute's value is not of, for example xs:boolean
};

/// Where a schema error was met.
struct SchemaPlace {
    const Element *element = nullptr; ///< the one that was begun or ended last
    const Element *previous = nullptr; ///< the one before it among its siblings; null for the first
};

/// Rewords libxml2's \a text of the error \a code (XML_SCHEMAV_…) without its namespaces and terms.
SchemaMessage explain(int code, const QString &text, const SchemaPlace &place);

/// Whether the error says that a value breaks a facet; libxml2 then reports the same value once more as invalid for its
/// type.
bool isFacetError(int code);
bool isInvalidValueError(int code);

} // namespace pipeline::xml
