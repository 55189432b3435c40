// SPDX-License-Identifier: Apache-2.0
#include "validation/fixfile.h"

#include <QTest>

using namespace pipeline;
using namespace pipeline::validation;
using namespace Qt::StringLiterals;

namespace {

const QByteArray head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"\n"
                        "  xmlns:camunda=\"http://camunda.org/schema/1.0/bpmn\" targetNamespace=\"t\">\n";
const QByteArray process = "<process id=\"p\" isExecutable=\"true\" camunda:historyTimeToLive=\"5\">\n";
const QByteArray start = "<startEvent id=\"s\"/>\n";
const QByteArray end = "</process>\n</definitions>\n";

} // namespace

/// Repairs, which change what they have to and no byte more.
class TestFix : public QObject {
    Q_OBJECT

    const Validator m_validator;

    FixedFile fix(const QByteArray &bytes, const QString &timeToLive = {}, const QString &path = u"a.bpmn"_s) const
    {
        Options options;
        options.timeToLive = timeToLive;
        return fixFile(m_validator, {path, *fileKindOf(path), bytes, {}}, options);
    }

private slots:
    void appliesEdits()
    {
        const QByteArray bytes = "0123456789";
        QCOMPARE(applyFixes(bytes, {}).bytes, bytes);
        const Fixed both = applyFixes(bytes, {{{8, 1, "X"}}, {{0, 0, "a"}, {2, 3, {}}}});
        QCOMPARE(both.bytes, "a01567X9");
        QCOMPARE(both.count, 2);
        QCOMPARE(applyFixes(bytes, {{{10, 0, "end"}}}).bytes, "0123456789end");
    }

    void anEditThatTwoNeedIsMadeOnce()
    {
        const Fixed fixed = applyFixes("0123", {{{0, 0, "x"}, {1, 0, "a"}}, {{0, 0, "x"}, {1, 0, "b"}}});
        QCOMPARE(fixed.bytes, "x0ab123");
        QCOMPARE(fixed.count, 2);
    }

    void whatTouchesAnEarlierFixIsLeftOut()
    {
        const Fixed fixed = applyFixes("0123456789",
                                       {{{2, 3, "x"}}, {{4, 2, "y"}, {9, 1, {}}}, {{3, 0, "z"}}, {{5, 0, "w"}}});
        QCOMPARE(fixed.bytes, "01xw56789");
        QCOMPARE(fixed.count, 2);
    }

    void repairs_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<int>("count");
        const auto row = [](const char *name, const QByteArray &before, const QByteArray &after, int count = 1) {
            QTest::newRow(name) << before << after << count;
        };
        const auto body = [](const QByteArray &content) { return head + process + content + end; };
        row("history time to live in other capitals",
            head + "<process id='p' isExecutable='true' camunda:historyTimeToLive=' p30d '>\n" + start + end,
            head + "<process id='p' isExecutable='true' camunda:historyTimeToLive='P30D'>\n" + start + end);
        row("attribute in other capitals", body("<startEvent id=\"s\"  isinterrupting = \"true\"/>"),
            body("<startEvent id=\"s\"  isInterrupting = \"true\"/>"));
        row("attribute of the engine in other capitals",
            body("<startEvent id=\"s\" name='camunda:AsyncBefore=\"x\"'  camunda:AsyncBefore = 'true'"
                 " camunda:FORMKEY=\"f\"/>"),
            body("<startEvent id=\"s\" name='camunda:AsyncBefore=\"x\"'  camunda:asyncBefore = 'true'"
                 " camunda:formKey=\"f\"/>"),
            2);
        row("attribute of an extension in other capitals",
            body("<startEvent id=\"s\"><extensionElements><camunda:properties><camunda:property Name=\"a\" value=\"\"/>"
                 "</camunda:properties></extensionElements></startEvent>"),
            body("<startEvent id=\"s\"><extensionElements><camunda:properties><camunda:property name=\"a\" value=\"\"/>"
                 "</camunda:properties></extensionElements></startEvent>"));
        row("attribute of the diagram",
            body(start).replace("</definitions>",
                                "<d:BPMNDiagram xmlns:d=\"http://www.omg.org/spec/BPMN/20100524/DI\"><d:BPMNPlane "
                                "bpmnelement=\"p\"/></d:BPMNDiagram></definitions>"),
            body(start).replace("</definitions>",
                                "<d:BPMNDiagram xmlns:d=\"http://www.omg.org/spec/BPMN/20100524/DI\"><d:BPMNPlane "
                                "bpmnElement=\"p\"/></d:BPMNDiagram></definitions>"));
        row("True", head + QByteArray(process).replace("\"true\"", "'True'") + start + end,
            head + QByteArray(process).replace("\"true\"", "'true'") + start + end);
        row("1 for true",
            body(start
                 + "<task id=\"t\"><multiInstanceLoopCharacteristics "
                   "isSequential=\"1\"><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics></"
                   "task>\n"),
            body(start
                 + "<task id=\"t\"><multiInstanceLoopCharacteristics "
                   "isSequential=\"true\"><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics></"
                   "task>\n"));
        row("priority between blanks", body("<startEvent id=\"s\" camunda:jobPriority=\" 50\t\"/>"),
            body("<startEvent id=\"s\" camunda:jobPriority=\"50\"/>"));
        row("missing id", body("<startEvent\n  name=\"S\"/><endEvent id=\"startEvent_1\"/>"),
            body("<startEvent id=\"startEvent_2\"\n  name=\"S\"/><endEvent id=\"startEvent_1\"/>"));
        const auto shown = [&](const QByteArray &id) {
            return body(start).replace(
                "</definitions>",
                "<d:BPMNDiagram xmlns:d=\"http://www.omg.org/spec/BPMN/20100524/DI\"><d:BPMNPlane bpmnElement=\"p\">"
                "<d:BPMNShape bpmnElement=\""
                    + id
                    + "\"><c:Bounds xmlns:c=\"http://www.omg.org/spec/DD/20100524/DC\" x=\"1\" y=\"1\" width=\"9\" "
                      "height=\"9\"/></d:BPMNShape></d:BPMNPlane></d:BPMNDiagram></definitions>");
        };
        row("prefixed id in the diagram", shown("camunda:s"), shown("s"));
        row("blanks before the declaration", " \r\n\t" + body(start), body(start));
        row("bare ampersands", body("<startEvent id=\"s\" name=\"a & b &c d&&e &amp; f\"/>"),
            body("<startEvent id=\"s\" name=\"a &amp; b &amp;c d&amp;&amp;e &amp; f\"/>"), 4);
        row("ampersands in text",
            body("<startEvent id=\"s\"><documentation>?a=1&b=2 &#38; & </documentation></startEvent>"),
            body("<startEvent id=\"s\"><documentation>?a=1&amp;b=2 &#38; &amp; </documentation></startEvent>"), 2);
        row("undeclared prefix",
            QByteArray(body(start)).replace("  xmlns:camunda=\"http://camunda.org/schema/1.0/bpmn\"", ""),
            QByteArray(body(start))
                .replace("  xmlns:camunda=\"http://camunda.org/schema/1.0/bpmn\"", "")
                .replace("targetNamespace=\"t\"",
                         "targetNamespace=\"t\" xmlns:camunda=\"http://camunda.org/schema/1.0/bpmn\""));
        row("document type", body(start).replace("?>\n", "?>\n<!DOCTYPE definitions SYSTEM \"a>b.dtd\">\n"),
            body(start).replace("?>\n", "?>\n\n"));
        row("byte order mark and line ends", "\xef\xbb\xbf" + body("<startEvent name=\"ç\"/>").replace("\n", "\r\n"),
            "\xef\xbb\xbf" + body("<startEvent id=\"startEvent_1\" name=\"ç\"/>").replace("\n", "\r\n"));
        row("one after the other", "\n" + body("<startEvent name=\"a & b\"/>"),
            body("<startEvent id=\"startEvent_1\" name=\"a &amp; b\"/>"), 3);
    }

    void repairs()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QFETCH(int, count);
        const FixedFile result = fix(before);
        QCOMPARE(result.fixed.bytes, after);
        QCOMPARE(result.fixed.count, count);
        QVERIFY(result.report.fixes.isEmpty());
        QVERIFY(result.report.verdict() == Verdict::Accepted);
    }

    void leavesWhatHasNotOneObviousRepair_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const auto body = [](const QByteArray &content) { return head + process + content + end; };
        QTest::newRow("nothing wrong") << body(start);
        QTest::newRow("not executable") << head + "<process id=\"p\">" + start + end;
        QTest::newRow("no history time to live") << head + "<process id=\"p\" isExecutable=\"true\">" + start + end;
        QTest::newRow("no number") << head
                + "<process id=\"p\" isExecutable=\"true\" camunda:historyTimeToLive=\"P1M\">" + start + end;
        QTest::newRow("the right attribute is there, too")
            << body("<startEvent id=\"s\" isinterrupting=\"true\" isInterrupting=\"true\"/>");
        QTest::newRow("two attributes that could be meant")
            << body("<startEvent id=\"s\" isinterrupting=\"true\" IsInterrupting=\"false\"/>");
        QTest::newRow("the engine's right attribute is there, too")
            << body("<startEvent id=\"s\" camunda:AsyncBefore=\"true\" camunda:asyncBefore=\"false\"/>");
        QTest::newRow("two attributes of the engine that could be meant")
            << body("<startEvent id=\"s\" camunda:AsyncBefore=\"true\" camunda:asyncbefore=\"false\"/>");
        QTest::newRow("more than the capitals is wrong") << body("<startEvent id=\"s\" camunda:AsyncBefor=\"true\"/>");
        QTest::newRow("an element of the engine in other capitals")
            << body("<startEvent id=\"s\"><extensionElements><camunda:Properties/></extensionElements></startEvent>");
        QTest::newRow("an attribute of another element") << body("<startEvent id=\"s\" isexecutable=\"true\"/>");
        QTest::newRow("an unknown entity") << body("<startEvent id=\"s\" name=\"&nbsp;\"/>");
        QTest::newRow("a document type with declarations")
            << body(start).replace("?>\n", "?>\n<!DOCTYPE definitions [<!ENTITY e \"x\">]>\n");
        QTest::newRow("a document type without end") << QByteArray("<!DOCTYPE definitions SYSTEM \"a");
        QTest::newRow("an unknown prefix") << body("<x:startEvent id=\"s\"/>");
        QTest::newRow("text before the declaration") << "x" + body(start);
        QTest::newRow("cut off") << body(start).chopped(20);
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("another encoding") << body("<startEvent name=\"\xe7\"/>").replace("UTF-8", "ISO-8859-1");
    }

    void leavesWhatHasNotOneObviousRepair()
    {
        QFETCH(QByteArray, bytes);
        const FixedFile result = fix(bytes);
        QCOMPARE(result.fixed.bytes, bytes);
        QCOMPARE(result.fixed.count, 0);
    }

    void givesTheTimeToLiveThatItIsTold()
    {
        const QByteArray without = head + "<process id=\"p\" isExecutable=\"true\">" + start + end;
        QCOMPARE(fix(without, u"180"_s).fixed.bytes,
                 QByteArray(without).replace("true\">", "true\" camunda:historyTimeToLive=\"180\">"));
        const QByteArray empty = QByteArray(without).replace(" isExec", " camunda:historyTimeToLive=\"\" isExec");
        QCOMPARE(fix(empty, u"0"_s).fixed.bytes, QByteArray(empty).replace("ToLive=\"\"", "ToLive=\"0\""));
        const QByteArray written = head + "<process id=\"p\" isExecutable=\"true\" camunda:historyTimeToLive=\"7\">"
            + start + end;
        QCOMPARE(fix(written, u"180"_s).fixed.bytes, written);
    }

    void declaresItsPrefixOnce()
    {
        const QByteArray bytes =
            "<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\" id=\"d\" name=\"d\" namespace=\"n\">\n"
            "<decision id=\"a\" name=\"a\"><variable "
            "name=\"a\"/><literalExpression><text>1</text></literalExpression></decision>\n"
            "<decision id=\"b\" name=\"b\"><variable "
            "name=\"b\"/><literalExpression><text>1</text></literalExpression></decision>\n"
            "</definitions>\n";
        const FixedFile result = fix(bytes, u"30"_s, u"a.dmn"_s);
        QCOMPARE(result.fixed.bytes,
                 QByteArray(bytes)
                     .replace("namespace=\"n\"", "namespace=\"n\" xmlns:camunda=\"http://camunda.org/schema/1.0/dmn\"")
                     .replace("><variable", " camunda:historyTimeToLive=\"30\"><variable"));
        QCOMPARE(result.fixed.count, 2);
        QVERIFY(result.report.verdict() == Verdict::Accepted);
        const QByteArray taken = QByteArray(bytes).replace("<definitions ",
                                                           "<definitions xmlns:camunda=\"urn:other\" ");
        QCOMPARE(fix(taken, u"30"_s, u"a.dmn"_s).fixed.bytes, taken);
    }

    void writesValuesThatXmlCanHold()
    {
        const QByteArray without = head + "<process id=\"p\" isExecutable=\"true\">" + start + end;
        QCOMPARE(fix(without, u"<&\"'>"_s).fixed.bytes.count("historyTimeToLive=\"&lt;&amp;&quot;&apos;&gt;\""), 1);
    }
};

QTEST_GUILESS_MAIN(TestFix)
#include "tst_fix.moc"
