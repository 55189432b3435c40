// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "xml/document.h"

#include <vector>

namespace pipeline::bpmn {

/// The children of that name in either namespace of the engine: those in its predecessor's count only when there are
/// none in its own, as the engine has it.
std::vector<const xml::Element *> extensionChildren(const xml::Element &parent, std::string_view name);

/// The same of an element's `extensionElements`.
std::vector<const xml::Element *> extensionElements(const xml::Element &element, std::string_view name);

/// What stands between the tags as the engine reads it, white space included; the white space itself is not kept, so
/// that a blank stands for any of it.
std::string_view textOf(const xml::Element &element);

} // namespace pipeline::bpmn
