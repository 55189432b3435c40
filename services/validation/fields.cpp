// SPDX-License-Identifier: Apache-2.0
#include "fields.h"

#include "bpmn/extensions.h"
#include "bpmn/namespaces.h"

#include <optional>

using namespace Qt::StringLiterals;

namespace pipeline::validation {

namespace {

/// The value in one of the two forms: an attribute, or a child element whose name is \a form.
std::optional<std::string_view> valueIn(const xml::Element &field, std::string_view attributeName,
                                        std::string_view form, QList<FieldReading::Fault> &faults)
{
    const xml::Attribute *attribute = field.findAttribute(attributeName);
    const auto children = bpmn::extensionChildren(field, form);
    const QString name = xml::toQString(form);
    if (children.size() > 1) {
        faults.push_back({FieldReading::Fault::Repeated, name});
        return {};
    }
    if (children.empty())
        return attribute && !attribute->value.empty() ? std::optional(attribute->value) : std::nullopt;
    if (attribute) {
        faults.push_back({FieldReading::Fault::Both, name});
        return {};
    }
    const std::string_view text = bpmn::textOf(*children.front());
    if (text.empty()) {
        faults.push_back({FieldReading::Fault::Empty, name});
        return {};
    }
    return text;
}

} // namespace

std::vector<const xml::Element *> fieldElements(const xml::Element &element)
{
    const xml::Element *extensions = element.child(bpmn::model, "extensionElements");
    return bpmn::extensionChildren(extensions ? *extensions : element, "field");
}

FieldReading readField(const xml::Element &field)
{
    FieldReading reading;
    auto value = valueIn(field, "stringValue", "string", reading.faults);
    if (!value) {
        value = valueIn(field, "expression", "expression", reading.faults);
        reading.isExpression = true;
        if (value && xml::trimmed(*value).empty())
            value.reset();
    }
    reading.hasValue = value.has_value();
    reading.value = value.value_or(std::string_view());
    return reading;
}

std::vector<FieldValue> fieldValues(const xml::Element &element)
{
    std::vector<FieldValue> values;
    for (const xml::Element *field : fieldElements(element)) {
        const FieldReading reading = readField(*field);
        if (reading.hasValue)
            values.push_back({field, field->attribute("name"), reading.value, reading.isExpression});
    }
    return values;
}

} // namespace pipeline::validation
