// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

void checkResultVariable(const SourceFile &file, Remarks &remarks)
{
    for (const ServiceLike &service : serviceLikes(file)) {
        const bool named = bpmn::extension(*service.element, "resultVariable")
            || bpmn::extension(*service.element, "resultVariableName");
        const bool isClass = service.way == ServiceLike::Way::Class;
        if (!named || (!isClass && service.way != ServiceLike::Way::DelegateExpression))
            continue;
        remarks.reject(Place(*service.element),
                       u"The %1 has a result variable, which camunda:%2 does not fill."_s.arg(
                           described(*service.node), isClass ? u"class"_s : u"delegateExpression"_s),
                       u"Remove it and let the delegate set the variable, or use camunda:expression."_s);
    }
}

} // namespace

Rule resultVariable()
{
    return {u"result-variable"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkResultVariable};
}

} // namespace pipeline::validation::rules
