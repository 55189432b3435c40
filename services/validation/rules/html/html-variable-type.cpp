// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../htmlfields.h"
#include "../../textcursor.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

bool isVariableType(const QString &type)
{
    static const QStringList types{u"String"_s, u"Boolean"_s, u"Short"_s, u"Integer"_s, u"Long"_s,
                                   u"Double"_s, u"Date"_s,    u"Bytes"_s, u"File"_s,    u"Object"_s,
                                   u"Json"_s,   u"json"_s,    u"Xml"_s};
    return types.contains(type);
}

/// What is only shown is there already, and its type with it.
bool isOnlyShown(const HtmlElement &field)
{
    static const QStringList marks{u"readonly"_s, u"disabled"_s, u"ng-readonly"_s, u"ng-disabled"_s};
    return std::ranges::any_of(marks, [&](const QString &mark) { return field.has(mark); });
}

void checkVariableTypes(const SourceFile &file, Remarks &remarks)
{
    TextCursor cursor(file.html().text);
    for (const HtmlElement &field : formFields(file.html())) {
        const QString variable = field.attributes.value(u"cam-variable-name"_s);
        const QString type = field.attributes.value(u"cam-variable-type"_s);
        const Place place(cursor.at(field.offset));
        if (type.isEmpty() && !isOnlyShown(field)) {
            remarks.remark(place, u"The field of `%1` has no cam-variable-type."_s.arg(variable),
                           u"Give it one, such as \"String\": without it a new variable cannot be stored."_s);
        } else if (!type.isEmpty() && !isVariableType(type) && !isComputed(type)) {
            remarks.remark(
                place, u"The field of `%1` has the unknown type `%2`."_s.arg(variable, type),
                u"Write one that the engine knows, such as \"String\" or \"Double\", with its capital letter."_s);
        }
    }
}

} // namespace

Rule htmlVariableType()
{
    return {u"html-variable-type"_s, {FileKind::Html}, Rule::Needs::Content, checkVariableTypes};
}

} // namespace pipeline::validation::rules
