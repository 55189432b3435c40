// SPDX-License-Identifier: Apache-2.0
#include "samplemodels.h"

#include <QDirIterator>

using namespace Qt::StringLiterals;

namespace pipeline::bench {

QByteArray modelOf(int tasks)
{
    QByteArray elements;
    QByteArray diagram;
    for (int i = 0; i < tasks; ++i) {
        const QByteArray n = QByteArray::number(i);
        const QByteArray next = QByteArray::number(i + 1);
        const QByteArray before = i == 0 ? "Start" : "Task_" + QByteArray::number(i - 1);
        const QByteArray x = QByteArray::number(200 + i * 160);
        elements += "    <bpmn:serviceTask id=\"Task_" + n + "\" name=\"Task " + n
            + "\" camunda:type=\"external\" camunda:topic=\"topic-" + QByteArray::number(i % 50)
            + "\">\n      <bpmn:incoming>Flow_" + n + "</bpmn:incoming>\n      <bpmn:outgoing>Flow_" + next
            + "</bpmn:outgoing>\n    </bpmn:serviceTask>\n    <bpmn:sequenceFlow id=\"Flow_" + n + "\" sourceRef=\""
            + before + "\" targetRef=\"Task_" + n + "\" />\n";
        diagram += "      <bpmndi:BPMNShape id=\"Task_" + n + "_di\" bpmnElement=\"Task_" + n
            + "\">\n        <dc:Bounds x=\"" + x
            + "\" y=\"80\" width=\"100\" height=\"80\" />\n"
              "      </bpmndi:BPMNShape>\n      <bpmndi:BPMNEdge id=\"Flow_"
            + n + "_di\" bpmnElement=\"Flow_" + n + "\">\n        <di:waypoint x=\"" + QByteArray::number(140 + i * 160)
            + "\" y=\"120\" />\n        <di:waypoint x=\"" + x + "\" y=\"120\" />\n      </bpmndi:BPMNEdge>\n";
    }
    const QByteArray last = QByteArray::number(tasks);
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
           "<bpmn:definitions xmlns:bpmn=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" "
           "xmlns:bpmndi=\"http://www.omg.org/spec/BPMN/20100524/DI\" "
           "xmlns:dc=\"http://www.omg.org/spec/DD/20100524/DC\" xmlns:di=\"http://www.omg.org/spec/DD/20100524/DI\" "
           "xmlns:camunda=\"http://camunda.org/schema/1.0/bpmn\" id=\"Definitions_1\" targetNamespace=\"bench\">\n"
           "  <bpmn:process id=\"bench\" name=\"Bench\" isExecutable=\"true\" camunda:historyTimeToLive=\"30\">\n"
           "    <bpmn:startEvent id=\"Start\" name=\"Begin\">\n      <bpmn:outgoing>Flow_0</bpmn:outgoing>\n"
           "    </bpmn:startEvent>\n"
        + elements + "    <bpmn:endEvent id=\"End\" name=\"Done\">\n      <bpmn:incoming>Flow_" + last
        + "</bpmn:incoming>\n    </bpmn:endEvent>\n    <bpmn:sequenceFlow id=\"Flow_" + last + "\" sourceRef=\"Task_"
        + QByteArray::number(tasks - 1)
        + "\" targetRef=\"End\" />\n  </bpmn:process>\n  <bpmndi:BPMNDiagram id=\"Diagram_1\">\n"
          "    <bpmndi:BPMNPlane id=\"Plane_1\" bpmnElement=\"bench\">\n"
        + diagram + "    </bpmndi:BPMNPlane>\n  </bpmndi:BPMNDiagram>\n</bpmn:definitions>\n";
}

QStringList modelsBelow(const QString &folder)
{
    QStringList models;
    QDirIterator files(folder, {u"*.bpmn"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext())
        models << files.next();
    models.sort();
    return models;
}

Result<void> copySamples(const QString &folder, int wanted)
{
    const QString source = qEnvironmentVariable("PIPELINE_SOURCE_DIR");
    const QStringList models = modelsBelow(source + u"/resources/samples"_s) + modelsBelow(source + u"/tests/rules"_s);
    if (models.isEmpty())
        return fail(ErrorCode::NotFound, u"PIPELINE_SOURCE_DIR does not lead to the project's samples"_s);
    for (int i = 0; i < wanted || i % models.size() != 0; ++i) {
        const QString copy = u"%1/%2.bpmn"_s.arg(folder).arg(i, 5, 10, QChar(u'0'));
        if (!QFile::copy(models[i % models.size()], copy))
            return fail(ErrorCode::Storage, u"The file %1 cannot be written"_s.arg(copy));
    }
    return {};
}

} // namespace pipeline::bench
