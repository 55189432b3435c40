// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

/// Source: the engine's BpmnParse.parseConditionalEventDefinition, which warns and takes what it knows.
void checkVariableEvents(const SourceFile &file, Remarks &remarks)
{
    static const QStringList known{u"create"_s, u"update"_s, u"delete"_s};
    for (const bpmn::FlowNode &node : readNodes(file.definitions())) {
        const bpmn::EventDefinition *event = bpmn::effectiveEvent(file.definitions(), node);
        if (!event || event->kind != bpmn::EventKind::Conditional)
            continue;
        const QString value = xml::toQString(bpmn::extensionValue(file.element(event->at), "variableEvents"));
        for (const QString &word : value.split(u',', Qt::SkipEmptyParts)) {
            if (!known.contains(word.trimmed())) {
                remarks.remark(
                    placeOf(event->at, node.id),
                    u"The %1 waits for the change %2 of a variable, which does not happen."_s.arg(
                        described(node), quoted(word.trimmed())),
                    u"Set camunda:variableEvents to some of create, update and delete, with commas between."_s);
            }
        }
    }
}

} // namespace

Rule variableEvents()
{
    return {u"variable-events"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkVariableEvents};
}

} // namespace pipeline::validation::rules
