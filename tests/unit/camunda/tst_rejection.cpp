// SPDX-License-Identifier: Apache-2.0
#include "camunda/rejection.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace pipeline::camunda;

/// File, line and element, as far as the engine's words and the files together tell them. The bodies are those of a
/// Camunda 7.24; the integration tests get them from it.
class TestRejection : public QObject {
    Q_OBJECT

private slots:
    void readsParseProblems();
    void readsWarnings();
    void findsMissingLines();
    void tidiesMessages();
    void survivesOddDetails();
    void looksIntoTheFiles_data();
    void looksIntoTheFiles();
    void doesNotGuess_data();
    void doesNotGuess();
    void namesBothFilesOfOneKey();

private:
    static EngineFault fault(const QByteArray &json)
    {
        return engineFault({.status = 400, .headers = {}, .body = json}).value_or(EngineFault());
    }

    static EngineFault sentence(const QString &message)
    {
        return {.type = u"ProcessEngineException"_s, .message = message, .code = 0, .details = {}};
    }

    static QByteArray process(const QByteArray &id, const QByteArray &body)
    {
        return "<definitions>\n<process id=\"" + id + "\">\n" + body + "\n</process>\n</definitions>\n";
    }
};

void TestRejection::readsParseProblems()
{
    const Rejection rejection = rejectionOf(
        fault("{\"type\":\"ParseException\",\"message\":\"ENGINE-09005 Could not parse BPMN process. Errors: \\n* Bad. "
              "| resource bad.bpmn | line 6 | column 45\",\"code\":0,\"details\":{\"bad.bpmn\":{\"errors\":["
              "{\"message\":\"Bad.\",\"line\":6,\"column\":45,\"mainElementId\":\"Task_X\","
              "\"\xd0\xb5lementIds\":[\"Task_X\"]},"
              "{\"message\":\"cvc-id.1\",\"line\":8,\"column\":20,\"mainElementId\":null,\"\xd0\xb5lementIds\":[]}],"
              "\"warnings\":[]}}}"),
        {});
    QCOMPARE(rejection.code, u"ENGINE-09005"_s);
    QVERIFY(rejection.message.startsWith(u"ENGINE-09005 Could not parse BPMN process. Errors: * Bad."_s));
    const QList<EngineProblem> expected{
        {.file = u"bad.bpmn"_s, .line = 6, .column = 45, .element = u"Task_X"_s, .message = u"Bad."_s},
        {.file = u"bad.bpmn"_s, .line = 8, .column = 20, .element = {}, .message = u"cvc-id.1"_s}};
    QCOMPARE(rejection.problems, expected);
}

void TestRejection::readsWarnings()
{
    const Rejection rejection = rejectionOf(
        fault(R"({"type":"ParseException","message":"x","details":{"a.bpmn":{"errors":[{"message":"e","line":1}],
                 "warnings":[{"message":"w","line":2,"mainElementId":"cg"}]}}})"),
        {});
    QCOMPARE(rejection.problems.size(), 2);
    QVERIFY(!rejection.problems[0].warning);
    QVERIFY(rejection.problems[1].warning);
    QCOMPARE(rejection.problems[1].element, u"cg"_s);
}

void TestRejection::findsMissingLines()
{
    const Rejection rejection = rejectionOf(
        fault(R"({"type":"ParseException","message":"x","details":{"b.bpmn":{"errors":[
                 {"message":"Exclusive Gateway 'gw' has no outgoing sequence flows.","line":0,"column":0,
                  "mainElementId":"gw"}],"warnings":[]}}})"),
        {{u"a.bpmn"_s, process("a", "<exclusiveGateway id=\"gw\"/>")},
         {u"b.bpmn"_s, process("b", "<task id=\"t\"/>\n<exclusiveGateway id=\"gw\"/>")}});
    QCOMPARE(rejection.problems.size(), 1);
    QCOMPARE(rejection.problems.first().line, 4);
}

void TestRejection::tidiesMessages()
{
    const Rejection rejection = rejectionOf(
        fault(R"({"type":"ParseException","message":"x","details":{"a.bpmn":{"errors":[
                 {"message":"TTL\n* is null: TTL\n* is null","line":4}]}}})"),
        {});
    QCOMPARE(rejection.problems.first().message, u"TTL * is null"_s);
}

void TestRejection::survivesOddDetails()
{
    for (const QByteArray details : {"[]", "null", "7", R"({"a.bpmn":7})", R"({"a.bpmn":{"errors":{}}})"}) {
        const Rejection rejection = rejectionOf(
            fault(R"({"type":"ParseException","message":"x","details":)" + details + "}"), {});
        QCOMPARE(rejection.message, u"x"_s);
        QVERIFY(rejection.problems.isEmpty());
    }
}

void TestRejection::looksIntoTheFiles_data()
{
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("element");
    QTest::addRow("not well-formed")
        << u"ENGINE-09003 Could not parse 'a.bpmn'. XML document structures must start and end within the same entity."_s
        << u"ENGINE-09003"_s << u"a.bpmn"_s << 0 << QString();
    QTest::addRow("longest name") << u"ENGINE-09003 Could not parse 'aa.bpmn'. DOCTYPE is disallowed."_s
                                  << u"ENGINE-09003"_s << u"aa.bpmn"_s << 0 << QString();
    QTest::addRow("class") << u"ENGINE-01009 Error while parsing process. ENGINE-09008 Exception while instantiating "
                              "class 'com.x.No': ENGINE-09017 Cannot load class 'com.x.No': com.x.No."_s
                           << u"ENGINE-01009"_s << u"a.bpmn"_s << 3 << u"start"_s;
    QTest::addRow("expression") << u"ENGINE-01009 Error while parsing process. Error parsing '${x == 'a' b}': syntax "
                                   "error at position 4, encountered 'b', expected '}'."_s
                                << u"ENGINE-01009"_s << u"aa.bpmn"_s << 3 << u"Task_E"_s;
    QTest::addRow("function") << u"ENGINE-01009 Error while parsing process. Could not resolve function 'no:foo'."_s
                              << u"ENGINE-01009"_s << u"aa.bpmn"_s << 4 << u"Task_F"_s;
    QTest::addRow("timer")
        << u"ENGINE-09027 Exception while resolving duedate '1h': Invalid format: \"1h\" is malformed at \"h\""_s
        << u"ENGINE-09027"_s << u"aa.bpmn"_s << 5 << u"Timer"_s;
    QTest::addRow("message") << u"ENGINE-01011 Cannot deploy process definition 'aa.bpmn': there already is a message "
                                "event subscription for the message with name 'Pedido'."_s
                             << u"ENGINE-01011"_s << u"aa.bpmn"_s << 6 << u"Message_1"_s;
    QTest::addRow("decision") << u"ENGINE-22004 Unable to transform DMN resource 'f.dmn'."_s << u"ENGINE-22004"_s
                              << u"f.dmn"_s << 0 << QString();
    QTest::addRow("form") << u"ENGINE-09033 Could not parse Camunda Form resource g.form. Cause: java.io.EOFException: "
                             "End of input at line 2 column 7 path $.id"_s
                          << u"ENGINE-09033"_s << u"g.form"_s << 2 << QString();
}

void TestRejection::looksIntoTheFiles()
{
    QFETCH(QString, message);
    const QList<ResourceFile> files{
        {u"a.bpmn"_s, process("a", "<startEvent id=\"start\" formHandlerClass=\"com.x.No\"/>")},
        {u"aa.bpmn"_s,
         process("aa",
                 "<serviceTask id=\"Task_E\" expression=\"${x == 'a' b}\"/>\n"
                 "<serviceTask id=\"Task_F\" expression=\"${no:foo()}\"/>\n"
                 "<timerEventDefinition id=\"Timer\"><timeDuration>1h</timeDuration>"
                 "</timerEventDefinition>\n"
                 "<message id=\"Message_1\" name=\"Pedido\"/>")},
        {u"f.dmn"_s, "<definitions id=\"d\"/>"},
        {u"g.form"_s, "{\n\"id\":"}};
    const Rejection rejection = rejectionOf(sentence(message), files);
    QCOMPARE(rejection.message, message);
    QTEST(rejection.code, "code");
    QCOMPARE(rejection.problems.size(), 1);
    QTEST(rejection.problems.first().file, "file");
    QTEST(rejection.problems.first().line, "line");
    QTEST(rejection.problems.first().element, "element");
    QCOMPARE(rejection.problems.first().message, message);
}

void TestRejection::doesNotGuess_data()
{
    QTest::addColumn<QString>("message");
    QTest::addRow("nothing quoted") << u"An exception occurred in the persistence layer."_s;
    QTest::addRow("quoted in two files") << u"Error parsing '${x y}': syntax error at position 4"_s;
    QTest::addRow("quoted nowhere") << u"Cannot load class 'com.elsewhere.Y': com.elsewhere.Y"_s;
    QTest::addRow("empty") << QString();
}

void TestRejection::doesNotGuess()
{
    QFETCH(QString, message);
    const QByteArray body = "<serviceTask id=\"t\" expression=\"${x y}\"/>";
    const QList<ResourceFile> two{{u"a.bpmn"_s, process("a", body)}, {u"b.bpmn"_s, process("b", body)}};
    const Rejection rejection = rejectionOf(sentence(message), two);
    QCOMPARE(rejection.message, message);
    QVERIFY(rejection.problems.isEmpty());

    // There is one file only that it can be about.
    const QList<ResourceFile> one{{u"x.txt"_s, body}, {u"b.bpmn"_s, process("b", body + '\n' + body)}};
    QCOMPARE(rejectionOf(sentence(message), one).problems.first().file, u"b.bpmn"_s);
    QCOMPARE(rejectionOf(sentence(message), one).problems.first().line, 0);
}

void TestRejection::namesBothFilesOfOneKey()
{
    const Rejection rejection = rejectionOf(
        sentence(u"The deployment contains definitions with the same key 'p' (id attribute), this is not allowed"_s),
        {{u"a.bpmn"_s, process("p", "<x bpmnElement=\"p\"/>")},
         {u"b.bpmn"_s, process("q", "")},
         {u"c.bpmn"_s, process("p", "")}});
    QCOMPARE(rejection.problems.size(), 2);
    QCOMPARE(rejection.problems[0].file, u"a.bpmn"_s);
    QCOMPARE(rejection.problems[1].file, u"c.bpmn"_s);
    QCOMPARE(rejection.problems[1].line, 2);
    QCOMPARE(rejection.problems[1].element, u"p"_s);
}

QTEST_GUILESS_MAIN(TestRejection)
#include "tst_rejection.moc"
