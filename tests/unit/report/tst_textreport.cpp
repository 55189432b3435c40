// SPDX-License-Identifier: Apache-2.0
#include "report/textreport.h"

#include "reportsamples.h"

#include <QTest>

using namespace pipeline;
using namespace pipeline::validation;
using namespace Qt::StringLiterals;

class TestTextReport : public QObject {
    Q_OBJECT

private:
    static FileReport sample()
    {
        FileReport file{.path = u"Genesis/bpmn/a.bpmn"_s, .kind = FileKind::Bpmn};
        file.findings << Finding{u"artefact-suffix"_s, Severity::Warning, false, u"Odd."_s, file.path, {}, 0, 0, {}}
                      << Finding{u"idref"_s, Severity::Error, true, u"Wrong."_s, file.path, u"Fluxo_1"_s, 12,
                                 5,          u"Mend it."_s};
        file.excerpts.insert({12, 5}, {u"    <flow/>"_s, 4});
        return file;
    }

    static QString textOf(const QList<FileReport> &files, double seconds, report::Colour colour)
    {
        return tests::printed(files, seconds,
                              [&](QTextStream &out, const Reports &reports, const report::Summary &summary) {
                                  return report::printText(out, reports, summary, colour);
                              });
    }

private slots:
    void groupsByFile()
    {
        const QList<FileReport> reports{sample(), FileReport{.path = u"b.html"_s, .kind = FileKind::Html}};
        const QString expected = u"Genesis/bpmn/a.bpmn: the engine would reject this file\n"
                                 "  warning: Odd. (artefact-suffix)\n"
                                 "  12:5: error: [Fluxo_1] Wrong. (idref)\n"
                                 "    12 |     <flow/>\n"
                                 "       |     ^\n"
                                 "    Mend it.\n"
                                 "\n"
                                 "2 files: 1 error, 1 warning (0.25 s)\n"_s;
        QCOMPARE(textOf(reports, 0.25, report::Colour::Off), expected);
    }

    void coloursOnlyWhenAsked()
    {
        const QList<FileReport> reports{sample()};
        QVERIFY(!textOf(reports, 0, report::Colour::Off).contains(u'\x1b'));
        QVERIFY(textOf(reports, 0, report::Colour::On).contains(u"\x1b[1;31merror:\x1b[0m"_s));
    }

    void aFileCannotSteerTheTerminal()
    {
        FileReport file = sample();
        file.path = u"a\x1b]0;x.bpmn"_s;
        file.findings.last().element = u"\x1b[2J"_s;
        file.excerpts[{12, 5}].text = u"\x1b[31m<flow/>\x9b"_s;
        const QString text = textOf({file}, 0, report::Colour::Off);
        QVERIFY(!text.contains(u'\x1b') && !text.contains(u'\x9b'));
    }

    void countsAllSeverities()
    {
        FileReport file = sample();
        file.findings << Finding{u"a"_s, Severity::Info, false, u"Note."_s, file.path, {}, 1, 0, {}};
        const QString text = textOf({file}, 1, report::Colour::Off);
        QVERIFY(text.contains("  1: info: Note. (a)"_L1));
        QVERIFY(text.endsWith("1 file: 1 error, 1 warning, 1 remark (1.00 s)\n"_L1));
    }
};

QTEST_GUILESS_MAIN(TestTextReport)
#include "tst_textreport.moc"
