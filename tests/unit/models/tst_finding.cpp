// SPDX-License-Identifier: Apache-2.0
#include "models/finding.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace pipeline;

class TestFinding : public QObject {
    Q_OBJECT

private slots:
    void nothingKnownIsNull()
    {
        Finding finding;
        finding.rule = u"well-formed"_s;
        finding.message = u"It is empty"_s;
        const QJsonObject entry = finding.toResultado();
        QCOMPARE(entry,
                 (QJsonObject{{u"arquivo"_s, u""_s},
                              {u"path"_s, u""_s},
                              {u"linha"_s, QJsonValue::Null},
                              {u"coluna"_s, QJsonValue::Null},
                              {u"elemento"_s, QJsonValue::Null},
                              {u"regra"_s, u"well-formed"_s},
                              {u"severidade"_s, u"error"_s},
                              {u"mensagem"_s, u"It is empty"_s}}));
        QCOMPARE(finding.toReport(),
                 (QJsonObject{{u"rule"_s, u"well-formed"_s},
                              {u"severity"_s, u"error"_s},
                              {u"engine"_s, false},
                              {u"message"_s, u"It is empty"_s},
                              {u"element"_s, QJsonValue::Null},
                              {u"line"_s, QJsonValue::Null},
                              {u"column"_s, QJsonValue::Null},
                              {u"hint"_s, QJsonValue::Null}}));
        QCOMPARE(Finding::fromResultado(entry), finding);
    }

    void aStrangersEntry()
    {
        const Finding finding = Finding::fromResultado({{u"severidade"_s, u"fatal"_s}, {u"linha"_s, u"12"_s}});
        QVERIFY(finding.severity == Severity::Error);
        QCOMPARE(finding.line, 0);
    }

    void bothWays()
    {
        for (const auto severity : {Severity::Error, Severity::Warning, Severity::Info}) {
            Finding finding;
            finding.rule = u"history-time-to-live"_s;
            finding.severity = severity;
            finding.message = u"A definição não tem tempo de vida."_s;
            finding.path = u"Genesis/bpmn/análise.bpmn"_s;
            finding.element = u"Process_1"_s;
            finding.line = 12;
            finding.column = 3;
            QCOMPARE(finding.fileName(), u"análise.bpmn"_s);
            QCOMPARE(Finding::fromResultado(finding.toResultado()), finding);
            QCOMPARE(finding.toResultado()[u"severidade"_s].toString(), toString(severity));
        }
        QCOMPARE(toString(Severity::Error), u"error"_s);
        QCOMPARE(toString(Severity::Warning), u"warning"_s);
        QCOMPARE(toString(Severity::Info), u"info"_s);
    }

    void theHintIsPartOfTheMessage()
    {
        Finding finding;
        finding.engine = true;
        finding.message = u"It has none."_s;
        finding.hint = u"Set camunda:historyTimeToLive."_s;
        QCOMPARE(finding.toResultado()[u"mensagem"_s].toString(), u"It has none. Set camunda:historyTimeToLive."_s);
        QCOMPARE(finding.toReport()[u"message"_s].toString(), u"It has none."_s);
        QCOMPARE(finding.toReport()[u"hint"_s].toString(), u"Set camunda:historyTimeToLive."_s);
        QCOMPARE(finding.toReport()[u"engine"_s].toBool(), true);
    }

    void hasErrorsAsksForErrors()
    {
        Finding warning;
        warning.severity = Severity::Warning;
        QVERIFY(!hasErrors({}));
        QVERIFY(!hasErrors({warning}));
        QVERIFY(hasErrors({warning, Finding()}));
    }
};

QTEST_GUILESS_MAIN(TestFinding)
#include "tst_finding.moc"
