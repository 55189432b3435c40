// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

void checkId(const xml::Element &field, bool mayBeEmpty, Remarks &remarks)
{
    const xml::Attribute *id = field.findAttribute("id");
    if (!id || (id->value.empty() && !mayBeEmpty))
        remarks.reject(Place(field), u"A `%1` has no id."_s.arg(xml::toQString(field.name)),
                       u"Give it the name of the variable that it fills."_s);
}

void checkType(const xml::Element &field, bool required, Remarks &remarks)
{
    static const QStringList known{u"string"_s, u"long"_s, u"date"_s, u"boolean"_s, u"enum"_s};
    const xml::Attribute *type = field.findAttribute("type");
    const QString id = quoted(field.attribute("id"));
    const QString hint = u"Write one of %1."_s.arg(known.join(", "_L1));
    if (!type && required)
        remarks.reject(Place(field), u"The form field %1 has no type."_s.arg(id), hint);
    else if (type && !known.contains(xml::toQString(type->value)))
        remarks.reject(
            Place(field),
            u"The form field %1 has the type %2, which the engine does not know."_s.arg(id, quoted(type->value)), hint);
}

/// What java.text.SimpleDateFormat does not take in a pattern; empty when it takes it.
QString datePatternProblem(const QString &pattern)
{
    static const QString letters = u"GyYMLwWDdFEuaHkKhmsSzZX"_s;
    bool quoted = false;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const QChar c = pattern[i];
        if (c == u'\'')
            quoted = !quoted;
        else if (!quoted && c.unicode() < 0x80 && c.isLetter() && !letters.contains(c))
            return u"`%1` stands for nothing in it"_s.arg(c);
        else if (!quoted && QStringView(pattern).sliced(i).startsWith("XXXX"_L1))
            return u"there may be three X at most"_s;
    }
    return quoted ? u"a quote is not closed"_s : QString();
}

void checkDatePattern(const xml::Element &field, Remarks &remarks)
{
    if (field.attribute("type") != "date")
        return;
    const QString pattern = xml::toQString(field.attribute("datePattern"));
    if (const QString problem = datePatternProblem(pattern); !problem.isEmpty()) {
        remarks.reject(Place(field),
                       u"The form field %1 has the date pattern %2: %3."_s.arg(quoted(field.attribute("id")),
                                                                               quoted(pattern), problem),
                       u"Write for example dd/MM/yyyy; words in it stand between single quotes."_s);
    }
}

void checkConstraints(const xml::Element &field, Remarks &remarks)
{
    static const QStringList known{u"min"_s, u"max"_s, u"minlength"_s, u"maxlength"_s, u"required"_s, u"readonly"_s};
    for (const xml::Element *validation : bpmn::extensionChildren(field, "validation")) {
        for (const xml::Element *constraint : bpmn::extensionChildren(*validation, "constraint")) {
            const std::string_view name = constraint->attribute("name");
            const QString id = quoted(field.attribute("id"));
            if (name == "validator") {
                if (constraint->attribute("config").empty()) {
                    remarks.reject(Place(*constraint), u"The form field %1 has a validator without config."_s.arg(id),
                                   u"Set config to the name of its class, or to an expression that gives one."_s);
                }
            } else if (!known.contains(xml::toQString(name))) {
                remarks.reject(
                    Place(*constraint),
                    u"The form field %1 has the constraint %2, which the engine does not know."_s.arg(id, quoted(name)),
                    u"Write one of %1, or validator for a class of your own."_s.arg(known.join(", "_L1)));
            }
        }
    }
}

void checkFlags(const xml::Element &property, Remarks &remarks)
{
    static const QStringList words{u"true"_s,  u"enabled"_s,  u"on"_s,  u"active"_s,   u"yes"_s,
                                   u"false"_s, u"disabled"_s, u"off"_s, u"inactive"_s, u"no"_s};
    for (const auto *name : {"required", "readable", "writable"}) {
        const xml::Attribute *flag = property.findAttribute(name);
        if (flag && !words.contains(xml::toQString(flag->value))) {
            remarks.reject(Place(property),
                           u"The form property %1 has `%2` %3."_s.arg(quoted(property.attribute("id")),
                                                                      QLatin1StringView(name), quoted(flag->value)),
                           u"Write true or false."_s);
        }
    }
}

void checkFields(const xml::Element &element, Remarks &remarks)
{
    for (const xml::Element *property : bpmn::extensionElements(element, "formProperty")) {
        checkId(*property, true, remarks);
        checkType(*property, false, remarks);
        checkDatePattern(*property, remarks);
        checkFlags(*property, remarks);
    }
    for (const xml::Element *form : bpmn::extensionElements(element, "formData")) {
        for (const xml::Element *field : bpmn::extensionChildren(*form, "formField")) {
            checkId(*field, false, remarks);
            checkType(*field, true, remarks);
            checkDatePattern(*field, remarks);
            checkConstraints(*field, remarks);
        }
    }
}

void checkFormField(const SourceFile &file, Remarks &remarks)
{
    for (const bpmn::FlowNode &node : readNodes(file.definitions())) {
        if (node.kind == bpmn::NodeKind::UserTask)
            checkFields(file.element(node.at), remarks);
    }
    for (const bpmn::Process &process : file.definitions().processes) {
        if (const bpmn::FlowNode *start = process.executable ? initialEvent(file.definitions(), process) : nullptr)
            checkFields(file.element(start->at), remarks);
    }
}

} // namespace

Rule formField()
{
    return {u"form-field"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkFormField};
}

} // namespace pipeline::validation::rules
