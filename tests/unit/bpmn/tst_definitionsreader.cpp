// SPDX-License-Identifier: Apache-2.0
#include "readbpmn.h"

#include <QTest>

#include <algorithm>

using namespace pipeline;
using namespace pipeline::bpmn;
using namespace Qt::StringLiterals;

class TestDefinitionsReader : public QObject {
    Q_OBJECT

private slots:
    void processesAndTheirScopes()
    {
        const Definitions read = readBpmn("<process id=' a ' name='A' isExecutable='true'>\n"
                                          "  <subProcess id='s'><startEvent id='in'/></subProcess>\n"
                                          "</process>\n"
                                          "<process id='b'><startEvent id='other'/></process>");
        QCOMPARE(read.processes.size(), size_t(2));
        QCOMPARE(read.processes[0].id, u"a"_s);
        QVERIFY(read.processes[0].executable);
        QVERIFY(!read.processes[1].executable);
        QCOMPARE(read.scopes.size(), size_t(3));

        const FlowNode &sub = nodeOf(read, u"s"_s);
        QVERIFY(sub.isSubProcess());
        const Scope &inner = read.scopes[size_t(sub.inner)];
        QCOMPARE(inner.parent, sub.scope);
        QCOMPARE(inner.process, 0);
        QCOMPARE(read.nodeIn(sub.inner, u"in"_s) >= 0, true);
        QCOMPARE(read.nodeIn(sub.scope, u"in"_s), -1);
        QVERIFY(inner.read);
        QVERIFY(!nodeOf(read, u"other"_s).isRead());
    }

    void positions()
    {
        const Definitions read = readProcess("  <task id='t'\n    name='T'/>");
        const FlowNode &task = nodeOf(read, u"t"_s);
        QCOMPARE(task.at.line, 4);
        QCOMPARE(task.at.column, 5);
        QCOMPARE(task.at.element, 2);
    }

    void absentAndEmptyTextsDiffer()
    {
        const Definitions read = readProcess("<task/><task id='' name=''/>");
        QVERIFY(read.nodes[0].id.isNull());
        QVERIFY(read.nodes[0].name.isNull());
        QVERIFY(!read.nodes[1].id.isNull());
        QVERIFY(read.nodes[1].id.isEmpty());
        QVERIFY(!read.nodes[1].name.isNull());
    }

    void flows()
    {
        const Definitions read = readProcess("<startEvent id='a'/><task id='b'/>"
                                             "<sequenceFlow id='f' sourceRef=' a ' targetRef='b'>"
                                             "<conditionExpression>${x}</conditionExpression></sequenceFlow>"
                                             "<sequenceFlow id='g' sourceRef='b' targetRef='nowhere'/>");
        QCOMPARE(read.flows.size(), size_t(2));
        QVERIFY(read.flows[0].isConditional());
        QVERIFY(!read.flows[1].isConditional());
        QCOMPARE(nodeOf(read, u"a"_s).outgoing, std::vector<int>{0});
        QCOMPARE(nodeOf(read, u"b"_s).incoming, std::vector<int>{0});
        QCOMPARE(nodeOf(read, u"b"_s).outgoing, std::vector<int>{1});
        QCOMPARE(read.flows[1].to, -1);
    }

    void aFlowDoesNotCrossScopes()
    {
        const Definitions read = readProcess("<startEvent id='a'/><subProcess id='s'><task id='t'/></subProcess>"
                                             "<sequenceFlow id='f' sourceRef='a' targetRef='t'/>");
        QCOMPARE(read.flows[0].to, -1);
    }

    void references_data()
    {
        QTest::addColumn<QByteArray>("event");
        QTest::addColumn<bool>("found");
        const auto row = [](const char *name, const char *event, bool found) {
            QTest::newRow(name) << QByteArray(event) << found;
        };
        row("message", "<messageEventDefinition messageRef='m'/>", true);
        row("target namespace's prefix", "<messageEventDefinition messageRef='t:m'/>", true);
        row("another prefix", "<messageEventDefinition messageRef='o:m'/>", false);
        row("prefix without namespace", "<messageEventDefinition messageRef='u:m'/>", false);
        row("another kind", "<messageEventDefinition messageRef='s'/>", false);
        row("signal", "<signalEventDefinition signalRef=' s '/>", true);
        row("signal without name", "<signalEventDefinition signalRef='unnamed'/>", false);
        row("error", "<errorEventDefinition errorRef='e'/>", true);
        row("error with prefix", "<errorEventDefinition errorRef='t:e'/>", false);
        row("escalation", "<escalationEventDefinition escalationRef='x'/>", true);
        row("absent", "<messageEventDefinition/>", false);
    }

    void references()
    {
        QFETCH(QByteArray, event);
        QFETCH(bool, found);
        const Definitions read = readProcess("<endEvent id='n'>" + event + "</endEvent>",
                                             "<message id='m' name='M'/><signal id='s' name='S'/><signal id='unnamed'/>"
                                             "<error id='e' errorCode='E'/><escalation id='x' escalationCode='X'/>");
        const FlowNode &node = nodeOf(read, u"n"_s);
        QCOMPARE(node.definitions.size(), size_t(1));
        QCOMPARE(read.target(node.definitions[0]) != nullptr, found);
    }

    void flags()
    {
        const Definitions read = readProcess(
            "<task id='a' isForCompensation='true' camunda:asyncBefore='true' camunda:asyncAfter='1'/>"
            "<task id='b' camunda:async='true'><multiInstanceLoopCharacteristics/></task>"
            "<subProcess id='c' triggeredByEvent='true'><startEvent id='d' isInterrupting='false'/></subProcess>"
            "<boundaryEvent id='e' attachedToRef='b' cancelActivity='0'/><boundaryEvent id='f' attachedToRef='b'/>");
        QVERIFY(nodeOf(read, u"a"_s).forCompensation);
        QVERIFY(nodeOf(read, u"a"_s).asyncBefore);
        QVERIFY(!nodeOf(read, u"a"_s).asyncAfter);
        QVERIFY(nodeOf(read, u"b"_s).asyncBefore);
        QVERIFY(nodeOf(read, u"b"_s).isMultiInstance());
        QVERIFY(nodeOf(read, u"c"_s).triggeredByEvent);
        QVERIFY(!nodeOf(read, u"d"_s).interrupting);
        QVERIFY(!nodeOf(read, u"e"_s).interrupting);
        QVERIFY(nodeOf(read, u"f"_s).interrupting);
    }

    void theOrderIsTheEngines()
    {
        const Definitions read = readProcess(
            "<boundaryEvent id='7' attachedToRef='2'><timerEventDefinition/></boundaryEvent>"
            "<task id='9' isForCompensation='true'/>"
            "<task id='8' isForCompensation='true'/>"
            "<endEvent id='6'/><intermediateCatchEvent id='5'/>"
            "<task id='2'/><eventBasedGateway id='3'/><intermediateCatchEvent id='4'/>"
            "<startEvent id='1'/>"
            "<boundaryEvent id='7b' attachedToRef='2'><compensateEventDefinition/></boundaryEvent>"
            "<sequenceFlow id='f' sourceRef='3' targetRef='4'/>"
            "<association id='x' sourceRef='7b' targetRef='8'/>");
        std::vector<const FlowNode *> inOrder;
        for (const FlowNode &node : read.nodes)
            inOrder.push_back(&node);
        std::ranges::sort(inOrder, {}, &FlowNode::order);
        QStringList ids;
        for (const FlowNode *node : inOrder)
            ids << node->id;
        QCOMPARE(ids.join(u' '), u"1 2 3 4 5 6 7 7b 8 9"_s);
    }

    void whatTheEnginePassesOver()
    {
        const Definitions read = readProcess("<complexGateway id='a'/><callChoreography id='b'/>"
                                             "<adHocSubProcess id='c'><task id='d'/></adHocSubProcess>"
                                             "<intermediateThrowEvent id='e'><linkEventDefinition name='l'/>"
                                             "</intermediateThrowEvent><task id='f'/>");
        for (const auto &id : {u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s})
            QVERIFY2(!nodeOf(read, id).isRead(), qPrintable(id));
        QVERIFY(nodeOf(read, u"f"_s).isRead());
    }
};

QTEST_GUILESS_MAIN(TestDefinitionsReader)
#include "tst_definitionsreader.moc"
