// SPDX-License-Identifier: Apache-2.0
#include "readbpmn.h"

#include "bpmn/effectiveevent.h"

#include <QTest>

using namespace pipeline;
using namespace pipeline::bpmn;
using namespace Qt::StringLiterals;

class TestEffectiveEvent : public QObject {
    Q_OBJECT

private:
    /// What the engine takes the event of id n for: "message" …, or nothing.
    static QString effective(const QByteArray &content)
    {
        const Definitions read = readProcess(content);
        const EventDefinition *event = effectiveEvent(read, nodeOf(read, u"n"_s));
        return event ? toString(event->kind) : QString();
    }

private slots:
    void ofSeveralTheEngineTakesOne()
    {
        QCOMPARE(effective("<startEvent id='n'><signalEventDefinition/><messageEventDefinition/></startEvent>"),
                 u"message"_s);
        QCOMPARE(effective("<startEvent id='n'><errorEventDefinition/></startEvent>"), QString());
        QCOMPARE(effective("<endEvent id='n'><messageEventDefinition/><errorEventDefinition/></endEvent>"), u"error"_s);
        QCOMPARE(effective("<endEvent id='n'><timerEventDefinition/></endEvent>"), QString());
    }

    void aStartEventDependsOnItsPlace()
    {
        const QByteArray start = "<startEvent id='n'><messageEventDefinition/><errorEventDefinition/></startEvent>";
        QCOMPARE(effective(start), u"message"_s);
        QCOMPARE(effective("<subProcess id='s'>" + start + "</subProcess>"), QString());
        QCOMPARE(effective("<subProcess id='s' triggeredByEvent='true'>" + start + "</subProcess>"), u"error"_s);
    }

    void whatTheEngineDoesNotLookFor()
    {
        const Definitions read = readProcess("<startEvent id='n'><errorEventDefinition/></startEvent>");
        QVERIFY(!looksFor(read, nodeOf(read, u"n"_s), EventKind::Error));
        QVERIFY(looksFor(read, nodeOf(read, u"n"_s), EventKind::Timer));
    }

    void eventScopes()
    {
        const Definitions read = readProcess(
            "<task id='plain'/><task id='loop'><multiInstanceLoopCharacteristics/></task>"
            "<boundaryEvent id='a' attachedToRef='plain'><signalEventDefinition/></boundaryEvent>"
            "<boundaryEvent id='b' attachedToRef='loop'><signalEventDefinition/></boundaryEvent>"
            "<boundaryEvent id='c' attachedToRef='loop'><compensateEventDefinition/></boundaryEvent>"
            "<startEvent id='d'><signalEventDefinition/></startEvent>"
            "<subProcess id='s'><subProcess id='e' triggeredByEvent='true'>"
            "<startEvent id='f'><signalEventDefinition/></startEvent></subProcess></subProcess>");
        const auto scopeOf = [&](const QString &id) {
            const FlowNode &node = nodeOf(read, id);
            return eventScopeOf(read, node, node.definitions.front());
        };
        const int scope = read.processes[0].scope;
        const int plain = read.nodeIn(scope, u"plain"_s);
        const int loop = read.nodeIn(scope, u"loop"_s);
        QVERIFY(scopeOf(u"a"_s) == (EventScope{plain, 0, false}));
        QVERIFY(scopeOf(u"b"_s) == (EventScope{loop, 0, true}));
        QVERIFY(scopeOf(u"c"_s) == (EventScope{loop, 0, false}));
        QVERIFY(scopeOf(u"d"_s) == (EventScope{-1, 0, false}));
        QVERIFY(scopeOf(u"f"_s) == (EventScope{read.nodeIn(scope, u"s"_s), 0, false}));
    }

    void gateways()
    {
        const Definitions read = readProcess("<eventBasedGateway id='g'/><exclusiveGateway id='x'/>"
                                             "<intermediateCatchEvent id='a'/><intermediateCatchEvent id='b'/>"
                                             "<sequenceFlow id='1' sourceRef='x' targetRef='a'/>"
                                             "<sequenceFlow id='2' sourceRef='g' targetRef='a'/>"
                                             "<sequenceFlow id='3' sourceRef='x' targetRef='b'/>");
        QCOMPARE(gatewayBefore(read, nodeOf(read, u"a"_s)), read.nodeIn(read.processes[0].scope, u"g"_s));
        QCOMPARE(gatewayBefore(read, nodeOf(read, u"b"_s)), -1);
    }

    void compensationOfASubProcess()
    {
        const Definitions read = readProcess("<subProcess id='a' triggeredByEvent='true'>"
                                             "<startEvent id='s'><compensateEventDefinition/></startEvent></subProcess>"
                                             "<subProcess id='b' triggeredByEvent='true'>"
                                             "<startEvent id='t'><errorEventDefinition/></startEvent></subProcess>");
        const FlowNode &handler = nodeOf(read, u"a"_s);
        QVERIFY(handler.compensationStart >= 0);
        QCOMPARE(read.nodes[size_t(handler.compensationStart)].id, u"s"_s);
        QCOMPARE(nodeOf(read, u"b"_s).compensationStart, -1);
        QVERIFY(read.scopes[0].handlesCompensation);
        QVERIFY(!read.scopes[size_t(handler.inner)].handlesCompensation);
    }
};

QTEST_GUILESS_MAIN(TestEffectiveEvent)
#include "tst_effectiveevent.moc"
