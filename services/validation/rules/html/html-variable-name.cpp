// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../htmlfields.h"
#include "../../textcursor.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

void checkVariableNames(const SourceFile &file, Remarks &remarks)
{
    TextCursor cursor(file.html().text);
    QHash<QString, int> lines;
    for (const HtmlElement &field : formFields(file.html())) {
        const QString variable = field.attributes.value(u"cam-variable-name"_s);
        const xml::Position position = cursor.at(field.offset);
        if (variable.isEmpty()) {
            remarks.remark(Place(position), u"The cam-variable-name of a field is empty."_s,
                           u"Name the variable, or take the attribute away."_s);
        } else if (isComputed(variable) || field.isConditional) {
            continue; // known only when the form is shown
        } else if (const auto first = lines.constFind(variable); first != lines.cend()) {
            remarks.remark(
                Place(position),
                u"The variable `%1` has a field in line %2 already."_s.arg(variable, QString::number(*first)),
                u"Leave one field for each variable: the form cannot be shown."_s);
        } else {
            lines.insert(variable, position.line);
        }
    }
}

} // namespace

Rule htmlVariableName()
{
    return {u"html-variable-name"_s, {FileKind::Html}, Rule::Needs::Content, checkVariableNames};
}

} // namespace pipeline::validation::rules
