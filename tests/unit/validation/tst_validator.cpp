// SPDX-License-Identifier: Apache-2.0
#include "validation/validator.h"

#include <QTest>

#include <thread>

using namespace pipeline;
using namespace pipeline::validation;
using namespace Qt::StringLiterals;

namespace {

QByteArray model(const QByteArray &process)
{
    return "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" "
           "xmlns:camunda=\"http://camunda.org/schema/1.0/bpmn\" targetNamespace=\"t\">\n"
        + process + "</definitions>\n";
}

const char *withoutTimeToLive = "<process id=\"p\" isExecutable=\"true\"><startEvent id=\"s\"/></process>\n";

QStringList rulesOf(const FileReport &report)
{
    QStringList rules;
    for (const Finding &finding : report.findings)
        rules << finding.rule;
    return rules;
}

} // namespace

class TestValidator : public QObject {
    Q_OBJECT

private:
    const Validator m_validator;

    FileReport validate(const QByteArray &bytes, Options options = {}, const QString &path = u"p/a.bpmn"_s,
                        FileKind kind = FileKind::Bpmn)
    {
        return m_validator.validate({path, kind, bytes, {}}, options);
    }

    /// A service task that says in this namespace alone what it does.
    bool takesTask(const QByteArray &nameSpace, Engine engine)
    {
        const QByteArray task = "<process id='p' isExecutable='true' xmlns:x='" + nameSpace
            + "'><startEvent id='s'/><serviceTask id='t' x:type='external' x:topic='a'/></process>";
        return validate(
                   model(task),
                   {.historyTimeToLive = HistoryTimeToLive::Optional, .ruleset = RulesetName::Engine, .engine = engine})
                   .verdict()
            == Verdict::Accepted;
    }

    /// A decision whose history time to live, which is no number of days, stands in this namespace.
    bool takesDecision(const QByteArray &nameSpace, Engine engine)
    {
        const QByteArray decision = "<definitions xmlns='https://www.omg.org/spec/DMN/20191111/MODEL/' id='r' name='R' "
                                    "namespace='n' xmlns:x='"
            + nameSpace + "'><decision id='d' name='D' x:historyTimeToLive='P1M'/></definitions>";
        return validate(
                   decision,
                   {.historyTimeToLive = HistoryTimeToLive::Optional, .ruleset = RulesetName::Engine, .engine = engine},
                   u"a.dmn"_s, FileKind::Dmn)
                   .verdict()
            == Verdict::Accepted;
    }

private slots:
    void eachEngineReadsItsOwnNamespaces()
    {
        QVERIFY(takesTask("http://camunda.org/schema/1.0/bpmn", Engine::Camunda));
        QVERIFY(takesTask("http://activiti.org/bpmn", Engine::Camunda));
        QVERIFY(!takesTask("http://operaton.org/schema/1.0/bpmn", Engine::Camunda));
        QVERIFY(takesTask("http://camunda.org/schema/1.0/bpmn", Engine::Operaton));
        QVERIFY(!takesTask("http://activiti.org/bpmn", Engine::Operaton));
        QVERIFY(takesTask("http://operaton.org/schema/1.0/bpmn", Engine::Operaton));

        QVERIFY(!takesDecision("http://camunda.org/schema/1.0/dmn", Engine::Camunda));
        QVERIFY(takesDecision("http://operaton.org/schema/1.0/dmn", Engine::Camunda));
        QVERIFY(!takesDecision("http://camunda.org/schema/1.0/dmn", Engine::Operaton));
        QVERIFY(!takesDecision("http://operaton.org/schema/1.0/dmn", Engine::Operaton));
    }

    void operatonPrefersItsOwnNamespace()
    {
        const QByteArray task = "<process id='p' isExecutable='true' xmlns:o='http://operaton.org/schema/1.0/bpmn'>"
                                "<startEvent id='s'/><serviceTask id='t' %1:type='external' %1:topic='a' %2:type='x'/>"
                                "</process>";
        const Options operaton{.historyTimeToLive = HistoryTimeToLive::Optional,
                               .ruleset = RulesetName::Engine,
                               .engine = Engine::Operaton};
        const auto takes = [&](const QByteArray &good, const QByteArray &bad) {
            return validate(model(QByteArray(task).replace("%1", good).replace("%2", bad)), operaton).verdict()
                == Verdict::Accepted;
        };
        QVERIFY(takes("o", "camunda"));
        QVERIFY(!takes("camunda", "o"));
    }

    void aFindingSaysEverything()
    {
        const FileReport report = validate(model(withoutTimeToLive), {.ruleset = RulesetName::Engine});
        QVERIFY(report.verdict() == Verdict::Rejected);
        QCOMPARE(report.findings.size(), 1);
        const Finding finding = report.findings.first();
        QCOMPARE(finding.rule, u"history-time-to-live"_s);
        QVERIFY(finding.severity == Severity::Error);
        QVERIFY(finding.engine);
        QCOMPARE(finding.path, u"p/a.bpmn"_s);
        QCOMPARE(finding.element, u"p"_s);
        QCOMPARE(finding.line, 2);
        QCOMPARE(finding.column, 1);
        QVERIFY(!finding.hint.isEmpty());
        const Excerpt excerpt = report.excerpts.value({2, 1});
        QCOMPARE(excerpt.text, QString::fromLatin1(withoutTimeToLive).trimmed());
        QCOMPARE(excerpt.caret, 0);
        QCOMPARE(report.facts.keys(), QStringList{u"p"_s});
    }

    void timeToLiveMayBeOptional()
    {
        QVERIFY(validate(model(withoutTimeToLive), {.historyTimeToLive = HistoryTimeToLive::Optional}).verdict()
                == Verdict::Accepted);
        const QByteArray wrong = model("<process id=\"p\" isExecutable=\"true\" "
                                       "camunda:historyTimeToLive=\"P1M\"><startEvent id=\"s\"/></process>");
        QVERIFY(validate(wrong, {.historyTimeToLive = HistoryTimeToLive::Optional}).verdict() == Verdict::Rejected);
    }

    void rulesetsWeighFindings()
    {
        const QByteArray sketch = model("<process id=\"p\"/>");
        const FileReport recommended = validate(sketch);
        QVERIFY(recommended.verdict() == Verdict::Accepted);
        QCOMPARE(recommended.findings.size(), 1);
        QVERIFY(recommended.findings.first().severity == Severity::Warning);
        QVERIFY(!recommended.findings.first().engine);

        const FileReport strict = validate(sketch, {.ruleset = RulesetName::Strict});
        QVERIFY(strict.findings.first().severity == Severity::Error);
        QVERIFY(strict.verdict() == Verdict::Accepted);

        QVERIFY(validate(sketch, {.ruleset = RulesetName::Engine}).findings.isEmpty());
        const FileReport engine = validate(model(withoutTimeToLive), {.ruleset = RulesetName::Engine});
        QCOMPARE(rulesOf(engine), QStringList{u"history-time-to-live"_s});
        QVERIFY(
            validate("{'id': 'f'}", {.ruleset = RulesetName::Engine}, u"a.form"_s, FileKind::Form).findings.isEmpty());
        QVERIFY(validate("[]", {.ruleset = RulesetName::Engine}, u"a.form"_s, FileKind::Form).verdict()
                == Verdict::Rejected);
    }

    void severitiesCanBeChanged()
    {
        const QByteArray sketch = model("<process id=\"p\"/>");
        const auto severityOf = [&](std::optional<Severity> severity) {
            const FileReport report = validate(sketch, {.severities = {{u"not-executable"_s, severity}}});
            return report.findings.isEmpty() ? std::nullopt : std::optional(report.findings.first().severity);
        };
        QVERIFY(severityOf(Severity::Info) == Severity::Info);
        QVERIFY(severityOf(Severity::Warning) == Severity::Warning);
        QVERIFY(severityOf(Severity::Error) == Severity::Error);
        QVERIFY(!severityOf(std::nullopt));
        // What is said of a rule outweighs what its ruleset says.
        const FileReport engine = validate(
            sketch, {.ruleset = RulesetName::Engine, .severities = {{u"not-executable"_s, Severity::Info}}});
        QCOMPARE(rulesOf(engine), QStringList{u"not-executable"_s});
    }

    void nothingChangesTheVerdict()
    {
        for (const auto severity : {std::optional<Severity>(), std::optional(Severity::Info)}) {
            const FileReport report = validate(
                model(withoutTimeToLive),
                {.ruleset = RulesetName::Engine, .severities = {{u"history-time-to-live"_s, severity}}});
            QVERIFY(report.verdict() == Verdict::Rejected);
            QCOMPARE(report.findings.size(), 1);
            QVERIFY(report.findings.first().engine);
            QVERIFY(report.findings.first().severity == Severity::Error);
        }
        const FileReport suppressed = validate(
            model("<process id=\"p\" isExecutable=\"true\"><extensionElements><camunda:properties><camunda:property "
                  "name=\"pipeline:ignore:history-time-to-live\" value=\"as we like it\"/></camunda:properties>"
                  "</extensionElements><startEvent id=\"s\"/></process>\n"));
        QVERIFY(suppressed.verdict() == Verdict::Rejected);
        QVERIFY(rulesOf(suppressed).contains(u"history-time-to-live"_s));
    }

    void whatTheEngineDoesNotReadIsNotRejected()
    {
        const FileReport report = validate(model("<process").chopped(15), {}, u"p/a.BPMN"_s);
        QCOMPARE(rulesOf(report), (QStringList{u"artefact-suffix"_s, u"well-formed"_s}));
        QVERIFY(report.verdict() == Verdict::Accepted);
        QVERIFY(hasErrors(report.findings));
    }

    void ordersFindings()
    {
        const QByteArray bytes = model(
            "<process id=\"q\" isExecutable=\"maybe\">\n <task id=\"a\" foo=\"\"/><task id=\"a\"/>\n"
            "</process>\n<process id=\"p\" isExecutable=\"true\"><startEvent id=\"s\"/></process>\n");
        const FileReport report = validate(bytes, {.ruleset = RulesetName::Engine});
        QCOMPARE(rulesOf(report),
                 (QStringList{u"schema"_s, u"schema"_s, u"duplicate-id"_s, u"history-time-to-live"_s}));
        for (qsizetype i = 1; i < report.findings.size(); ++i)
            QVERIFY(report.findings[i - 1].line <= report.findings[i].line);

        const QList<InputFile> files{{u"b.bpmn"_s, FileKind::Bpmn, bytes, {}},
                                     {u"a.bpmn"_s, FileKind::Bpmn, bytes, {}}};
        const QList<FileReport> reports = m_validator.validateAll(files, {});
        QCOMPARE(reports.first().path, u"a.bpmn"_s);
        QCOMPARE(allFindings(reports), allFindings(m_validator.validateAll({files[1], files[0]}, {})));
    }

    void namesTheUnreadableOfARelease()
    {
        const QList<FileReport> reports = m_validator.validateAll({{u"a.dmn"_s, FileKind::Dmn, "<", {}}}, {});
        QVERIFY(!reports.first().readable);
        QCOMPARE(reports.first().facts, DefinitionFacts());
    }

    void cutsLongLines()
    {
        const QByteArray filler = "<!--" + QByteArray(100'000, '.') + "-->";
        const FileReport report = validate(model(filler + withoutTimeToLive));
        const Excerpt excerpt = report.excerpts.value({report.findings.first().line, report.findings.first().column});
        QVERIFY(excerpt.text.size() < 200);
        QVERIFY(QStringView(excerpt.text).sliced(excerpt.caret).startsWith(u"<process"));
    }

    void caretsLieWithinTheirLines()
    {
        for (const QByteArray &bytes :
             {QByteArray("\t\r\r\r[x"), QByteArray("[\r\n\t]x\r\n"), QByteArray("\r\r\r\r\r\"")}) {
            const FileReport report = validate(bytes, {}, u"a.form"_s, FileKind::Form);
            QVERIFY(!report.excerpts.isEmpty());
            for (const Excerpt &excerpt : report.excerpts) {
                QVERIFY(excerpt.caret <= excerpt.text.size());
                QVERIFY(!excerpt.text.contains(u'\r') && !excerpt.text.contains(u'\t'));
            }
        }
    }

    void readsFacts()
    {
        QCOMPARE(m_validator.facts({u"a.bpmn"_s, FileKind::Bpmn, model(withoutTimeToLive), {}}).keys(),
                 QStringList{u"p"_s});
        QCOMPARE(m_validator.facts({u"a.form"_s, FileKind::Form, "{\"id\": \"f\"}", {}}).form, u"f"_s);
        QCOMPARE(m_validator.facts({u"a.html"_s, FileKind::Html, "<p>", {}}), DefinitionFacts());
    }

    void refusesLargeFiles()
    {
        const FileReport report = validate(QByteArray(33 * 1024 * 1024, ' '), {}, u"a.form"_s, FileKind::Form);
        QCOMPARE(rulesOf(report), QStringList{u"limits"_s});
        QCOMPARE(rulesOf(validate(QByteArray(33 * 1024 * 1024, ' '), {}, u"a.html"_s, FileKind::Html)),
                 QStringList{u"limits"_s});
        QCOMPARE(rulesOf(validate(QByteArray(33 * 1024 * 1024, ' '))), QStringList{u"limits"_s});
    }

    void validatesTheFilesOfAReleaseSideBySide()
    {
        QList<InputFile> files;
        for (int i = 0; i < 200; ++i)
            files << InputFile{u"p%1.bpmn"_s.arg(999 - i), FileKind::Bpmn, model(withoutTimeToLive),
                               u"p"_s + QString::number(i)};
        const QList<FileReport> reports = m_validator.validateAll(files, {.ruleset = RulesetName::Engine});
        QCOMPARE(reports.size(), 200);
        for (int i = 0; i < 200; ++i) {
            QCOMPARE(reports[i].path, u"p%1.bpmn"_s.arg(800 + i));
            QCOMPARE(reports[i].deployment, u"p"_s + QString::number(199 - i));
            QCOMPARE(rulesOf(reports[i]), QStringList{u"history-time-to-live"_s});
        }
        QVERIFY(m_validator.validateAll({}, {}).isEmpty());
    }

    void servesManyThreads()
    {
        std::atomic<int> rejected = 0;
        {
            std::vector<std::jthread> threads;
            for (int i = 0; i < 8; ++i) {
                threads.emplace_back([&] {
                    for (int j = 0; j < 20; ++j)
                        rejected += validate(model(withoutTimeToLive)).verdict() == Verdict::Rejected;
                });
            }
        }
        QCOMPARE(rejected.load(), 160);
    }
};

QTEST_GUILESS_MAIN(TestValidator)
#include "tst_validator.moc"
