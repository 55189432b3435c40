// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../sourceedits.h"

#include "bpmn/namespaces.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

/// Attributes of BPMN that have capitals and so are mistyped, by their elements.
const QHash<std::string_view, QStringList> &mistypedAttributes()
{
    static const QStringList ends{u"sourceRef"_s, u"targetRef"_s};
    static const QStringList shown{u"bpmnElement"_s, u"isExpanded"_s, u"isHorizontal"_s, u"isMarkerVisible"_s};
    static const QHash<std::string_view, QStringList> names{
        {"definitions", {u"targetNamespace"_s, u"typeLanguage"_s, u"expressionLanguage"_s, u"exporterVersion"_s}},
        {"process", {u"isExecutable"_s, u"isClosed"_s, u"processType"_s}},
        {"participant", {u"processRef"_s}},
        {"sequenceFlow", ends + QStringList{u"isImmediate"_s}},
        {"messageFlow", ends + QStringList{u"messageRef"_s}},
        {"association", ends + QStringList{u"associationDirection"_s}},
        {"startEvent", {u"isInterrupting"_s, u"parallelMultiple"_s}},
        {"intermediateCatchEvent", {u"parallelMultiple"_s}},
        {"boundaryEvent", {u"attachedToRef"_s, u"cancelActivity"_s, u"parallelMultiple"_s}},
        {"subProcess", {u"triggeredByEvent"_s}},
        {"callActivity", {u"calledElement"_s}},
        {"scriptTask", {u"scriptFormat"_s}},
        {"sendTask", {u"messageRef"_s, u"operationRef"_s}},
        {"receiveTask", {u"messageRef"_s, u"operationRef"_s}},
        {"serviceTask", {u"operationRef"_s}},
        {"multiInstanceLoopCharacteristics", {u"isSequential"_s}},
        {"exclusiveGateway", {u"gatewayDirection"_s}},
        {"inclusiveGateway", {u"gatewayDirection"_s}},
        {"parallelGateway", {u"gatewayDirection"_s}},
        {"eventBasedGateway", {u"gatewayDirection"_s, u"eventGatewayType"_s}},
        {"messageEventDefinition", {u"messageRef"_s}},
        {"signalEventDefinition", {u"signalRef"_s}},
        {"errorEventDefinition", {u"errorRef"_s}},
        {"escalationEventDefinition", {u"escalationRef"_s}},
        {"compensateEventDefinition", {u"activityRef"_s, u"waitForCompletion"_s}},
        {"error", {u"errorCode"_s}},
        {"escalation", {u"escalationCode"_s}},
        {"BPMNPlane", shown.first(1)},
        {"BPMNShape", shown},
        {"BPMNEdge", shown.first(1)},
    };
    return names;
}

/// An attribute that is right but for capitals: its name, or the word of true and false.
Fix respelt(const SourceFile &file, const xml::Problem &problem, SourceEdits &edits)
{
    if (problem.elementIndex < 0 || problem.name.isEmpty())
        return {};
    const xml::Element &element = file.document().elements()[size_t(problem.elementIndex)];
    const xml::Attribute *attribute = element.findAttribute(problem.name.toStdString());
    if (!attribute)
        return {};
    const QString lower = xml::toQString(attribute->value).toLower();
    if (problem.type == "xs:boolean"_L1 && (lower == "true"_L1 || lower == "false"_L1))
        return edits.setValue(element, *attribute, lower);
    const bool isBpmn = element.nameSpace == bpmn::model || element.nameSpace == bpmn::diagram;
    if (!problem.type.isEmpty() || !isBpmn)
        return {};
    for (const QString &name : mistypedAttributes().value(element.name)) {
        if (name.compare(problem.name, Qt::CaseInsensitive) == 0 && isSpeltOnce(element, *attribute))
            return edits.rename(element, *attribute, name.toStdString());
    }
    return {};
}

void checkSchema(const SourceFile &file, Remarks &remarks)
{
    SourceEdits edits(file);
    for (const xml::Problem &problem : file.problems()) {
        if (problem.kind == xml::ProblemKind::Schema)
            remarks.reject(Place(problem.position, problem.element), problem.message, problem.hint,
                           respelt(file, problem, edits));
    }
    const xml::Element *root = file.document().root();
    if (file.kind() == FileKind::Dmn && root && !file.isKnownDmn()) {
        remarks.reject(
            Place(*root),
            u"The engine knows no DMN version with the namespace \"%1\"."_s.arg(xml::toQString(root->nameSpace)),
            u"Save the decision as DMN 1.3, for example; the engine knows 1.1 to 1.5."_s);
    }
}

} // namespace

Rule schema()
{
    return {u"schema"_s, {FileKind::Bpmn, FileKind::Dmn}, Rule::Needs::Nothing, checkSchema};
}

} // namespace pipeline::validation::rules
