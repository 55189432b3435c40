// SPDX-License-Identifier: Apache-2.0
#include "dmn/dmnfacts.h"

#include "xml/parser.h"

#include <QTest>

using namespace pipeline;
using namespace Qt::StringLiterals;

class TestDmnFacts : public QObject {
    Q_OBJECT

private:
    static DefinitionFacts read(const QByteArray &content)
    {
        const xml::Parsed parsed = xml::parse(
            "<d:definitions xmlns:d='https://www.omg.org/spec/DMN/20191111/MODEL/' id='requisitos' "
            "name='Risco' namespace='t'>\n"
            + content + "</d:definitions>");
        return dmn::readFacts(parsed.document);
    }

private slots:
    void knowsDecisionsWithLogic()
    {
        const DefinitionFacts facts = read("<d:decision id='a' name='A'><d:decisionTable id='t'/></d:decision>\n"
                                           "<d:decision id='b' name='B'><d:literalExpression/></d:decision>\n"
                                           " <d:decision id='c'/>\n<d:decision id='e'><d:context/></d:decision>\n"
                                           "<d:inputData id='i'/><x:decision xmlns:x='urn:x' id='f'/>");
        QCOMPARE(facts.decisions,
                 (QList<DecisionFact>{{u"a"_s, u"A"_s, true, 2, 1},
                                      {u"b"_s, u"B"_s, true, 3, 1},
                                      {u"c"_s, {}, false, 4, 2},
                                      {u"e"_s, {}, false, 5, 1}}));
        QCOMPARE(facts.keys(), (QStringList{u"a"_s, u"b"_s}));
        QCOMPARE(facts.requirementsKey(), u"requisitos"_s);
    }

    void oneDecisionMakesNoRequirements()
    {
        const DefinitionFacts facts = read(
            "<d:decision id='a'><d:decisionTable id='t'/></d:decision><d:decision id='b'/>");
        QCOMPARE(facts.requirementsId, u"requisitos"_s);
        QVERIFY(facts.requirementsKey().isEmpty());
    }

    void anEmptyDocumentHasNone() { QCOMPARE(dmn::readFacts(xml::Document()), DefinitionFacts()); }
};

QTEST_GUILESS_MAIN(TestDmnFacts)
#include "tst_dmnfacts.moc"
