// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

void checkFormType(const FormComponent &form, Remarks &remarks)
{
    const FormComponent::Member *type = form.member(u"type"_s);
    if (form.text(u"type"_s) != "default"_L1) {
        remarks.remark(Place(type ? type->position : form.position),
                       type ? u"The form's `type` is not `default`."_s : u"The form has no `type`."_s,
                       u"Write \"type\": \"default\": no other form can be shown."_s);
    }
}

void checkComponentType(const FormComponent &component, Remarks &remarks)
{
    const FormComponent::Member *type = component.member(u"type"_s);
    if (!component.isObject) {
        remarks.remark(Place(component.position), u"A component of the form is not an object."_s,
                       u"Remove it, or write it as an object with a `type`: the form cannot be shown."_s);
    } else if (!type || !type->isText()) {
        remarks.remark(Place(type ? type->position : component.position, component.text(u"id"_s)),
                       u"A component of the form has no `type` that is a text."_s,
                       u"Give it one, such as \"textfield\": the form cannot be shown."_s);
    } else if (!isComponentType(type->text)) {
        remarks.remark(Place(type->position, component.text(u"id"_s)),
                       u"Camunda 7 has no form component of the type `%1`."_s.arg(type->text),
                       u"Use one that it has, such as \"textfield\": the form cannot be shown."_s);
    }
}

void checkFormComponents(const SourceFile &file, Remarks &remarks)
{
    for (const FormComponent &component : file.form().components) {
        if (component.parent < 0)
            checkFormType(component, remarks);
        else
            checkComponentType(component, remarks);
        const FormComponent::Member *inner = component.member(u"components"_s);
        if (inner && inner->type != LenientJson::Type::Array && !inner->isNothing()) {
            remarks.remark(Place(inner->position, component.text(u"id"_s)), u"`components` is not a list."_s,
                           u"Write the components between [ and ]: the form cannot be shown."_s);
        }
    }
}

} // namespace

Rule formComponent()
{
    return {u"form-component"_s, {FileKind::Form}, Rule::Needs::Content, checkFormComponents};
}

} // namespace pipeline::validation::rules
