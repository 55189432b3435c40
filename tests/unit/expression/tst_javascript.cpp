// SPDX-License-Identifier: Apache-2.0
#include "expression/javascript.h"

#include <QTest>

using namespace pipeline::expression;
using namespace Qt::StringLiterals;

class TestJavaScript : public QObject {
    Q_OBJECT

private slots:
    void takesWhatParses_data()
    {
        QTest::addColumn<QString>("source");
        const auto row = [](const QString &source) { QTest::newRow(qPrintable(source)) << source; };
        row({});
        row(u"f(a[0], {b: 1});"_s);
        row(u"'it\\'s' + \"a \\\"word\\\"\""_s);
        row(u"'two\\\nlines'"_s);
        row(u"'two\\\r\nlines'"_s);
        row(u"// don't\nx"_s);
        row(u"/* don't ( */ x"_s);
        row(u"`don't ( ${a + `${b}` + {c: 1}.c} end`"_s);
        row(u"`\\` \\${ (`"_s);
        row(u"a / b / c"_s);
        row(u"a[0] / b"_s);
        row(u"x = /[/'(]/g.test(y)"_s);
        row(u"return /\\/(/.test(y)"_s);
        row(u"r = a\n/ 2"_s);
        row(u"{}"_s);
        row(u"if (a) /[(]/.test(b)"_s);
        row(u"(a + b) / c / d"_s);
        row(u"1. / 2; .5 / (3)"_s);
        row(u"a.return / 2"_s);
        row(u"<!-- don't }\n --> don't )"_s);
        row(u"a-->b"_s);
        row(u"a = /[/)]\\//g.test(b)"_s);
    }

    void takesWhatParses()
    {
        QFETCH(QString, source);
        const auto problem = javaScriptProblem(source);
        QVERIFY2(!problem, problem ? qPrintable(problem->message) : "");
    }

    void saysNothingOfWhatItCannotTell_data()
    {
        QTest::addColumn<QString>("source");
        QTest::newRow("division or regular expression, behind a block or an object") << u"{} /(/"_s;
        QTest::newRow("behind a step") << u"i++ / '"_s;
        QTest::newRow("behind a word that may be a name") << u"yield /(/"_s;
        QTest::newRow("too deep") << QString(1'000'001, u'(');
    }

    void saysNothingOfWhatItCannotTell()
    {
        QFETCH(QString, source);
        QVERIFY(!javaScriptProblem(source));
    }

    void findsWhatDoesNotEnd_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<qsizetype>("offset");
        QTest::addColumn<QString>("message");
        const auto row = [](const QString &source, qsizetype offset, const QString &message) {
            QTest::newRow(qPrintable(source)) << source << offset << message;
        };
        row(u"f(a"_s, 1, u"`(` is not closed"_s);
        row(u"if (a) { b"_s, 7, u"`{` is not closed"_s);
        row(u"f(a))"_s, 4, u"`)` closes nothing"_s);
        row(u"f(a]"_s, 3, u"`]` stands where `(` is to be closed"_s);
        row(u"x = 'abc"_s, 4, u"a string does not end"_s);
        row(u"x = \"abc\n\""_s, 4, u"a string does not end"_s);
        row(u"'\\"_s, 0, u"a string does not end"_s);
        row(u"a /* b"_s, 2, u"a comment does not end"_s);
        row(u"a = `b ${c} d"_s, 4, u"a template does not end"_s);
        row(u"a = `b ${c"_s, 4, u"`${` is not closed"_s);
        row(u"`${a)}`"_s, 4, u"`)` stands where `${` is to be closed"_s);
        row(u"a = /b\n/"_s, 4, u"a regular expression does not end"_s);
        row(u"(a) / b; ("_s, 9, u"`(` is not closed"_s);
        row(u"if (a) /(/.test(b"_s, 15, u"`(` is not closed"_s);
        row(u"a = /b\\"_s, 4, u"a regular expression does not end"_s);
    }

    void findsWhatDoesNotEnd()
    {
        QFETCH(QString, source);
        const auto problem = javaScriptProblem(source);
        QVERIFY(problem);
        QTEST(problem->offset, "offset");
        QTEST(problem->message, "message");
    }

    void readsWhatIsDeepAndLong()
    {
        QCOMPARE(javaScriptProblem(QString(1'000'000, u'('))->offset, 999'999);
        QVERIFY(!javaScriptProblem(u"`${"_s.repeated(100'000) + u"}`"_s.repeated(100'000)));
    }
};

QTEST_GUILESS_MAIN(TestJavaScript)
#include "tst_javascript.moc"
