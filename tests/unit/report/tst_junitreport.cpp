// SPDX-License-Identifier: Apache-2.0
#include "report/junitreport.h"

#include "reportsamples.h"

#include <QTest>
#include <QXmlStreamReader>

using namespace pipeline;
using namespace Qt::StringLiterals;

class TestJunitReport : public QObject {
    Q_OBJECT

private slots:
    void hasASuiteForEachFile()
    {
        const QString expected = uR"(<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="prometheus-pipeline validate" tests="2" failures="1" errors="0" time="0.250">
    <testsuite name="Genesis/bpmn/análise 1.bpmn" tests="1" failures="1" errors="0">
        <testcase classname="Genesis/bpmn/análise 1.bpmn" name="idref line 12 [Fluxo_1]">
            <failure type="idref" message="Wrong, 100%.�">Genesis/bpmn/análise 1.bpmn:12:5: error: Wrong, 100%.� Mend it. (idref)</failure>
        </testcase>
        <system-out>Genesis/bpmn/análise 1.bpmn: warning: Odd. (artefact-suffix)
Genesis/bpmn/análise 1.bpmn:14: info: &lt;Note&gt; (idref)</system-out>
    </testsuite>
    <testsuite name="b.html" tests="1" failures="0" errors="0">
        <testcase classname="b.html" name="validate"/>
    </testsuite>
</testsuites>
)"_s;
        QCOMPARE(tests::printed(tests::sampleReports(), 0.25, report::printJunit), expected);
    }

    void isWellFormedWhateverAFileSays()
    {
        validation::FileReport file{u"a\x1\xFFFE<&\".bpmn"_s, validation::FileKind::Bpmn};
        file.findings << Finding{u"idref"_s, Severity::Error, true, u"]]>\x0b\xFFFF\""_s, file.path, u"<\x1f>"_s, 1,
                                 1,          u"\x7f"_s}
                      << Finding{u"idref"_s, Severity::Warning, false, u"\x2&"_s, file.path};
        QXmlStreamReader xml(tests::printed({file}, 0, report::printJunit).toUtf8());
        while (!xml.atEnd())
            xml.readNext();
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    }
};

QTEST_GUILESS_MAIN(TestJunitReport)
#include "tst_junitreport.moc"
