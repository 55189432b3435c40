// SPDX-License-Identifier: Apache-2.0
#include "report/textreport.h"

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

    static QString textOf(const QList<FileReport> &reports, const report::Summary &summary, report::Colour colour)
    {
        QString text;
        QTextStream out(&text);
        report::printText(out, reports, summary, colour);
        return text;
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
        QCOMPARE(textOf(reports, report::summarise(reports, 0.25), report::Colour::Off), expected);
    }

    void coloursOnlyWhenAsked()
    {
        const QList<FileReport> reports{sample()};
        const report::Summary summary = report::summarise(reports, 0);
        QVERIFY(!textOf(reports, summary, report::Colour::Off).contains(u'\x1b'));
        QVERIFY(textOf(reports, summary, report::Colour::On).contains(u"\x1b[1;31merror:\x1b[0m"_s));
    }

    void aFileCannotSteerTheTerminal()
    {
        FileReport file = sample();
        file.path = u"a\x1b]0;x.bpmn"_s;
        file.findings.last().element = u"\x1b[2J"_s;
        file.excerpts[{12, 5}].text = u"\x1b[31m<flow/>\x9b"_s;
        const QString text = textOf({file}, report::summarise({file}, 0), report::Colour::Off);
        QVERIFY(!text.contains(u'\x1b') && !text.contains(u'\x9b'));
    }

    void countsAllSeverities()
    {
        FileReport file = sample();
        file.findings << Finding{u"a"_s, Severity::Info, false, u"Note."_s, file.path, {}, 1, 0, {}};
        const QString text = textOf({file}, report::summarise({file}, 1), report::Colour::Off);
        QVERIFY(text.contains("  1: info: Note. (a)"_L1));
        QVERIFY(text.endsWith("1 file: 1 error, 1 warning, 1 remark (1.00 s)\n"_L1));
    }
};

QTEST_GUILESS_MAIN(TestTextReport)
#include "tst_textreport.moc"
