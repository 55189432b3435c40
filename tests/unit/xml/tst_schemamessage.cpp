// SPDX-License-Identifier: Apache-2.0
#include "xml/parser.h"

#include <QTest>

using namespace pipeline::xml;
using namespace Qt::StringLiterals;

/// What a modeller reads of schema errors; the texts that libxml2 gives are met through the parser.
class TestSchemaMessage : public QObject {
    Q_OBJECT

private slots:
    void words_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("hint");
        QTest::newRow("order") << QByteArray("<task id='t'><incoming>f</incoming><extensionElements/></task>")
                               << u"`extensionElements` must come before `incoming` in `task`."_s
                               << u"Order: documentation, extensionElements, then everything else."_s;
        QTest::newRow("unknown element") << QByteArray("<foo/>") << u"`foo` is not allowed in `process`."_s
                                         << QString();
        QTest::newRow("too often") << QByteArray("<task id='t'><extensionElements/><extensionElements/></task>")
                                   << u"`task` has `extensionElements` too often."_s << QString();
        QTest::newRow("not in extensionElements")
            << QByteArray("<task id='t'><c:in/></task>")
            << u"`in` of another namespace cannot stand directly in `task`."_s << u"Put it into extensionElements."_s;
        QTest::newRow("no prefix") << QByteArray("<userTask id='t' assignee='me'/>")
                                   << u"`userTask` must not have the attribute `assignee`."_s
                                   << u"An attribute of the engine needs its prefix, for example camunda:assignee."_s;
        QTest::newRow("missing attribute") << QByteArray("<sequenceFlow id='f' sourceRef='a'/>")
                                           << u"`sequenceFlow` needs the attribute `targetRef`."_s << QString();
        QTest::newRow("missing element")
            << QByteArray("<task id='t'><dataInputAssociation/></task>")
            << u"`dataInputAssociation` is incomplete: one of `sourceRef`, `targetRef` is missing."_s << QString();
        QTest::newRow("boolean")
            << QByteArray("<subProcess id='t' triggeredByEvent='yes'/>")
            << u"`yes` is not a value that attribute `triggeredByEvent` of `subProcess` can have."_s
            << u"Write true or false."_s;
        QTest::newRow("id")
            << QByteArray("<task id='1 2'/>") << u"`1 2` is not a value that attribute `id` of `task` can have."_s
            << u"An id begins with a letter or _ and goes on with letters, digits, - . _ only; it has no blanks or colons."_s;
        QTest::newRow("enumeration")
            << QByteArray("<parallelGateway id='g' gatewayDirection='Up'/>")
            << u"`Up` is not a value that attribute `gatewayDirection` of `parallelGateway` can have."_s
            << u"It can have: Unspecified, Converging, Diverging, Mixed."_s;
        QTest::newRow("text") << QByteArray("<task id='t'>hello</task>")
                              << u"`task` must not have text between its tags."_s << QString();
        QTest::newRow("blanks") << QByteArray("<task id='t'><incoming>\n a b \n</incoming></task>")
                                << u"`a b` is not a value that `incoming` can have."_s << QString();
    }

    void words()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, message);
        QFETCH(QString, hint);
        const Schemas schemas;
        const Parsed parsed = parse(
            "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' targetNamespace='t' "
            "xmlns:c='http://camunda.org/schema/1.0/bpmn'><process id='p'>"
                + content + "</process></definitions>",
            [&](std::string_view) { return &schemas.bpmn(); });
        QCOMPARE(parsed.problems.size(), 1);
        QCOMPARE(parsed.problems.first().message, message);
        if (!hint.isEmpty())
            QCOMPARE(parsed.problems.first().hint, hint);
        QVERIFY(!parsed.problems.first().hint.contains(u'{'));
    }

    void namesWhatMustBeEmpty()
    {
        const Schemas schemas;
        const Parsed parsed = parse("<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' "
                                    "xmlns:bpmndi='http://www.omg.org/spec/BPMN/20100524/DI' "
                                    "xmlns:dc='http://www.omg.org/spec/DD/20100524/DC' targetNamespace='t'>"
                                    "<bpmndi:BPMNDiagram><bpmndi:BPMNPlane><bpmndi:BPMNShape>"
                                    "<dc:Bounds x='1' y='1' width='1' height='1'> </dc:Bounds></bpmndi:BPMNShape>"
                                    "</bpmndi:BPMNPlane></bpmndi:BPMNDiagram></definitions>",
                                    [&](std::string_view) { return &schemas.bpmn(); });
        QCOMPARE(parsed.problems.size(), 1);
        QCOMPARE(parsed.problems.first().message,
                 u"`dc:Bounds` must be empty, without so much as a blank between its tags."_s);
    }

    void namesTheRoot()
    {
        const Schemas schemas;
        const Parsed parsed = parse("<process id='p'/>", [&](std::string_view) { return &schemas.bpmn(); });
        QCOMPARE(parsed.problems.size(), 1);
        QCOMPARE(parsed.problems.first().message, u"The file cannot begin with `process`."_s);
    }
};

QTEST_GUILESS_MAIN(TestSchemaMessage)
#include "tst_schemamessage.moc"
