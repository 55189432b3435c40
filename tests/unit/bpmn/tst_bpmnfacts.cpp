// SPDX-License-Identifier: Apache-2.0
#include "bpmn/bpmnfacts.h"

#include "xml/parser.h"

#include <QTest>

using namespace pipeline;
using namespace Qt::StringLiterals;

class TestBpmnFacts : public QObject {
    Q_OBJECT

private:
    static DefinitionFacts read(const QByteArray &content)
    {
        const xml::Parsed parsed = xml::parse(
            "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' xmlns:q='urn:q' "
            "xmlns:camunda='http://camunda.org/schema/1.0/bpmn' xmlns:activiti='http://activiti.org/bpmn'>\n"
            + content + "</definitions>");
        return bpmn::readFacts(parsed.document);
    }

    static Reference only(const QByteArray &element)
    {
        const auto references = read("<process id='p' isExecutable='true'>\n" + element + "</process>").references;
        return references.size() == 1 ? references.first() : Reference();
    }

private slots:
    void processes()
    {
        const DefinitionFacts facts = read("<process id='a' name='A' isExecutable=' true ' camunda:versionTag='1.2'/>\n"
                                           "<process id='b' isExecutable='1'/>\n  <process id='c'/>");
        QCOMPARE(facts.processes,
                 (QList<ProcessFact>{{u"a"_s, u"A"_s, true, u"1.2"_s, 2, 1},
                                     {u"b"_s, {}, false, {}, 3, 1},
                                     {u"c"_s, {}, false, {}, 4, 3}}));
        QCOMPARE(facts.keys(), QStringList{u"a"_s});
    }

    void references_data()
    {
        QTest::addColumn<QByteArray>("element");
        QTest::addColumn<ReferenceKind>("kind");
        QTest::addColumn<QString>("target");
        QTest::addColumn<Binding>("binding");
        QTest::addColumn<bool>("tie");
        using enum ReferenceKind;
        QTest::newRow("call") << QByteArray("<callActivity id='t' calledElement='x'/>") << CalledElement << u"x"_s
                              << Binding::Latest << false;
        QTest::newRow("call, deployment")
            << QByteArray("<callActivity id='t' calledElement='x' camunda:calledElementBinding='deployment'/>")
            << CalledElement << u"x"_s << Binding::Deployment << true;
        QTest::newRow("call, version") << QByteArray(
            "<callActivity id='t' calledElement='x' camunda:calledElementBinding='version'/>")
                                       << CalledElement << u"x"_s << Binding::Version << false;
        QTest::newRow("case") << QByteArray(
            "<callActivity id='t' camunda:caseRef='x' camunda:caseBinding='deployment'/>")
                              << CalledCase << u"x"_s << Binding::Deployment << true;
        QTest::newRow("decision") << QByteArray(
            "<businessRuleTask id='t' camunda:decisionRef='x' camunda:decisionRefBinding='versionTag'/>")
                                  << Decision << u"x"_s << Binding::VersionTag << false;
        QTest::newRow("decision, expression") << QByteArray(
            "<businessRuleTask id='t' camunda:decisionRef='${x}' camunda:decisionRefBinding='deployment'/>")
                                              << Decision << u"${x}"_s << Binding::Deployment << false;
        QTest::newRow("older namespace") << QByteArray("<businessRuleTask id='t' activiti:decisionRef='x'/>")
                                         << Decision << u"x"_s << Binding::Latest << false;
        QTest::newRow("form") << QByteArray(
            "<userTask id='t' camunda:formRef='x' camunda:formRefBinding='deployment'/>")
                              << Form << u"x"_s << Binding::Deployment << true;
        QTest::newRow("form of a start event")
            << QByteArray("<startEvent id='t' camunda:formRef='x' camunda:formRefBinding='latest'/>") << Form << u"x"_s
            << Binding::Latest << false;
        QTest::newRow("embedded form") << QByteArray("<userTask id='t' camunda:formKey='embedded:deployment:x.html'/>")
                                       << FormKey << u"x.html"_s << Binding::Deployment << true;
        QTest::newRow("form file") << QByteArray("<userTask id='t' camunda:formKey='camunda-forms:deployment:x.form'/>")
                                   << FormKey << u"x.form"_s << Binding::Deployment << true;
        QTest::newRow("plain form") << QByteArray("<userTask id='t' camunda:formKey='deployment:x.html'/>") << FormKey
                                    << u"x.html"_s << Binding::Deployment << true;
        QTest::newRow("script task") << QByteArray("<scriptTask id='t' camunda:resource='deployment://x.js'/>")
                                     << Resource << u"x.js"_s << Binding::Deployment << true;
        QTest::newRow("script of a listener")
            << QByteArray("<task id='t'><extensionElements><camunda:executionListener><camunda:script "
                          "resource='deployment://x.js'/></camunda:executionListener></extensionElements></task>")
            << Resource << u"x.js"_s << Binding::Deployment << true;
    }

    void references()
    {
        QFETCH(QByteArray, element);
        const Reference reference = only(element);
        QFETCH(ReferenceKind, kind);
        QVERIFY2(reference.kind == kind, qPrintable(toString(reference.kind)));
        QTEST(reference.target, "target");
        QTEST(reference.binding, "binding");
        QTEST(reference.isTie(), "tie");
        QCOMPARE(reference.element, u"t"_s);
        QCOMPARE(reference.line, 3);
    }

    void leavesOutWhatIsNotRead()
    {
        QVERIFY(read("<process id='p'><callActivity id='t' calledElement='x'/></process>").references.isEmpty());
        QVERIFY(read("<callActivity id='t' calledElement='x'/>").references.isEmpty());
        QVERIFY(only("<userTask id='t' camunda:formKey='embedded:app:x.html'/>").target.isEmpty());
        QVERIFY(only("<scriptTask id='t' camunda:resource='classpath://x.js'/>").target.isEmpty());
    }

    void messageStarts()
    {
        const QByteArray messages = "<message id='m' name='NovoCliente'/>";
        const QByteArray start = "<startEvent id='s'><messageEventDefinition messageRef='q:m'/></startEvent>";
        QCOMPARE(read(messages + "<process id='p' isExecutable='true'>\n" + start + "</process>").messageStarts,
                 (QList<MessageStart>{{u"NovoCliente"_s, u"p"_s, u"s"_s, 3, 1}}));
        QVERIFY(read(messages + "<process id='p'>" + start + "</process>").messageStarts.isEmpty());
        QVERIFY(read(messages + "<process id='p' isExecutable='true'><subProcess id='u'>" + start
                     + "</subProcess></process>")
                    .messageStarts.isEmpty());
        QVERIFY(read("<process id='p' isExecutable='true'>" + start + "</process>").messageStarts.isEmpty());
    }

    void strayElementsDoNoHarm()
    {
        const xml::Parsed parsed = xml::parse(
            "<startEvent xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'><messageEventDefinition/></startEvent>");
        QVERIFY(parsed.wellFormed());
        QCOMPARE(bpmn::readFacts(parsed.document), DefinitionFacts());
    }
};

QTEST_GUILESS_MAIN(TestBpmnFacts)
#include "tst_bpmnfacts.moc"
