// SPDX-License-Identifier: Apache-2.0
#include "report/githubreport.h"

#include "reportsamples.h"

#include <QTest>

using namespace pipeline;
using namespace Qt::StringLiterals;

class TestGithubReport : public QObject {
    Q_OBJECT

private slots:
    void writesWorkflowCommands()
    {
        QList<validation::FileReport> reports = tests::sampleReports();
        reports[1].path = u"a:b,c%\n.html"_s;
        reports[1].findings << Finding{
            u"html-markup"_s, Severity::Warning, false, u"Two\nlines."_s, reports[1].path, {}, 3};
        const QString expected =
            u"::warning file=Genesis/bpmn/análise 1.bpmn,title=artefact-suffix::Odd.\n"
            "::error file=Genesis/bpmn/análise 1.bpmn,line=12,col=5,title=idref::Wrong, 100%25.\xFFFD Mend it.\n"
            "::notice file=Genesis/bpmn/análise 1.bpmn,line=14,title=idref::<Note>\n"
            "::warning file=a%3Ab%2Cc%25%0A.html,line=3,title=html-markup::Two\xFFFDlines.\n"
            "2 files: 1 error, 2 warnings, 1 remark\n"_s;
        QCOMPARE(tests::printed(reports, 0, report::printGithub), expected);
    }

    void countsWhatGithubWouldDrop()
    {
        validation::FileReport file{u"a.bpmn"_s, validation::FileKind::Bpmn};
        for (int line = 1; line <= 12; ++line)
            file.findings << Finding{u"idref"_s, Severity::Error, true, u"Wrong."_s, file.path, {}, line, 1};
        for (int line = 1; line <= 10; ++line)
            file.findings << Finding{u"condition"_s, Severity::Warning, false, u"Odd."_s, file.path, {}, line, 1};
        for (int line = 1; line <= 11; ++line)
            file.findings << Finding{u"note"_s, Severity::Info, false, u"Note."_s, file.path, {}, line, 1};
        const QString text = tests::printed({file}, 0, report::printGithub);
        QCOMPARE(text.count("::error "_L1), 10);
        QCOMPARE(text.count("::warning "_L1), 10);
        QCOMPARE(text.count("::notice "_L1), 10);
        QVERIFY2(text.endsWith("1 file: 12 errors, 10 warnings, 11 remarks; without annotation, for GitHub takes 10 of "
                               "each: 2 errors, 1 remark\n"_L1),
                 qPrintable(text));
    }
};

QTEST_GUILESS_MAIN(TestGithubReport)
#include "tst_githubreport.moc"
