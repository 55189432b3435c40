// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../htmlfields.h"
#include "../../textcursor.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

void checkFormElement(const SourceFile &file, Remarks &remarks)
{
    const HtmlPage &page = file.html();
    const QList<HtmlElement> fields = formFields(page);
    if (fields.isEmpty())
        return; // whatever it is, it is no form of a task
    QList<HtmlElement> forms;
    for (const HtmlElement &element : page.elements) {
        if (element.name == "form"_L1)
            forms << element;
    }
    TextCursor cursor(page.text);
    if (forms.isEmpty()) {
        remarks.remark(Place(cursor.at(fields.first().offset)), u"The fields are not in a <form>."_s,
                       u"Put <form> around all of them: the form cannot be shown."_s);
    }
    for (qsizetype i = 1; i < forms.size(); ++i) {
        remarks.remark(Place(cursor.at(forms[i].offset)), u"There is more than one <form>."_s,
                       u"Put all fields into the first: the form cannot be shown."_s);
    }
}

} // namespace

Rule htmlForm()
{
    return {u"html-form"_s, {FileKind::Html}, Rule::Needs::Content, checkFormElement};
}

} // namespace pipeline::validation::rules
