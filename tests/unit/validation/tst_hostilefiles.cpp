// SPDX-License-Identifier: Apache-2.0
#include "validation/validator.h"

#include <QStringEncoder>
#include <QTest>

#include <algorithm>

using namespace pipeline;
using namespace pipeline::validation;
using namespace Qt::StringLiterals;

namespace {

const QByteArray bpmnHead = "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' "
                            "xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' "
                            "xmlns:camunda='http://camunda.org/schema/1.0/bpmn' targetNamespace='t'>";

QByteArray process(const QByteArray &content)
{
    return bpmnHead + "<process id='p' isExecutable='true' camunda:historyTimeToLive='1'><startEvent id='s'/>" + content
        + "</process></definitions>";
}

/// A piece so many times, with its number for every %.
QByteArray numbered(int count, const QByteArray &piece)
{
    QByteArray text;
    for (int i = 0; i < count; ++i)
        text += QByteArray(piece).replace('%', QByteArray::number(i));
    return text;
}

} // namespace

/// Files made to break, to stall or to fill the memory, through every rule there is: each gets an answer of bounded
/// size.
class TestHostileFiles : public QObject {
    Q_OBJECT

private:
    const Validator m_validator;

    FileReport validate(const QByteArray &bytes, FileKind kind = FileKind::Bpmn,
                        RulesetName ruleset = RulesetName::Recommended) const
    {
        return m_validator.validate({u"a."_s + toString(kind), kind, bytes, {}}, {.ruleset = ruleset});
    }

    /// How much a program would print of it, in UTF-16 units.
    static qsizetype sizeOf(const FileReport &report)
    {
        qsizetype size = 0;
        for (const Finding &finding : report.findings)
            size += finding.message.size() + finding.element.size() + finding.hint.size();
        for (const Excerpt &excerpt : report.excerpts)
            size += excerpt.text.size();
        return size;
    }

private slots:
    void refused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("rule");
        QByteArray bomb = "<!DOCTYPE a [<!ENTITY e0 'boom'>";
        for (int i = 1; i < 30; ++i)
            bomb += "<!ENTITY e" + QByteArray::number(i) + " '" + ("&e" + QByteArray::number(i - 1) + ";").repeated(10)
                + "'>";
        QTest::newRow("entity bomb") << bomb + "]><a>&e29;</a>" << u"doctype"_s;
        QTest::newRow("external entity") << "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>" + process("&x;")
                                         << u"doctype"_s;
        QTest::newRow("external subset") << "<!DOCTYPE a SYSTEM 'http://127.0.0.1:1/x.dtd'>" + process("")
                                         << u"doctype"_s;
        QTest::newRow("deep") << bpmnHead + QByteArray("<a>").repeated(100'000) << u"limits"_s;
        QTest::newRow("deep sub-processes")
            << process(QByteArray("<subProcess>").repeated(100'000) + QByteArray("</subProcess>").repeated(100'000))
            << u"limits"_s;
        QTest::newRow("attributes") << process("<task" + numbered(10'001, " a%=''") + "/>") << u"limits"_s;
        QTest::newRow("namespaces") << process("<task" + numbered(600, " xmlns:a%='u'") + "><task"
                                               + numbered(600, " xmlns:b%='u'") + "/></task>")
                                    << u"limits"_s;
        QTest::newRow("long name") << process("<" + QByteArray(1'001, 'n') + "/>") << u"limits"_s;
        QTest::newRow("long attribute") << process("<task " + QByteArray(1'001, 'n') + "=''/>") << u"limits"_s;
        QTest::newRow("long namespace") << process("<a xmlns='" + QByteArray(1'001, 'n') + "'/>") << u"limits"_s;
        QTest::newRow("elements") << process(QByteArray("<a/>").repeated(1'000'001)) << u"limits"_s;
        QTest::newRow("large") << QByteArray(32 * 1024 * 1024 + 1, ' ') << u"limits"_s;
        QTest::newRow("spaces") << QByteArray(32 * 1024 * 1024, ' ') << u"well-formed"_s;
        QTest::newRow("zeros") << QByteArray(1'000'000, '\0') << u"well-formed"_s;
        QTest::newRow("zero") << process(QByteArray(1, '\0')) << u"well-formed"_s;
        QTest::newRow("not UTF-8") << process("<task id='\xc3('/>") << u"well-formed"_s;
        QTest::newRow("odd UTF-16") << QByteArray("\xff\xfe<", 3) << u"well-formed"_s;
        QTest::newRow("two marks") << "\xef\xbb\xbf\xef\xbb\xbf" + process("") << u"well-formed"_s;
        QTest::newRow("empty") << QByteArray() << u"well-formed"_s;
    }

    void refused()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, rule);
        for (const FileKind kind : {FileKind::Bpmn, FileKind::Dmn}) {
            const FileReport report = validate(bytes, kind);
            QVERIFY(report.verdict() == Verdict::Rejected);
            QVERIFY(!report.readable);
            QVERIFY(std::ranges::any_of(report.findings, [&](const Finding &f) { return f.rule == rule && f.engine; }));
            QCOMPARE(report.facts, DefinitionFacts());
        }
    }

    void namesUpToTheLimitAreRead()
    {
        const QByteArray name(1'000, 'n');
        QVERIFY(validate(process("<extensionElements><" + name + ":" + name + " xmlns:" + name + "='" + name
                                 + "'/>"
                                   "</extensionElements>"))
                    .readable);
        // The limit is of characters, not of bytes.
        QVERIFY(validate(process("<\xc3\xa9" + QByteArray("\xc3\xa9").repeated(599) + "/>")).readable);
    }

    void takesEveryEncoding()
    {
        const QByteArray utf8 = process("<endEvent id='e' name='\xc3\xa9'/>");
        const QString text = QString::fromUtf8(utf8);
        QStringEncoder little(QStringConverter::Utf16LE, QStringConverter::Flag::WriteBom);
        QStringEncoder big(QStringConverter::Utf16BE, QStringConverter::Flag::WriteBom);
        const QList<Finding> plain = validate(utf8).findings;
        for (const QByteArray &bytes : {"\xef\xbb\xbf" + utf8, QByteArray(little(text)), QByteArray(big(text)),
                                        "<?xml version='1.0' encoding='ISO-8859-1'?>" + text.toLatin1()}) {
            const FileReport report = validate(bytes);
            QVERIFY(report.verdict() == Verdict::Accepted);
            QCOMPARE(report.findings.size(), plain.size());
        }
    }

    /// One flaw of some rule very often: what is said of it has a bound.
    void manyFindings_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("rule");
        const int many = 10'000;
        QTest::newRow("schema") << process(QByteArray("<task a='b'/>").repeated(many)) << u"schema"_s;
        QTest::newRow("undeclared references")
            << process(numbered(many, "<sequenceFlow id='f%' sourceRef='x' targetRef='y%'/>")) << u"idref"_s;
        QTest::newRow("equal ids") << process(QByteArray("<task id='t'/>").repeated(many)) << u"duplicate-id"_s;
        QTest::newRow("gateway") << process("<exclusiveGateway id='g' default='none'/><task id='t'/>"
                                            + numbered(many, "<sequenceFlow id='f%' sourceRef='g' targetRef='t'/>"))
                                 << u"exclusive-gateway"_s;
        QTest::newRow("expressions") << process(numbered(many, "<userTask id='t%' camunda:assignee='${'/>"))
                                     << u"expression-syntax"_s;
        QTest::newRow("services") << process(numbered(many, "<serviceTask id='t%'/>")) << u"service-implementation"_s;
        QTest::newRow("start events") << process(
            numbered(many, "<startEvent id='s%'><timerEventDefinition/></startEvent>"))
                                      << u"start-event"_s;
        QTest::newRow("a long id around all") << bpmnHead + "<process id='" + QByteArray(5'000'000, 'p')
                + "' isExecutable='true'>"
                + QByteArray("<userTask a='b' camunda:formKey='embedded:deployment:f'/>").repeated(many)
                + "</process></definitions>" << u"schema"_s;
        QTest::newRow("a long id in each message") << process("<exclusiveGateway id='g" + QByteArray(5'000'000, 'g')
                                                              + "'/>" + numbered(many, "<serviceTask/>"))
                                                   << u"service-implementation"_s;
    }

    void manyFindings()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, rule);
        const FileReport report = validate(bytes);
        QVERIFY(report.verdict() == Verdict::Rejected);
        QList<Finding> found;
        std::ranges::copy_if(report.findings, std::back_inserter(found),
                             [&](const Finding &finding) { return finding.rule == rule; });
        QVERIFY2(found.size() > 1'000 && found.size() <= 2'002, qPrintable(QString::number(found.size())));
        QVERIFY(std::ranges::any_of(found, [](const Finding &f) { return f.message.contains(" more places"_L1); }));
        QVERIFY2(sizeOf(report) < 10'000'000, qPrintable(QString::number(sizeOf(report))));
        for (const Reference &reference : report.facts.references)
            QVERIFY(reference.element.size() <= 1'000);
    }

    /// Sound or not, whatever would be compared with each other many times.
    void manyOfAKind_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const int many = 10'000;
        QTest::newRow("escalation handlers") << bpmnHead + numbered(many, "<escalation id='c%' escalationCode='%'/>")
                + process("<subProcess id='a'><startEvent id='b'/></subProcess>"
                          + numbered(many,
                                     "<boundaryEvent id='e%' attachedToRef='a'><escalationEventDefinition "
                                     "escalationRef='c%'/></boundaryEvent>"))
                      .sliced(bpmnHead.size());
        QTest::newRow("flows of a compensation handler")
            << process("<subProcess id='a' triggeredByEvent='true'>"
                       + numbered(many, "<startEvent id='s%'><errorEventDefinition/></startEvent>")
                       + "<startEvent id='t'><compensateEventDefinition/></startEvent></subProcess>"
                       + numbered(many, "<sequenceFlow id='f%' sourceRef='s' targetRef='a'/>"));
        QTest::newRow("compensation handlers of one activity") << process(
            "<subProcess id='a'>"
            + numbered(many, "<subProcess id='i%' triggeredByEvent='true'><startEvent id='s%'/></subProcess>")
            + "</subProcess><boundaryEvent id='b' attachedToRef='a'><compensateEventDefinition/></boundaryEvent>"
              "<task id='h' isForCompensation='true'/>"
            + numbered(many, "<association id='o%' sourceRef='b' targetRef='h'/>"));
        QTest::newRow("message start events")
            << process(numbered(many, "<startEvent id='s%'><messageEventDefinition messageRef='m'/></startEvent>"));
        QTest::newRow("catch events behind a gateway")
            << process("<eventBasedGateway id='g'/><intermediateCatchEvent id='c'/>"
                       + numbered(many, "<sequenceFlow id='f%' sourceRef='g' targetRef='c'/>"));
        QTest::newRow("links") << process(
            numbered(many,
                     "<intermediateThrowEvent id='t%'><linkEventDefinition name='l%'/></intermediateThrowEvent>"
                     "<intermediateCatchEvent id='c%'><linkEventDefinition name='l%'/></intermediateCatchEvent>"
                     "<sequenceFlow id='f%' sourceRef='s' targetRef='t%'/>"));
        QTest::newRow("attributes") << process("<task" + numbered(9'990, " camunda:a%=''") + "/>");
        QByteArray spellings;
        for (int bits = 1; bits <= 9'990; ++bits) {
            QByteArray name = "variablemappingclass";
            for (int i = 0; i < 14; ++i)
                name[i] = bits & (1 << i) ? char(name.at(i) - 'a' + 'A') : name.at(i);
            spellings += " camunda:" + name + "=''";
        }
        QTest::newRow("attributes that differ in capitals") << process("<task" + spellings + "/>");
        QTest::newRow("unknown extensions")
            << process("<task id='t'><extensionElements>" + numbered(many, "<camunda:inputParametr% nam%=''/>")
                       + "</extensionElements></task>" + numbered(many, "<task camunda:asyncBefor%=''/>"));
        QTest::newRow("suppressions") << process(
            "<task id='t'><extensionElements><camunda:properties>"
            + numbered(many, "<camunda:property name='pipeline:ignore:label-required' value='%'/>")
            + "</camunda:properties></extensionElements></task>" + numbered(many, "<task/>"));
        QTest::newRow("shapes on one another")
            << process(numbered(many, "<task id='t%'/>"))
                   .replace("</definitions>",
                            "<di:BPMNDiagram xmlns:di='http://www.omg.org/spec/BPMN/20100524/DI'><di:BPMNPlane "
                            "bpmnElement='p'>"
                                + numbered(many,
                                           "<di:BPMNShape bpmnElement='t%'><dc:Bounds "
                                           "xmlns:dc='http://www.omg.org/spec/DD/20100524/DC' x='0' y='0' width='9' "
                                           "height='9'/></di:BPMNShape>")
                                + "</di:BPMNPlane></di:BPMNDiagram></definitions>");
        QTest::newRow("extension elements")
            << process("<userTask id='t'><extensionElements>" + numbered(many, "<camunda:taskListener/>")
                       + "</extensionElements></userTask>");
        QTest::newRow("one line") << process(QByteArray(5'000'000, ' ') + numbered(many, "<serviceTask id='t%'/>"));
    }

    void manyOfAKind()
    {
        QFETCH(QByteArray, bytes);
        const FileReport report = validate(bytes);
        QVERIFY(report.readable);
        QVERIFY2(sizeOf(report) < 10'000'000, qPrintable(QString::number(sizeOf(report))));
    }

    void hostileTexts_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("expression, deep") << "${" + QByteArray(1'000'000, '(');
        QTest::newRow("expression, long") << "${a" + QByteArray("+").repeated(1'000'000) + "}";
        QTest::newRow("braces") << QByteArray("${").repeated(500'000);
        QTest::newRow("alternatives") << QByteArray("0 0|").repeated(250'000);
        QTest::newRow("alternative expressions") << QByteArray("0||").repeated(300'000);
        QTest::newRow("list") << "0 0 0 1" + QByteArray(",").repeated(1'000'000) + " * ?";
        QTest::newRow("repeats") << QByteArray("R/").repeated(500'000);
        QTest::newRow("times") << "R" + QByteArray(1'000'000, '9') + "/PT1H";
        QTest::newRow("duration") << "P" + QByteArray(1'000'000, '9') + "X";
        QTest::newRow("durations") << QByteArray("PT1H,").repeated(200'000) + "x";
        QTest::newRow("date") << QByteArray("2024-").repeated(200'000);
        QTest::newRow("wide") << QByteArray("\xf0\x9f\x98\x80").repeated(250'000);
    }

    /// As a timer of each kind, a condition, a retry cycle and an assignee.
    void hostileTexts()
    {
        QFETCH(QByteArray, text);
        QByteArray content = "<userTask id='t' camunda:assignee='" + text
            + "' camunda:asyncBefore='true'><extensionElements><camunda:failedJobRetryTimeCycle>" + text
            + "</camunda:failedJobRetryTimeCycle></extensionElements></userTask>"
              "<sequenceFlow id='f' sourceRef='s' targetRef='t'><conditionExpression>"
            + text + "</conditionExpression></sequenceFlow>";
        for (const QByteArray kind : {"timeDate", "timeDuration", "timeCycle"}) {
            const QByteArray timer = "<timerEventDefinition><" + kind + ">" + text + "</" + kind
                + "></timerEventDefinition>";
            content += "<intermediateCatchEvent id='c-" + kind + "'>" + timer + "</intermediateCatchEvent>";
            const FileReport start = validate(bpmnHead
                                              + "<process id='p' isExecutable='true' camunda:historyTimeToLive='1'>"
                                                "<startEvent id='s'>"
                                              + timer + "</startEvent></process></definitions>");
            QVERIFY(start.verdict() == Verdict::Rejected);
            QVERIFY(sizeOf(start) < 20'000);
        }
        const FileReport report = validate(process(content));
        QVERIFY(std::ranges::any_of(report.findings, [](const Finding &f) { return f.rule == "timer-value"_L1; })
                || report.verdict() == Verdict::Rejected);
        QVERIFY(sizeOf(report) < 50'000);
    }

    void everyTruncation_data()
    {
        QTest::addColumn<FileKind>("kind");
        QTest::addColumn<QByteArray>("whole");
        QTest::newRow("bpmn") << FileKind::Bpmn
                              << "<?xml version='1.0' encoding='UTF-8'?>\n" + bpmnHead
                + "<message id='m' name='caf\xc3\xa9'/><error id='x' errorCode='1'/>\n"
                  "<process id='p' isExecutable='true' camunda:historyTimeToLive='P1D'>\n<startEvent id='s'>"
                  "<timerEventDefinition><timeCycle>0 0|30 8 * * ?</timeCycle></timerEventDefinition></startEvent>"
                  "<userTask id='u' camunda:assignee='${a}'><extensionElements><camunda:formData><camunda:formField "
                  "id='f' type='long'/></camunda:formData></extensionElements></userTask>"
                  "<subProcess id='b'><startEvent id='c'/><endEvent id='d'><errorEventDefinition errorRef='x'/>"
                  "</endEvent></subProcess><boundaryEvent id='e' attachedToRef='b'><errorEventDefinition/>"
                  "</boundaryEvent><exclusiveGateway id='g'/><sequenceFlow id='w' sourceRef='g' "
                  "targetRef='u'/><sequenceFlow id='q' sourceRef='s' targetRef='g'>"
                  "<conditionExpression xsi:type='tFormalExpression'><![CDATA[${x > 1}]]></conditionExpression>"
                  "</sequenceFlow><serviceTask id='t' camunda:type='external' camunda:topic='&#x1F600;'/>"
                  "<!-- end --></process></definitions>";
        QTest::newRow("dmn") << FileKind::Dmn
                             << QByteArray(
                                    "<definitions xmlns='https://www.omg.org/spec/DMN/20191111/MODEL/' "
                                    "xmlns:camunda='http://camunda.org/schema/1.0/dmn' id='d' name='n' namespace='t'>"
                                    "<decision id='a' name='a' camunda:historyTimeToLive='1'><decisionTable id='t' "
                                    "hitPolicy='COLLECT' aggregation='SUM'><input id='i'><inputExpression id='x' "
                                    "typeRef='string'><text>caf\xc3\xa9</text></inputExpression></input><output id='o' "
                                    "name='o' typeRef='double'/><rule id='r'><inputEntry id='e'><text>\"1\"</text>"
                                    "</inputEntry><outputEntry id='f'><text>1</text></outputEntry></rule>"
                                    "</decisionTable></decision></definitions>");
        QTest::newRow("form") << FileKind::Form
                              << QByteArray(
                                     "{\"id\": \"f\", /* c */ 'components': [{\"type\": \"textfield\", key: "
                                     "\"caf\xc3\xa9\\u00e9\", \"validate\": {\"required\": true}}, 1.5e3, null]}");
        QTest::newRow("html") << FileKind::Html
                              << QByteArray("<form role=\"form\"><!-- c --><input cam-variable-name='a' "
                                            "cam-variable-type=\"String\" checked><ul><li>caf\xc3\xa9<li>&amp;</ul>"
                                            "<script cam-script>if (a < b) { c(); }</script><svg><path d='x'/></svg>"
                                            "</form>");
    }

    void everyTruncation()
    {
        QFETCH(FileKind, kind);
        QFETCH(QByteArray, whole);
        QVERIFY(validate(whole, kind).verdict() == Verdict::Accepted);
        const bool isXml = kind == FileKind::Bpmn || kind == FileKind::Dmn;
        for (qsizetype size = 0; size < whole.size(); ++size) {
            const FileReport report = validate(whole.first(size), kind);
            if (isXml)
                QVERIFY2(report.verdict() == Verdict::Rejected, qPrintable(QString::number(size)));
            else
                QVERIFY(report.readable || !report.findings.isEmpty());
        }
    }

    void bytesOfAllKindsGetAnAnswer()
    {
        // Every pair of bytes that begin a file differently, as each kind.
        const QList<QByteArray> bytes{"\xff\xfe",   "\xfe\xff", "\xef\xbb\xbf", QByteArray(4, '\0'),
                                      "<?",         "<!",       "&#0;",         "\x1f\x8b\x08",
                                      "PK\x03\x04", "{\"id\":", "<form",        "\xed\xa0\x80"};
        for (const FileKind kind : {FileKind::Bpmn, FileKind::Dmn, FileKind::Form, FileKind::Html}) {
            for (const QByteArray &first : bytes) {
                for (const QByteArray &second : bytes) {
                    const FileReport report = validate(first + second, kind);
                    QVERIFY(!report.findings.isEmpty() || report.readable);
                }
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestHostileFiles)
#include "tst_hostilefiles.moc"
