// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

void checkErrorEndEvent(const SourceFile &file, Remarks &remarks)
{
    for (const bpmn::FlowNode &node : readNodes(file.definitions())) {
        const bpmn::EventDefinition *event = bpmn::effectiveEvent(file.definitions(), node);
        if (node.kind != bpmn::NodeKind::EndEvent || !event || event->kind != bpmn::EventKind::Error)
            continue;
        const bpmn::GlobalEvent *error = file.definitions().target(*event);
        if (event->reference.isEmpty()) {
            remarks.reject(placeOf(event->at, node.id),
                           u"The %1 does not say which error it throws."_s.arg(described(node)),
                           u"Set errorRef to the id of an error of the file."_s);
        } else if (error && error->code.isEmpty()) {
            remarks.reject(placeOf(event->at, node.id),
                           u"The %1 throws the error %2, which has no code."_s.arg(described(node), quoted(error->id)),
                           u"Set errorCode: it is what the catching event compares."_s);
        } else if (!error) {
            remarks.remark(
                placeOf(event->at, node.id),
                u"The %1 throws the error %2, which is not in the file; the engine takes the id for the code."_s.arg(
                    described(node), quoted(event->reference)),
                u"Refer to an error of the file."_s);
        }
    }
}

} // namespace

Rule errorEndEvent()
{
    return {u"error-end-event"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkErrorEndEvent};
}

} // namespace pipeline::validation::rules
