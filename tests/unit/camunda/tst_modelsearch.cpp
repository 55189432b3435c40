// SPDX-License-Identifier: Apache-2.0
#include "camunda/modelsearch.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace pipeline::camunda;

/// Where a text stands in the files that were sent.
class TestModelSearch : public QObject {
    Q_OBJECT

private slots:
    void findsIds();
    void findsWholeValuesFirst();
    void findsUnescapedText();
    void readsAsFarAsItCan();
    void findsNothing();

private:
    const QList<ResourceFile> m_files{
        {u"a.bpmn"_s,
         "<definitions>\n"
         "  <process id='p'>\n"
         "    <serviceTask id='t' class='x.Y'/>\n"
         "    <sequenceFlow id='f' sourceRef='t'><condition>\n"
         "      ${a &lt; 1}\n"
         "    </condition></sequenceFlow>\n"
         "  </process>\n"
         "  <shape bpmnElement='t'/>\n"
         "</definitions>"},
        {u"b.bpmn"_s, "<definitions><process id='p'><x class='x.YZ'/></process></definitions>"}};
};

void TestModelSearch::findsIds()
{
    QCOMPARE(elementsWithId(m_files, u"t"_s), (QList<ModelPlace>{{u"a.bpmn"_s, 3, 38, u"t"_s}}));
    QCOMPARE(elementsWithId(m_files, u"p"_s),
             (QList<ModelPlace>{{u"a.bpmn"_s, 2, 19, u"p"_s}, {u"b.bpmn"_s, 1, 30, u"p"_s}}));
}

void TestModelSearch::findsWholeValuesFirst()
{
    QCOMPARE(placesOf(m_files, u"x.Y"_s), (QList<ModelPlace>{{u"a.bpmn"_s, 3, 38, u"t"_s}}));
    QCOMPARE(placesOf(m_files, u".YZ"_s), (QList<ModelPlace>{{u"b.bpmn"_s, 1, 47, u"p"_s}}));
    QCOMPARE(placesOf(m_files, u"x."_s).size(), 2);
}

void TestModelSearch::findsUnescapedText()
{
    const QList<ModelPlace> places = placesOf(m_files, u"${a < 1}"_s);
    QCOMPARE(places.size(), 1);
    QCOMPARE(places.first().element, u"f"_s);
    QCOMPARE(places.first().line, 4);
}

void TestModelSearch::readsAsFarAsItCan()
{
    const QList<ResourceFile> broken{{u"c.bpmn"_s, "<a id='x'><b id='y'></a>"},
                                     {u"d.bpmn"_s, "</a></b>"},
                                     {u"e.form"_s, "{\"id\":\"x\"}"},
                                     {u"f.bpmn"_s, ""}};
    QCOMPARE(elementsWithId(broken, u"y"_s).size(), 1);
    QVERIFY(elementsWithId(broken, u"z"_s).isEmpty());
}

void TestModelSearch::findsNothing()
{
    QVERIFY(placesOf(m_files, {}).isEmpty());
    QVERIFY(placesOf({}, u"x"_s).isEmpty());
    QVERIFY(placesOf(m_files, u"nowhere"_s).isEmpty());
}

QTEST_GUILESS_MAIN(TestModelSearch)
#include "tst_modelsearch.moc"
