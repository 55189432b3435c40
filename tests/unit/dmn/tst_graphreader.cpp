// SPDX-License-Identifier: Apache-2.0
#include "dmn/graphreader.h"

#include "xml/parser.h"

#include <QTest>

using namespace pipeline;
using namespace Qt::StringLiterals;

class TestGraphReader : public QObject {
    Q_OBJECT

private:
    static dmn::Graph read(const QByteArray &content)
    {
        return dmn::readGraph(
            xml::parse("<d:definitions xmlns:d='https://www.omg.org/spec/DMN/20191111/MODEL/' id='risco' "
                       "name='Risco' namespace='n' expressionLanguage='feel'>\n"
                       + content + "</d:definitions>")
                .document);
    }

    static dmn::Decision readDecision(const QByteArray &content)
    {
        const dmn::Graph graph = read("<d:decision id='a' name='A'>" + content + "</d:decision>");
        return graph.decisions.empty() ? dmn::Decision() : graph.decisions.front();
    }

    static dmn::Requirement readRequirement(const QByteArray &href)
    {
        const dmn::Decision decision = readDecision("<d:informationRequirement><d:requiredDecision href='" + href
                                                    + "'/></d:informationRequirement>");
        return decision.requirements.empty() ? dmn::Requirement() : decision.requirements.front();
    }

private slots:
    void readsDefinitions()
    {
        const dmn::Graph graph = read("<d:decision id=' a '/><d:inputData id='i'/><d:decision name='B'/>");
        QCOMPARE(graph.root, u"definitions"_s);
        QCOMPARE(graph.id, u"risco"_s);
        QCOMPARE(graph.language, u"feel"_s);
        QCOMPARE(graph.decisions.size(), size_t(2));
        QCOMPARE(graph.decisions[0].id, u"a"_s);
        QCOMPARE(graph.decisions[0].at.line, 2);
        QVERIFY(graph.decisions[1].id.isNull());
        QCOMPARE(graph.decisions[1].name, u"B"_s);
        QCOMPARE(graph.decisions[1].logic, dmn::Logic::None);
    }

    void readsTables()
    {
        const dmn::Decision decision = readDecision(
            "<d:decisionTable id='t' hitPolicy='COLLECT' aggregation='SUM'>\n"
            "<d:input id='i' label='Score'>"
            "<d:inputExpression typeRef='integer'><d:text>score</d:text></d:inputExpression></d:input>\n"
            "<d:output id='o' name='pontos' typeRef='long'/>\n"
            "<d:rule id='r'><d:inputEntry><d:text>&lt; 5</d:text></d:inputEntry>"
            "<d:outputEntry expressionLanguage='juel'><d:text>${1}</d:text></d:outputEntry></d:rule>\n"
            "</d:decisionTable>");
        QCOMPARE(decision.logic, dmn::Logic::Table);
        QVERIFY(decision.isEvaluated());
        QCOMPARE(decision.table.hitPolicy, u"COLLECT"_s);
        QCOMPARE(decision.table.aggregation, u"SUM"_s);
        QCOMPARE(decision.table.inputs.size(), size_t(1));
        QCOMPARE(decision.table.inputs[0].label, u"Score"_s);
        QCOMPARE(decision.table.inputs[0].expression.text, u"score"_s);
        QCOMPARE(decision.table.inputs[0].expression.type, u"integer"_s);
        QCOMPARE(decision.table.outputs.size(), size_t(1));
        QCOMPARE(decision.table.outputs[0].label, u"pontos"_s);
        QCOMPARE(decision.table.outputs[0].type, u"long"_s);
        QCOMPARE(decision.table.outputs[0].at.line, 4);
        QCOMPARE(decision.table.rules.size(), size_t(1));
        QCOMPARE(decision.table.rules[0].inputs.size(), size_t(1));
        QCOMPARE(decision.table.rules[0].inputs[0].text, u"< 5"_s);
        QCOMPARE(decision.table.rules[0].outputs.size(), size_t(1));
        QCOMPARE(decision.table.rules[0].outputs[0].language, u"juel"_s);
    }

    void readsLiteralExpressions()
    {
        const dmn::Decision decision = readDecision("<d:variable name='x' typeRef='string'/>"
                                                    "<d:literalExpression><d:text>1</d:text></d:literalExpression>");
        QCOMPARE(decision.logic, dmn::Logic::Literal);
        QVERIFY(decision.isEvaluated());
        QVERIFY(decision.hasVariable());
        QCOMPARE(decision.variableType, u"string"_s);
        QCOMPARE(decision.literal.text, u"1"_s);
    }

    void knowsWhatTheEngineDoesNotEvaluate()
    {
        for (const auto *name : {"context", "invocation", "list", "relation", "functionDefinition", "conditional",
                                 "for", "every", "some", "filter"}) {
            const dmn::Decision decision = readDecision(QByteArray("<d:") + name + "/>");
            QCOMPARE(decision.logic, dmn::Logic::Other);
            QCOMPARE(decision.logicName, QString::fromLatin1(name));
            QVERIFY(!decision.isEvaluated());
        }
    }

    void takesWhatIsEmptyForAbsent()
    {
        const dmn::Decision decision = readDecision("<d:decisionTable><d:output id='o' name='' label='L'/>"
                                                    "<d:output id='p' name=' '/></d:decisionTable>");
        QVERIFY(decision.table.outputs[0].name.isNull());
        QCOMPARE(decision.table.outputs[1].name, u" "_s);
    }

    void findsRequiredDecisionsByWhatFollowsTheHash()
    {
        for (const auto *href : {"#a", "a", " #a ", "other.dmn#a", "http://example.com/x#a"}) {
            QCOMPARE(readRequirement(href).id, u"a"_s);
            QCOMPARE(readRequirement(href).decision, 0);
        }
        for (const auto *href : {"#b", "#", ""})
            QCOMPARE(readRequirement(href).decision, -1);
        QCOMPARE(readRequirement("other.dmn#b").href, u"other.dmn#b"_s);
    }

    void anEmptyDocumentHasNone() { QVERIFY(dmn::readGraph(xml::Document()).decisions.empty()); }
};

QTEST_GUILESS_MAIN(TestGraphReader)
#include "tst_graphreader.moc"
