// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "htmlscanner.h"

namespace pipeline::validation {

/// The elements whose values an embedded form sends to the engine, in the order of the text.
QList<HtmlElement> formFields(const HtmlPage &page);

/// Whether AngularJS puts in a part of an attribute's value when the form is shown.
bool isComputed(const QString &value);

} // namespace pipeline::validation
