// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"

#include "bpmn/bpmnfacts.h"
#include "bpmn/namespaces.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

void checkNotExecutable(const SourceFile &file, Remarks &remarks)
{
    const auto processes = file.document().elements(bpmn::model, "process");
    for (const xml::Element *process : processes) {
        // Beside an executable one, it is the other side of a collaboration, drawn to be read.
        if (bpmn::isExecutable(*process))
            return;
    }
    for (const xml::Element *process : processes) {
        const QString id = xml::toQString(process->attribute("id"));
        const xml::Attribute *flag = process->findAttribute("isExecutable");
        const QString why = !flag ? u"it has no isExecutable"_s
                                  : u"its isExecutable is \"%1\""_s.arg(xml::toQString(flag->value));
        remarks.remark(Place(*process), u"The engine will ignore the process `%1`, for %2."_s.arg(id, why),
                       u"Set isExecutable=\"true\" when it is meant to run."_s);
    }
}

} // namespace

Rule notExecutable()
{
    return {u"not-executable"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkNotExecutable};
}

} // namespace pipeline::validation::rules
