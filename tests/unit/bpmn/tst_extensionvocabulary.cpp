// SPDX-License-Identifier: Apache-2.0
#include "bpmn/extensionvocabulary.h"
#include "bpmn/namespaces.h"

#include <QTest>

using namespace pipeline;
using namespace pipeline::bpmn;
using namespace Qt::StringLiterals;

class TestExtensionVocabulary : public QObject {
    Q_OBJECT

    const ExtensionVocabulary &m_vocabulary = extensionVocabulary();

private slots:
    void knowsWhatTheEngineReads()
    {
        for (const auto name :
             {"asyncBefore", "assignee", "historyTimeToLive", "errorMessage", "decisionRefVersionTag"})
            QVERIFY2(m_vocabulary.attribute(name), name);
        for (const auto name :
             {"taskListener", "inputParameter", "list", "script", "connectorId", "string", "constraint"})
            QVERIFY2(m_vocabulary.element(name), name);
        QVERIFY(!m_vocabulary.attribute("asyncBefor"));
        QVERIFY(!m_vocabulary.attribute("camunda:errorMessage"));
        QVERIFY(!m_vocabulary.element("inOutBinding")); // abstract
        QVERIFY(!m_vocabulary.element("assignable")); // stands for its attributes only
        QVERIFY(m_vocabulary.attributeNames().contains(u"topic"_s));
        QVERIFY(m_vocabulary.elementNames().contains(u"formField"_s));
    }

    void knowsFlags()
    {
        QVERIFY(m_vocabulary.attribute("exclusive")->isFlag);
        QVERIFY(!m_vocabulary.attribute("topic")->isFlag);
        QVERIFY(m_vocabulary.element("in")->flags.contains("local"));
    }

    void knowsTheAttributesOfElements()
    {
        const auto *field = m_vocabulary.element("field");
        QVERIFY(field->attributes.contains("stringValue"));
        QVERIFY(field->attributes.contains("expression")); // read, and not in the list
        QVERIFY(m_vocabulary.element("in")->attributes.contains("businessKey")); // inherited
        QVERIFY(m_vocabulary.element("errorEventDefinition")->isOpen);
        QVERIFY(!field->isOpen);
    }

    void anAttributeBelongsToAllThatItsTypeStandsFor()
    {
        using Places = ExtensionVocabulary::Places;
        QCOMPARE(m_vocabulary.attribute("topic")->places,
                 (Places{"BusinessRuleTask", "MessageEventDefinition", "SendTask", "ServiceTask"}));
        QCOMPARE(m_vocabulary.attribute("asyncBefore")->places,
                 (Places{"Activity", "Event", "Gateway", "MultiInstanceLoopCharacteristics"}));
        QCOMPARE(m_vocabulary.element("field")->places,
                 (Places{"BusinessRuleTask", "MessageEventDefinition", "SendTask", "ServiceTask", "executionListener",
                         "taskListener"}));
    }

    void anElementIsInItsPlaces_data()
    {
        QTest::addColumn<QString>("element");
        QTest::addColumn<QString>("place");
        QTest::addColumn<bool>("expected");
        const auto row = [](const char *element, const char *place, bool expected) {
            QTest::addRow("%s in %s", element, place)
                << QString::fromLatin1(element) << QString::fromLatin1(place) << expected;
        };
        row("userTask", "UserTask", true);
        row("userTask", "Task", true);
        row("task", "Task", true);
        row("userTask", "Activity", true);
        row("userTask", "FlowElement", true);
        row("userTask", "ServiceTask", false);
        row("userTask", "Event", false);
        row("userTask", "*", true);
        row("callActivity", "Activity", true);
        row("callActivity", "Task", false);
        row("transaction", "SubProcess", true);
        row("exclusiveGateway", "Gateway", true);
        row("boundaryEvent", "Event", true);
        row("boundaryEvent", "FlowNode", true);
        row("sequenceFlow", "FlowElement", true);
        row("sequenceFlow", "FlowNode", false);
        row("conditionExpression", "FormalExpression", true);
        row("process", "Process", true);
        row("process", "FlowElement", false);
        row("messageEventDefinition", "Event", false);
    }

    void anElementIsInItsPlaces()
    {
        QFETCH(QString, element);
        QFETCH(QString, place);
        const std::string name = element.toStdString();
        xml::Element bpmnElement;
        bpmnElement.name = name;
        bpmnElement.nameSpace = model;
        QTEST(isIn(bpmnElement, {place.toStdString()}), "expected");
    }

    void anExtensionIsInPlacesOfItsName()
    {
        xml::Element listener;
        listener.name = "taskListener";
        listener.nameSpace = camunda;
        QVERIFY(isIn(listener, m_vocabulary.element("field")->places));
        QVERIFY(!isIn(listener, {"UserTask"}));
    }
};

QTEST_GUILESS_MAIN(TestExtensionVocabulary)
#include "tst_extensionvocabulary.moc"
