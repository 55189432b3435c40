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

    void externalTasks()
    {
        const auto tasksOf = [](const QByteArray &element) {
            return read("<process id='p' isExecutable='true'>\n" + element + "</process>").externalTasks;
        };
        QCOMPARE(tasksOf("<serviceTask id='t' camunda:type='external' camunda:topic='x'/>"),
                 (QList<ExternalTask>{{u"x"_s, u"t"_s, 3, 1}}));
        QCOMPARE(
            tasksOf("<endEvent id='e'><messageEventDefinition camunda:type='external' camunda:topic='x'/></endEvent>"),
            (QList<ExternalTask>{{u"x"_s, u"e"_s, 3, 18}}));
        QVERIFY(tasksOf("<serviceTask id='t' camunda:type='external'/>").isEmpty());
        QVERIFY(tasksOf("<serviceTask id='t' camunda:topic='x'/>").isEmpty());
    }

    void namedEvents_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QStringList>("events");
        const auto row = [](const char *name, const QByteArray &content, const QStringList &events) {
            QTest::newRow(name) << content << events;
        };
        const QByteArray throwing = "<endEvent id='e'><messageEventDefinition messageRef='m'/></endEvent>";
        row("message thrown", throwing, {u"message thrown N e"_s});
        row("message caught", "<startEvent id='e'><messageEventDefinition messageRef='q:m'/></startEvent>",
            {u"message caught N e"_s});
        row("tasks", "<sendTask id='a' messageRef='m'/><receiveTask id='b' messageRef='m'/><sendTask id='c'/>",
            {u"message thrown N a"_s, u"message caught N b"_s});
        row("signal", "<boundaryEvent id='e'><signalEventDefinition signalRef='s'/></boundaryEvent>",
            {u"signal caught S e"_s});
        row("error thrown", "<endEvent id='e'><errorEventDefinition errorRef='r'/></endEvent>",
            {u"error thrown 7 e"_s});
        row("the code itself", "<endEvent id='e'><errorEventDefinition errorRef='x'/></endEvent>",
            {u"error thrown x e"_s});
        row("error of a task",
            "<serviceTask id='t'><extensionElements><camunda:errorEventDefinition errorRef='r'/></extensionElements>"
            "</serviceTask>",
            {u"error thrown 7 t"_s});
        row("any error, of code",
            "<boundaryEvent id='e' attachedToRef='t'><errorEventDefinition/></boundaryEvent><userTask id='t'/>",
            {u"error caught  e open"_s});
        row("error that nothing here throws",
            "<boundaryEvent id='e' attachedToRef='t'><errorEventDefinition errorRef='r'/></boundaryEvent>"
            "<receiveTask id='t'/>",
            {u"error caught 7 e"_s});
        row("drawn partner",
            throwing
                + "</process><process id='other'/><collaboration><participant id='o' processRef='q:other'/>"
                  "<messageFlow sourceRef='e' targetRef='o'/></collaboration><process id='last'>",
            {u"message thrown N e open"_s});
        row("partner that runs",
            throwing
                + "</process><process id='other' isExecutable='true'><receiveTask id='o'/></process><collaboration>"
                  "<messageFlow sourceRef='e' targetRef='o'/></collaboration><process id='last'>",
            {u"message thrown N e"_s});
        row("nothing there", "<endEvent id='e'><messageEventDefinition messageRef='s'/></endEvent>", {});
        row("not executable", "</process><process id='q'>" + throwing, {});
    }

    void namedEvents()
    {
        QFETCH(QByteArray, content);
        const QList<NamedEvent> events = read("<message id='m' name='N'/><signal id='s' name='S'/><error id='r' "
                                              "errorCode='7'/><process id='p' isExecutable='true'>"
                                              + content + "</process>")
                                             .events;
        QStringList found;
        for (const NamedEvent &event : events) {
            static const QStringList kinds{u"message"_s, u"signal"_s, u"error"_s};
            found << kinds[int(event.kind)] + (event.thrown ? u" thrown "_s : u" caught "_s) + event.name + u' '
                    + event.element + (event.isOpen ? u" open"_s : QString());
        }
        QTEST(found, "events");
    }

    void strayElementsDoNoHarm()
    {
        const xml::Parsed parsed = xml::parse(
            "<startEvent xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'><messageEventDefinition/></startEvent>");
        QVERIFY(parsed.wellFormed());
        QCOMPARE(bpmn::readFacts(parsed.document), DefinitionFacts());
        for (const QByteArray name : {"messageEventDefinition", "signalEventDefinition", "errorEventDefinition"}) {
            const xml::Parsed root = xml::parse("<" + name + " xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'/>");
            QCOMPARE(bpmn::readFacts(root.document), DefinitionFacts());
        }
    }
};

QTEST_GUILESS_MAIN(TestBpmnFacts)
#include "tst_bpmnfacts.moc"
