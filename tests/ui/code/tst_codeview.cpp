// SPDX-License-Identifier: Apache-2.0
#include "ui/code/codesearchbar.h"
#include "ui/code/codeview.h"
#include "ui/common/theme.h"

#include <QLineEdit>
#include <QScrollBar>
#include <QTest>
#include <QTextLayout>

using namespace Qt::StringLiterals;
using namespace pipeline;
using namespace pipeline::ui;

class TestCodeView : public QObject {
    Q_OBJECT

    static constexpr int Limit = 30000;

private slots:
    void init() { m_theme.apply(ThemeChoice::Light); }
    void cleanupTestCase() { waitForPool(); }

    void wordsAndStatementsAreFound()
    {
        const QString line = u"  <bpmn:serviceTask id=\"Task_A\""_s;
        QCOMPARE(line.mid(wordAt(line, 3).start, wordAt(line, 3).length), u"bpmn:serviceTask"_s);
        QCOMPARE(line.mid(wordAt(line, 22).start, wordAt(line, 22).length), u"id"_s);
        QCOMPARE(wordAt(line, 0).start, 2);
        QCOMPARE(wordAt(line, 500).length, line.trimmed().size());
        const QStringList lines{u"<a b=\"x>y\""_s, u"   c=\"2\">"_s, u"text"_s};
        QCOMPARE(endOfStatement(lines, 0), 1);
        QCOMPARE(endOfStatement(lines, 2), 2);
        QCOMPARE(endOfStatement(lines, 9), 9);
    }

    void theLanguageIsHighlighted()
    {
        Highlighter highlighter;
        const auto xml = highlighter.spans(u"a.bpmn"_s, {u"<process id=\"x\"/>"_s, u"<!-- no -->"_s}, {});
        if (xml.isEmpty())
            QSKIP("built without highlighting");
        const auto has = [](const QList<Span> &spans, const QString &token) {
            return std::ranges::any_of(spans, [&](const Span &span) { return span.token == token; });
        };
        QVERIFY(has(xml.at(0), u"synTag"_s));
        QVERIFY(has(xml.at(0), u"synAttr"_s));
        QVERIFY(has(xml.at(0), u"synString"_s));
        QVERIFY(has(xml.at(1), u"synComment"_s));
        const auto script = highlighter.spans(u"a.js"_s, {u"const a = 5;"_s}, {});
        QVERIFY(has(script.at(0), u"synKeyword"_s));
        QVERIFY(has(script.at(0), u"synNumber"_s));
    }

    void onlyLinesThatAreSeenAreColoured()
    {
        CodeView view(m_theme, std::make_shared<Highlighter>());
        view.resize(500, 300);
        view.show();
        QStringList lines;
        for (int i = 0; i < 2000; ++i)
            lines << u"<task id=\"t%1\"/>"_s.arg(i);
        view.setSource(u"a.bpmn"_s, lines.join(u'\n'));
        const auto coloured = [&](int line) {
            return !view.document()->findBlockByNumber(line).layout()->formats().isEmpty();
        };
        QTRY_VERIFY_WITH_TIMEOUT(coloured(0), Limit);
        QVERIFY(!coloured(1500));
        view.goTo(1501);
        QVERIFY(coloured(1500));
    }

    void anAnnotationHasRoomUnderItsStatement()
    {
        CodeView view(m_theme, std::make_shared<Highlighter>());
        view.resize(500, 300);
        view.show();
        view.setSource(u"a.bpmn"_s, u"<a>\n  <b x=\"1\"\n     y=\"2\">\n  </b>\n</a>"_s, 10);
        view.fitHeight();
        const int before = view.height();
        view.setAnnotations(
            {{Severity::Warning, 11, 4, u"b is odd"_s, u"rule"_s}, {Severity::Error, 11, 6, u"x"_s, {}}});
        view.fitHeight();
        QCOMPARE(view.height() - before, 2 * m_theme.height(u"size.annotationLine"_s));
        QVERIFY(view.severityOf(1) == Severity::Error);
        QVERIFY(!view.severityOf(0));
    }

    void aHugeSourceIsShownPlain()
    {
        CodeView view(m_theme, std::make_shared<Highlighter>());
        view.setSource(u"a.xml"_s, QString(Highlighter::LargestSource + 1, u'x'));
        QVERIFY(view.isTooLargeForColours());
        view.setSource(u"a.xml"_s, u"<a/>"_s);
        QVERIFY(!view.isTooLargeForColours());
    }

    void theSearchGoesRound()
    {
        CodeView view(m_theme, std::make_shared<Highlighter>());
        CodeSearchBar bar(m_theme, &view);
        view.setSource(u"a.txt"_s, u"one two\nthree one\nend"_s);
        view.show();
        bar.open();
        auto *field = bar.findChild<QLineEdit *>();
        field->setText(u"one"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(view.textCursor().blockNumber(), 0);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(view.textCursor().blockNumber(), 1);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(view.textCursor().blockNumber(), 0);
        QTest::keyClick(field, Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(view.textCursor().blockNumber(), 1);
    }

private:
    Theme m_theme;
};

QTEST_MAIN(TestCodeView)
#include "tst_codeview.moc"
