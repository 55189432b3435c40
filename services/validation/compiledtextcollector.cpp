// SPDX-License-Identifier: Apache-2.0
#include "compiledtextcollector.h"

#include "fields.h"
#include "userlists.h"

#include "bpmn/extensions.h"
#include "bpmn/namespaces.h"

#include <vector>

using namespace Qt::StringLiterals;

namespace pipeline::validation {

namespace {

bool hasExpression(std::string_view text)
{
    return text.find("${") != std::string_view::npos || text.find("#{") != std::string_view::npos;
}

/// Whether the engine takes the whole text for an expression, where it has a choice.
bool beginsWithExpression(std::string_view text)
{
    text = xml::trimmed(text);
    return text.starts_with("${") || text.starts_with("#{");
}

} // namespace

void CompiledTextCollector::add(const xml::Element &element, const QString &what, std::string_view text)
{
    if (hasExpression(text))
        m_visit({&element, what, text, false});
}

void CompiledTextCollector::addMissing(const xml::Element &element, std::string_view attribute)
{
    m_visit({&element, nameOf(element, attribute), {}, true});
}

QString CompiledTextCollector::nameOf(const xml::Element &element, std::string_view attribute)
{
    return u"`%1` of `%2`"_s.arg(xml::toQString(attribute), xml::toQString(element.name));
}

void CompiledTextCollector::attributes(const xml::Element &element, std::initializer_list<std::string_view> names)
{
    for (const std::string_view name : names) {
        if (const auto value = element.attribute(name); hasExpression(value))
            add(element, nameOf(element, name), value);
    }
}

void CompiledTextCollector::extensions(const xml::Element &element, std::initializer_list<std::string_view> names)
{
    for (const std::string_view name : names) {
        if (const auto value = bpmn::extensionValue(element, name); hasExpression(value))
            add(element, nameOf(element, name), value);
    }
}

void CompiledTextCollector::lists(const xml::Element &element, std::initializer_list<std::string_view> names)
{
    for (const std::string_view name : names) {
        const auto value = bpmn::extensionValue(element, name);
        if (!hasExpression(value))
            continue;
        for (const std::string_view item : listItems(value))
            add(element, nameOf(element, name), item);
    }
}

void CompiledTextCollector::priority(const xml::Element &element, std::string_view name)
{
    if (beginsWithExpression(bpmn::extensionValue(element, name)))
        extensions(element, {name});
}

void CompiledTextCollector::text(const xml::Element *element)
{
    if (element && hasExpression(element->text))
        add(*element, u"`%1`"_s.arg(xml::toQString(element->name)), element->text);
}

void CompiledTextCollector::wholeText(const xml::Element &element)
{
    if (beginsWithExpression(element.text))
        text(&element);
}

const xml::Element *CompiledTextCollector::child(const xml::Element &element, std::string_view name)
{
    return element.child(bpmn::model, name);
}

void CompiledTextCollector::timer(const xml::Element &definition)
{
    for (const auto name : {"timeDate", "timeCycle", "timeDuration"}) {
        if (const xml::Element *value = child(definition, name)) {
            text(value);
            return; // the engine does not look at the others
        }
    }
}

void CompiledTextCollector::condition(const xml::Element &expression)
{
    if (const xml::Attribute *language = expression.findAttribute("language"))
        script(expression, language->value, &expression, bpmn::extensionValue(expression, "resource"));
    else
        text(&expression);
}

void CompiledTextCollector::script(const xml::Element &element, std::string_view language, const xml::Element *source,
                                   std::string_view resource)
{
    if (xml::toQString(language).compare("juel"_L1, Qt::CaseInsensitive) == 0)
        return;
    if (!resource.empty()) {
        if (beginsWithExpression(resource))
            add(element, nameOf(element, "resource"), resource);
    } else if (source && beginsWithExpression(source->text)) {
        text(source);
    }
}

void CompiledTextCollector::nestedScript(const xml::Element &element)
{
    script(element, element.attribute("scriptFormat"), &element, element.attribute("resource"));
}

void CompiledTextCollector::fields(const xml::Element &element)
{
    for (const FieldValue &field : fieldValues(element)) {
        if (!field.isExpression)
            continue;
        const auto children = bpmn::extensionChildren(*field.element, "expression");
        if (children.empty())
            attributes(*field.element, {"expression"});
        else
            text(children.front());
    }
}

void CompiledTextCollector::listeners(const xml::Element &element)
{
    for (const xml::Element *listener : bpmn::extensionElements(element, "executionListener")) {
        const auto event = listener->attribute("event");
        if (event == "start" || event == "end")
            readListener(*listener);
    }
}

void CompiledTextCollector::readListener(const xml::Element &listener)
{
    if (listener.findAttribute("class")) {
        fields(listener);
    } else if (listener.findAttribute("expression")) {
        attributes(listener, {"expression"});
    } else if (listener.findAttribute("delegateExpression")) {
        attributes(listener, {"delegateExpression"});
        fields(listener);
    } else {
        for (const xml::Element *source : bpmn::extensionChildren(listener, "script"))
            nestedScript(*source);
    }
}

void CompiledTextCollector::inputOutput(const xml::Element &element)
{
    mappings(bpmn::extensionElements(element, "inputOutput"));
}

void CompiledTextCollector::mappings(const std::vector<const xml::Element *> &elements)
{
    for (const xml::Element *mapping : elements) {
        for (const auto name : {"inputParameter", "outputParameter"}) {
            for (const xml::Element *parameter : bpmn::extensionChildren(*mapping, name))
                nestedValue(*parameter);
        }
    }
}

void CompiledTextCollector::nestedValue(const xml::Element &parameter)
{
    value(parameter.firstChild && !parameter.firstChild->nextSibling ? *parameter.firstChild : parameter);
}

void CompiledTextCollector::value(const xml::Element &element)
{
    if (element.name == "list") {
        for (const xml::Element &item : element.children())
            value(item);
    } else if (element.name == "map") {
        for (const xml::Element &entry : element.children()) {
            if (entry.name != "entry")
                continue;
            attributes(entry, {"key"});
            nestedValue(entry);
        }
    } else if (element.name == "script") {
        nestedScript(element);
    } else {
        text(&element);
    }
}

void CompiledTextCollector::resourceAssignment(const xml::Element &resource)
{
    const xml::Element *expression = assignmentOf(resource);
    if (!expression || !hasExpression(expression->text))
        return;
    if (resource.name == "humanPerformer") {
        text(expression);
        return;
    }
    for (const std::string_view item : listItems(expression->text))
        add(*expression, u"`formalExpression`"_s, assignedName(item));
}

void CompiledTextCollector::form(const xml::Element &element)
{
    extensions(element, {"formKey", "formRef"});
    if (bpmn::extension(element, "formRef") && bpmn::extensionValue(element, "formRefBinding") == "version") {
        if (bpmn::extension(element, "formRefVersion"))
            extensions(element, {"formRefVersion"});
        else
            addMissing(element, "formRefVersion");
    }
    if (bpmn::extension(element, "formHandlerClass"))
        return;
    for (const xml::Element *property : bpmn::extensionElements(element, "formProperty"))
        attributes(*property, {"expression", "default"});
    for (const xml::Element *data : bpmn::extensionElements(element, "formData")) {
        for (const xml::Element *field : bpmn::extensionChildren(*data, "formField")) {
            attributes(*field, {"label", "defaultValue"});
            for (const xml::Element *validation : bpmn::extensionChildren(*field, "validation")) {
                for (const xml::Element *constraint : bpmn::extensionChildren(*validation, "constraint")) {
                    if (constraint->attribute("name") == "validator"
                        && beginsWithExpression(constraint->attribute("config")))
                        attributes(*constraint, {"config"});
                }
            }
        }
    }
}

void CompiledTextCollector::parameters(const xml::Element &element, std::string_view name)
{
    for (const xml::Element *parameter : bpmn::extensionElements(element, name)) {
        if (name == "in" && !parameter->attribute("businessKey").empty())
            attributes(*parameter, {"businessKey"});
        else if (parameter->attribute("variables") != "all" && !parameter->findAttribute("source"))
            attributes(*parameter, {"sourceExpression"});
    }
}

} // namespace pipeline::validation
