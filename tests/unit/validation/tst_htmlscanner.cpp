// SPDX-License-Identifier: Apache-2.0
#include "validation/htmlscanner.h"

#include <QTest>

using namespace pipeline::validation;
using namespace Qt::StringLiterals;

class TestHtmlScanner : public QObject {
    Q_OBJECT

private:
    static QStringList messages(const QString &text)
    {
        QStringList found;
        for (const HtmlProblem &problem : scanHtml(text).problems)
            found << u"%1 %2"_s.arg(problem.offset).arg(problem.message);
        return found;
    }

private slots:
    void takesWhatHtmlAllows_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("text") << u"1 < 2 & 3 > 2"_s;
        QTest::newRow("void") << u"<div><br><input disabled><img src=a.png></div>"_s;
        QTest::newRow("optional ends") << u"<table><tr><td>1<td>2<tr><td>3</table><ul><li>a<li>b</ul><p>c<p>d"_s;
        QTest::newRow("optional ends, many") << u"<ul>"_s + u"<li><p>a"_s.repeated(5'000) + u"</ul><select>"_s
                + u"<optgroup><option>a<option>b"_s.repeated(5'000) + u"</select><table>"_s
                + u"<tbody><tr><td>a<th>b<tr><td>"_s.repeated(5'000) + u"</table><dl>"_s
                + u"<dt>a<dd>b"_s.repeated(5'000) + u"</dl>"_s + u"<p>a"_s.repeated(5'000);
        QTest::newRow("lists within lists")
            << u"<ul><li>a<ul><li>b<li>c</ul><li>d<table><tr><td><ul><li>e</ul><td>f</table></ul>"_s;
        QTest::newRow("upper case") << u"<DIV></div>"_s;
        QTest::newRow("components") << u"<cam-widget ng-repeat='x in [1,2]' [a]='b' (c)=\"d > e\"></cam-widget>"_s;
        QTest::newRow("script") << u"<script>if (a < b) document.write('<div>');</script>"_s;
        QTest::newRow("comment") << u"<!-- <div> --><!DOCTYPE html><?php ?>"_s;
        QTest::newRow("drawing") << u"<svg><g><path d=''/></g><title/></svg>"_s;
        QTest::newRow("unquoted") << u"<a href=/x/y?z=1/>b</a>"_s;
        QTest::newRow("blanks") << u"<a href = 'x'\n>b</a\n>"_s;
    }

    void takesWhatHtmlAllows()
    {
        QFETCH(QString, text);
        QCOMPARE(messages(text), QStringList());
    }

    void findsWhatDoesNotClose_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("found");
        QTest::newRow("nested") << u"<form><div><b></form>"_s
                                << QStringList{u"6 <div> is not closed before </form>."_s,
                                               u"11 <b> is not closed before </form>."_s};
        QTest::newRow("at the end") << u"<form><div></div>"_s << QStringList{u"0 <form> is not closed."_s};
        QTest::newRow("stray") << u"</div>"_s << QStringList{u"0 </div> closes nothing."_s};
        QTest::newRow("closed by the next") << u"<li>a<li>b</li></li>"_s << QStringList{u"15 </li> closes nothing."_s};
        QTest::newRow("crossed") << u"<b><i></b></i>"_s
                                 << QStringList{u"3 <i> is not closed before </b>."_s, u"10 </i> closes nothing."_s};
        QTest::newRow("self-closed") << u"<div/>"_s << QStringList{u"0 <div> is not closed."_s};
        QTest::newRow("comment") << u"a<!-- b"_s << QStringList{u"1 The comment has no end."_s};
        QTest::newRow("end tag") << u"<b></b"_s
                                 << QStringList{u"0 <b> is not closed."_s, u"3 The end tag </b> has no >."_s};
        QTest::newRow("tag") << u"<b"_s << QStringList{u"0 The tag <b has no >."_s};
        QTest::newRow("quote") << u"<b a='>"_s
                               << QStringList{u"3 The value of the attribute a has no closing quote."_s};
        QTest::newRow("script") << u"<script>a"_s << QStringList{u"0 <script> is not closed."_s};
        QTest::newRow("attribute") << u"<br a=1 A=2>"_s
                                   << QStringList{u"8 <br> has the attribute a twice; the second has no effect."_s};
    }

    void findsWhatDoesNotClose()
    {
        QFETCH(QString, text);
        QTEST(messages(text), "found");
    }

    void keepsWhatAFormMeans()
    {
        const HtmlPage page = scanHtml(u"<div><form NAME=a><form>"
                                       "<p ng-if='x'><input CAM-variable-name = \"v\" readonly cam-a=b></p><input>"
                                       "<script cam-script>f();</script></form></form></div>"_s);
        QStringList elements;
        for (const HtmlElement &element : page.elements)
            elements << u"%1 %2"_s.arg(element.offset).arg(element.name);
        QCOMPARE(elements, (QStringList{u"5 form"_s, u"37 input"_s, u"96 script"_s}));
        const HtmlElement &input = page.elements[1];
        QVERIFY(input.isConditional);
        QVERIFY(!page.elements[0].isConditional);
        QCOMPARE(input.attributes.value(u"cam-variable-name"_s), u"v"_s);
        QCOMPARE(input.attributes.value(u"cam-a"_s), u"b"_s);
        QVERIFY(input.has(u"readonly"_s));
        const HtmlElement &script = page.elements[2];
        QCOMPARE(page.text.mid(script.contentBegin, script.contentEnd - script.contentBegin), u"f();"_s);
    }

    void hostilePagesGetAnAnswer()
    {
        QVERIFY(!scanHtml(u"<a>"_s.repeated(500'000)).problems.isEmpty());
        QVERIFY(scanHtml(u"</a>"_s.repeated(500'000)).problems.size() <= 100);
        QVERIFY(scanHtml(u"<p>"_s.repeated(100'000)).problems.isEmpty());
        QVERIFY(scanHtml(u"<td><li><p>"_s.repeated(50'000)).problems.isEmpty());
        QVERIFY(!scanHtml(u"<svg>"_s.repeated(500'000)).problems.isEmpty());
        QVERIFY(scanHtml(u"<svg><p>"_s.repeated(50'000)).problems.size() <= 100);
        QVERIFY(scanHtml(u"<a b='"_s.repeated(500'000)).problems.size() <= 100);
        QVERIFY(scanHtml(u"<!--"_s.repeated(500'000)).problems.size() == 1);
        QVERIFY(scanHtml(u"<script>"_s.repeated(500'000)).problems.size() == 1);
        QCOMPARE(scanHtml(u"<br cam-a>"_s.repeated(100'000)).elements.size(), 10'000);
        const QString whole = u"<form><!-- c --><div class=\"a\" b='c' d=e f>x</div><script>1</script><br/></form>"_s;
        QVERIFY(scanHtml(whole).problems.isEmpty());
        for (qsizetype size = 2; size < whole.size(); ++size) // <f
            QVERIFY2(!scanHtml(whole.first(size)).problems.isEmpty(), qPrintable(QString::number(size)));
    }
};

QTEST_GUILESS_MAIN(TestHtmlScanner)
#include "tst_htmlscanner.moc"
