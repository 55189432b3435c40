// SPDX-License-Identifier: Apache-2.0
#include "enginetest.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace pipeline;
using namespace pipeline::camunda;
using tests::bpmn;
using tests::EngineFixture;

/// Every way in which a real engine refuses a deployment, with what can be known of the place.
class TestCamundaRejections : public tests::EngineTest {
    Q_OBJECT

private slots:
    void initTestCase() { SKIP_WITHOUT_ENGINE(); }
    void rejects_data();
    void rejects();
    void tellsAllProblemsOfOneFile();
    void tellsTheFirstBadFileOnly();
    void tellsWarningsBesideErrors();
    void refusesOneProcessInTwoFiles();
    void refusesAMessageThatIsTaken();
    void deploysNothing();

private:
    Rejection rejection(const QList<ResourceFile> &files)
    {
        const auto outcome = deploy(files);
        if (outcome && std::holds_alternative<Rejection>(*outcome))
            return std::get<Rejection>(*outcome);
        qWarning("%s", outcome ? "the engine took it" : qPrintable(outcome.error().text()));
        return {};
    }
};

void TestCamundaRejections::rejects_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("element");
    QTest::addColumn<QString>("words");
    const QString p = u"modelo.bpmn"_s;
    const QString key = EngineFixture::unique(u"ruim"_s);
    const QByteArray start = "<startEvent id=\"s\"/>\n";
    QTest::addRow("no implementation") << p << bpmn(key, start + "<serviceTask id=\"Task_X\"/>") << u"ENGINE-09005"_s
                                       << 5 << u"Task_X"_s << u"is mandatory on serviceTask"_s;
    QTest::addRow("gateway without line")
        << p << bpmn(key, start + "<exclusiveGateway id=\"gw\"/>") << u"ENGINE-09005"_s << 5 << u"gw"_s
        << u"Exclusive Gateway 'gw' has no outgoing sequence flows."_s;
    QTest::addRow("schema") << p << bpmn(key, "<startEvent id=\"s\" foo=\"1\"/>") << u"ENGINE-09005"_s << 4 << u""_s
                            << u"Attribute 'foo' is not allowed"_s;
    QTest::addRow("no history time to live")
        << p << bpmn(key, start, "") << u"ENGINE-09005"_s << 3 << key << u"History Time To Live (TTL) cannot be null"_s;
    QTest::addRow("odd history time to live")
        << p << bpmn(key, start, "camunda:historyTimeToLive=\"P1M\"") << u"ENGINE-09005"_s << 3 << key
        << u"Cannot parse historyTimeToLive: For input string: \"P1M\""_s;
    QTest::addRow("not well-formed") << p << bpmn(key).chopped(8) << u"ENGINE-09003"_s << 0 << u""_s
                                     << u"Could not parse 'modelo.bpmn'. "_s;
    QTest::addRow("DOCTYPE") << p << "<!DOCTYPE definitions>" + bpmn(key) << u"ENGINE-09003"_s << 0 << u""_s
                             << u"DOCTYPE is disallowed"_s;
    QTest::addRow("class") << p << bpmn(key, "<startEvent id=\"inicio\" camunda:formHandlerClass=\"com.x.Nada\"/>")
                           << u"ENGINE-01009"_s << 4 << u"inicio"_s << u"Cannot load class 'com.x.Nada'"_s;
    QTest::addRow("expression") << p
                                << bpmn(key,
                                        start + "<serviceTask id=\"Task_J\" camunda:expression=\"${a == 'b' c}\"/>")
                                << u"ENGINE-01009"_s << 5 << u"Task_J"_s << u"Error parsing '${a == 'b' c}'"_s;
    QTest::addRow("function") << p
                              << bpmn(key, start + "<serviceTask id=\"Task_J\" camunda:expression=\"${no:foo()}\"/>")
                              << u"ENGINE-01009"_s << 5 << u"Task_J"_s << u"Could not resolve function 'no:foo'"_s;
    QTest::addRow("condition") << p
                               << bpmn(key,
                                       start
                                           + "<task id=\"t\"/><sequenceFlow id=\"fluxo\" sourceRef=\"s\" "
                                             "targetRef=\"t\"><conditionExpression xsi:type=\"tFormalExpression"
                                             "\">${a &lt; }</conditionExpression></sequenceFlow>")
                               << u"ENGINE-01009"_s << 5 << u"fluxo"_s << u"Error parsing '${a < }'"_s;
    QTest::addRow("timer") << p
                           << bpmn(key,
                                   "<startEvent id=\"s\"><timerEventDefinition id=\"timer\"><timeDuration "
                                   "xsi:type=\"tFormalExpression\">1h</timeDuration></timerEventDefinition>"
                                   "</startEvent>")
                           << u"ENGINE-09027"_s << 4 << u"timer"_s << u"resolving duedate '1h'"_s;
    QTest::addRow("cycle") << p
                           << bpmn(key,
                                   "<startEvent id=\"s\"><timerEventDefinition id=\"timer\"><timeCycle "
                                   "xsi:type=\"tFormalExpression\">PT1H</timeCycle></timerEventDefinition>"
                                   "</startEvent>")
                           << u"ENGINE-09026"_s << 4 << u"timer"_s << u"parsing cycle expression 'PT1H'"_s;
    QTest::addRow("two collaborations") << p
                                        << bpmn(key, start, "camunda:historyTimeToLive=\"1\"",
                                                "<collaboration id=\"a\"/><collaboration id=\"b\"/>")
                                        << u"ENGINE-01009"_s << 0 << u""_s
                                        << u"multiple elements with tag name collaboration"_s;
    QTest::addRow("decision") << u"tabela.dmn"_s << tests::dmn(key, "PRIORITY") << u"ENGINE-22004"_s << 0 << u""_s
                              << u"Unable to transform DMN resource"_s;
    QTest::addRow("decision schema") << u"tabela.dmn"_s << tests::dmn(key, "NADA") << u"ENGINE-22004"_s << 0 << u""_s
                                     << u"Unable to transform DMN resource"_s;
    QTest::addRow("form list") << u"tela.form"_s << "[1]"_ba << u"ENGINE-09033"_s << 0 << u""_s
                               << u"Could not parse Camunda Form"_s;
    QTest::addRow("form not well-formed")
        << u"tela.form"_s << "{\n\"id\":"_ba << u"ENGINE-09033"_s << 2 << u""_s << u"End of input"_s;
}

void TestCamundaRejections::rejects()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, words);
    const Rejection refused = rejection(
        {{u"bom.bpmn"_s, bpmn(EngineFixture::unique(u"bom"_s))}, {file, bytes}, {u"nota.txt"_s, "texto"}});
    QTEST(refused.code, "code");
    // The engine does not name the file here, and nothing in it points to one of the two processes.
    const bool isAnonymous = words.startsWith(u"multiple elements"_s);
    QCOMPARE(refused.problems.size(), isAnonymous ? 0 : 1);
    const EngineProblem problem = isAnonymous ? rejection({{file, bytes}}).problems.value(0) : refused.problems.first();
    QCOMPARE(problem.file, file);
    QTEST(problem.line, "line");
    QTEST(problem.element, "element");
    QVERIFY2(problem.message.contains(words), qPrintable(problem.message));
    QVERIFY(!problem.warning);
}

void TestCamundaRejections::tellsAllProblemsOfOneFile()
{
    const Rejection refused = rejection({{u"a.bpmn"_s,
                                          bpmn(EngineFixture::unique(u"a"_s),
                                               "<startEvent id=\"s\"/>\n<serviceTask id=\"Task_X\"/>\n"
                                               "<sequenceFlow id=\"f\" sourceRef=\"s\" targetRef=\"no\"/>")}});
    QStringList places;
    for (const EngineProblem &problem : refused.problems)
        places << u"%1:%2 %3"_s.arg(problem.file).arg(problem.line).arg(problem.element);
    places.sort();
    QCOMPARE(places, (QStringList{u"a.bpmn:5 Task_X"_s, u"a.bpmn:6 f"_s, u"a.bpmn:8 "_s}));
}

void TestCamundaRejections::tellsTheFirstBadFileOnly()
{
    const QByteArray body = "<startEvent id=\"s\"/><serviceTask id=\"Task_X\"/>";
    const Rejection refused = rejection({{u"b.bpmn"_s, bpmn(EngineFixture::unique(u"b"_s), body)},
                                         {u"a.bpmn"_s, bpmn(EngineFixture::unique(u"a"_s), body)}});
    QCOMPARE(refused.problems.size(), 1);
}

void TestCamundaRejections::tellsWarningsBesideErrors()
{
    const Rejection refused = rejection({{u"w.bpmn"_s,
                                          bpmn(EngineFixture::unique(u"w"_s),
                                               "<startEvent id=\"s\"/>\n<complexGateway id=\"cg\"/>\n"
                                               "<serviceTask id=\"Task_X\"/>")}});
    QCOMPARE(refused.problems.size(), 2);
    QCOMPARE(refused.problems[0].element, u"Task_X"_s);
    QVERIFY(!refused.problems[0].warning);
    QCOMPARE(refused.problems[1].element, u"cg"_s);
    QCOMPARE(refused.problems[1].line, 5);
    QVERIFY(refused.problems[1].warning);
}

void TestCamundaRejections::refusesOneProcessInTwoFiles()
{
    const QString key = EngineFixture::unique(u"duplo"_s);
    const Rejection refused = rejection(
        {{u"a.bpmn"_s, bpmn(key)}, {u"b.bpmn"_s, bpmn(EngineFixture::unique(u"outro"_s))}, {u"c.bpmn"_s, bpmn(key)}});
    QVERIFY2(refused.message.contains(u"same key"_s), qPrintable(refused.message));
    QCOMPARE(refused.problems.size(), 2);
    QCOMPARE(refused.problems[0].file, u"a.bpmn"_s);
    QCOMPARE(refused.problems[1].file, u"c.bpmn"_s);
    QCOMPARE(refused.problems[1].line, 3);
    QCOMPARE(refused.problems[1].element, key);
}

void TestCamundaRejections::refusesAMessageThatIsTaken()
{
    const QString name = EngineFixture::unique(u"Pedido"_s);
    const auto process = [&](const QString &prefix) {
        return bpmn(EngineFixture::unique(prefix),
                    "<startEvent id=\"s\"><messageEventDefinition messageRef=\"Message_1\"/></startEvent>",
                    "camunda:historyTimeToLive=\"1\"", "\n<message id=\"Message_1\" name=\"" + name.toUtf8() + "\"/>");
    };
    QVERIFY(!deployed({{u"um.bpmn"_s, process(u"um"_s)}}).id.isEmpty());
    const Rejection refused = rejection(
        {{u"bom.bpmn"_s, bpmn(EngineFixture::unique(u"bom"_s))}, {u"dois.bpmn"_s, process(u"dois"_s)}});
    QCOMPARE(refused.code, u"ENGINE-01011"_s);
    QCOMPARE(refused.problems.size(), 1);
    QCOMPARE(refused.problems.first().file, u"dois.bpmn"_s);
    QCOMPARE(refused.problems.first().line, 3);
    QCOMPARE(refused.problems.first().element, u"Message_1"_s);
}

void TestCamundaRejections::deploysNothing()
{
    const QString good = EngineFixture::unique(u"bom"_s);
    QVERIFY(!rejection({{u"bom.bpmn"_s, bpmn(good)}, {u"ruim.bpmn"_s, "<a>"}}).message.isEmpty());
    QVERIFY(!latestDefinition(engine(), DefinitionType::Process, good, {}).value().has_value());
}

QTEST_GUILESS_MAIN(TestCamundaRejections)
#include "tst_camundarejections.moc"
