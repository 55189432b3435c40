// SPDX-License-Identifier: Apache-2.0
#include "expression/juel.h"

#include <QTest>

using namespace pipeline::expression;
using namespace Qt::StringLiterals;

/// What the engine compiles as an expression; each text was tried on it.
class TestJuel : public QObject {
    Q_OBJECT

private slots:
    void compiles_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text :
             {// plain text
              "", "a", "}", "{a}", "$", "#", "a\\b", "\\", "text with $ and # only",
              // one expression, several, and text between them
              "${a}", "#{a}", "${a}${b}", "a ${b} c", "$${a}", "#${a}", "$#{a}", "##{a}", "${a}}", "${a}}{", "${a}#",
              "${a}$", "${a}\\", "\\${a", "\\\\${a",
              // white space
              "${ a }", "${\na\n}", "${\ta}", "${a . b}", "${a [ 0 ]}", "${a . b ( 1 )}", "${now ( )}",
              // names
              "${_a}", "${$a}", "${a$b}", "${a1}", "${nota}", "${a.class}", "${TRUE}", "${True}", "${\xc3\xa9}",
              "${\xe6\x97\xa5\xe6\x9c\xac}",
              // properties and methods
              "${a.b}", "${a.b.c()}", "${a.b(1,2).c}", "${a[0]}", "${a['x']}", "${a[\"x\"]}", "${a[0]()}",
              "${a.b[0](1)}", "${(a).b}", "${'a'.length()}", "${true.b}", "${null.b}",
              "${execution.setVariable('a', 1)}", "${a.foo()}",
              // functions of the engine and of its Spin plugin
              "${now()}", "${now}", "${dateTime().plusDays(1)}", "${currentUser()}", "${currentUserGroups()}",
              "${S(a)}", "${XML(a)}", "${JSON(a).prop(\"b\")}",
              // literals
              "${1}", "${1.5}", "${.5}", "${1.}", "${1e5}", "${1.e5}", "${1e+5}", "${1e-5}", "${1e999}",
              "${9223372036854775807}", "${true}", "${false}", "${null}", "${'a'}", "${'}'}", "${\"a}\"}",
              "${\"\\\\\"}", "${'\\''}",
              // operators
              "${a+1}", "${a-1}", "${a-b}", "${1-1}", "${1 -1}", "${a * b}", "${a*-1}", "${a / b}", "${a div b}",
              "${a % b}", "${a mod b}", "${-a}", "${--a}", "${- - a}", "${-1}", "${!a}", "${!!a}", "${not a}",
              "${not not a}", "${empty a}", "${not empty a}", "${empty empty a}", "${-empty a}", "${a && b}",
              "${a and b}", "${a || b}", "${a or b}", "${a == b}", "${a eq b}", "${a != b}", "${a ne b}", "${a < b}",
              "${a lt b}", "${a <= b}", "${a le b}", "${a > b}", "${a gt b}", "${a >= b}", "${a ge b}", "${a == -1}",
              "${a == !b}", "${a == 'x' && b != \"y\"}", "${(a)}", "${((a))}",
              // choices
              "${a ? b : c}", "${a ? b : c ? d : e}", "${a ? (b) : c}", "${a ? b : -c}", "${a.b ? c.d() : e[f]}"})
            QTest::newRow(text) << QString::fromUtf8(text);
    }

    void compiles()
    {
        QFETCH(QString, text);
        const Juel juel = readJuel(text);
        QVERIFY2(!juel.problem, juel.problem ? qPrintable(juel.problem->message) : "");
    }

    void rejects_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("offset");
        QTest::addColumn<QString>("why");
        const auto row = [](const char *text, int offset, const char *why) {
            QTest::newRow(text) << QString::fromUtf8(text) << offset << QString::fromUtf8(why);
        };
        row("${a}#{b}", 4, "it has both ${…} and #{…}");
        row("#{a} ${b}", 5, "it has both ${…} and #{…}");
        row("${", 2, "it ends where a value is expected");
        row("${a", 3, "it ends where `}` is expected");
        row("#{a", 3, "it ends where `}` is expected");
        row("${a}${", 6, "it ends where a value is expected");
        row("${}", 2, "there is nothing between its braces");
        row("${ }", 3, "there is nothing between its braces");
        row("${{a}}", 2, "it has the character `{`");
        row("${a + ${b}}", 7, "it has the character `{`"); // $ is a name
        row("${a b}", 4, "it has `b` where `}` is expected");
        row("${a,b}", 3, "it has `,` where `}` is expected");
        row("${a;}", 3, "it has the character `;`");
        row("${a+}", 4, "it has `}` where a value is expected");
        row("${+a}", 2, "it has `+` where a value is expected");
        row("${a = b}", 4, "it has the character `=`");
        row("${a === b}", 6, "it has the character `=`");
        row("${a => b}", 4, "it has the character `=`");
        row("${a <> b}", 5, "it has `>` where a value is expected");
        row("${a & b}", 4, "it has the character `&`");
        row("${a | b}", 4, "it has the character `|`");
        row("${a EQ b}", 4, "it has `EQ` where `}` is expected");
        row("${a instanceof b}", 4, "it has `instanceof` where `}` is expected");
        row("${a ! b}", 4, "it has `!` where `}` is expected");
        row("${a not b}", 4, "it has `not` where `}` is expected");
        row("${a and and b}", 8, "it has `and` where a value is expected");
        row("${empty}", 7, "it has `}` where a value is expected");
        row("${div}", 2, "it has `div` where a value is expected");
        row("${a ? b}", 7, "it has `}` where `:` is expected");
        row("${a : b}", 4, "it has `:` where `}` is expected");
        row("${a ?: b}", 5, "it has `:` where a value is expected");
        row("${(a}", 4, "it has `}` where `)` is expected");
        row("${a)}", 3, "it has `)` where `}` is expected");
        row("${()}", 3, "it has `)` where a value is expected");
        row("${a[}", 4, "it has `}` where a value is expected");
        row("${a[]}", 4, "it has `]` where a value is expected");
        row("${a[b}", 5, "it has `}` where `]` is expected");
        row("${a.}", 4, "it has `}` where a name is expected");
        row("${a..b}", 4, "it has `.` where a name is expected");
        row("${.a}", 2, "it has `.` where a value is expected");
        row("${a.1}", 3, "it has `.1` where `}` is expected");
        row("${a.true}", 4, "it has `true` where a name is expected");
        row("${a.empty}", 4, "it has `empty` where a name is expected");
        row("${a.b(c,)}", 8, "it has `)` where a value is expected");
        row("${a.b()()}", 7, "it has `(` where `}` is expected");
        row("${1a}", 3, "it has `a` where `}` is expected");
        row("${1L}", 3, "it has `L` where `}` is expected");
        row("${0x1F}", 3, "it has `x1F` where `}` is expected");
        row("${1.b}", 4, "it has `b` where `}` is expected");
        row("${9223372036854775808}", 2, "its number 9223372036854775808 is too large");
        row("${'a}", 2, "a text in it has no closing '");
        row("${'a''b'}", 5, "it has `b` where `}` is expected");
        row("${\"\\n\"}", 3, "a text in it has a backslash before something else");
        row("${a\xe2\x80\x9c"
            "b\xe2\x80\x9d}",
            3, "it has the character `\xe2\x80\x9c`");
        row("${a -> b}", 5, "it has `>` where a value is expected");
        row("${[1,2]}", 2, "it has `[` where a value is expected");
        row("${a += b}", 5, "it has the character `=`");
        row("${a@b}", 3, "it has the character `@`");
        row("${a\\b}", 3, "it has the character `\\`");
        // what is not a function
        row("${a()}", 2, "it calls the function `a`, which the engine does not have");
        row("${a:b()}", 2, "it calls the function `a:b`, which the engine does not have");
        row("${a ? b : c()}", 13, "it has `}` where `:` is expected");
        row("${now(1)}", 2, "its function `now` takes 0 arguments and not 1");
        row("${S()}", 2, "its function `S` takes 1 arguments and not 0");
        row("${a() + b(}", 10, "it has `}` where a value is expected"); // before functions are looked for
    }

    void rejects()
    {
        QFETCH(QString, text);
        QFETCH(int, offset);
        QFETCH(QString, why);
        const Juel juel = readJuel(text);
        QVERIFY(juel.problem);
        QVERIFY2(juel.problem->message.startsWith(why), qPrintable(juel.problem->message));
        QCOMPARE(juel.problem->offset, offset);
        QVERIFY(!juel.constant);
    }

    void hints_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("hint");
        QTest::newRow("equality") << u"${a = b}"_s << u"=="_s;
        QTest::newRow("and") << u"${a & b}"_s << u"&&"_s;
        QTest::newRow("or") << u"${a | b}"_s << u"||"_s;
        QTest::newRow("braces") << u"${a + ${b}}"_s << u"not nested"_s;
        QTest::newRow("quotes") << u"${a == \u201cb\u201d}"_s << u"straight quotes"_s;
        QTest::newRow("function") << u"${isOk()}"_s << u"${bean.isOk(…)}"_s;
        QTest::newRow("both kinds") << u"${a}#{b}"_s << u"Write all of them as ${…}."_s;
    }

    void hints()
    {
        QFETCH(QString, text);
        QFETCH(QString, hint);
        const auto problem = readJuel(text).problem;
        QVERIFY(problem);
        QVERIFY2(problem->hint.contains(hint), qPrintable(problem->hint));
    }

    void findsVariables_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("variables");
        QTest::addColumn<bool>("callsFunction");
        QTest::newRow("none") << u"text"_s << QStringList() << false;
        QTest::newRow("literal") << u"${1}"_s << QStringList() << false;
        QTest::newRow("one") << u"${order.total}"_s << QStringList{u"order"_s} << false;
        QTest::newRow("in brackets and arguments")
            << u"${a[b].c(d, e.f)}"_s << QStringList{u"a"_s, u"b"_s, u"d"_s, u"e"_s} << false;
        QTest::newRow("in several") << u"${a} and ${b > c}"_s << QStringList{u"a"_s, u"b"_s, u"c"_s} << false;
        QTest::newRow("function") << u"${now()}"_s << QStringList() << true;
        QTest::newRow("function with a variable") << u"${S(a)}"_s << QStringList{u"a"_s} << true;
    }

    void findsVariables()
    {
        QFETCH(QString, text);
        const Juel juel = readJuel(text);
        QVERIFY(!juel.problem);
        QTEST(juel.variables, "variables");
        QTEST(juel.callsFunction, "callsFunction");
        QCOMPARE(juel.dynamic, text.contains(u"${"_s));
    }

    void knowsConstants_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("constant"); // null: it is none
        QTest::newRow("empty") << u""_s << u""_s;
        QTest::newRow("text") << u"PT1H"_s << u"PT1H"_s;
        QTest::newRow("escaped") << u"\\${a} \\\\ \\x"_s << u"${a} \\\\ \\x"_s;
        QTest::newRow("string") << u"${'PT1H'}"_s << u"PT1H"_s;
        QTest::newRow("number") << u"P${1}D"_s << u"P1D"_s;
        QTest::newRow("word") << u"${true}"_s << u"true"_s;
        QTest::newRow("escapes in a string") << u"${'a\\'b\\\\'}"_s << u"a'b\\"_s;
        QTest::newRow("null") << u"${null}"_s << QString();
        QTest::newRow("variable") << u"P${days}D"_s << QString();
        QTest::newRow("sum") << u"${1 + 1}"_s << QString();
        QTest::newRow("negative") << u"${-1}"_s << QString();
        QTest::newRow("property") << u"${'a'.length()}"_s << QString();
        QTest::newRow("parentheses") << u"${('a')}"_s << QString();
        QTest::newRow("choice") << u"${true ? 1 : 2}"_s << QString();
        QTest::newRow("literal after a variable") << u"${a}${'b'}"_s << QString();
    }

    void knowsConstants()
    {
        QFETCH(QString, text);
        QFETCH(QString, constant);
        const Juel juel = readJuel(text);
        QVERIFY(!juel.problem);
        QCOMPARE(juel.constant.has_value(), !constant.isNull());
        QCOMPARE(juel.constant.value_or(QString()), constant);
    }

    void hostileTextsGetAnAnswer_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("compiles");
        const auto nested = [](const QString &open, int depth, const QString &close) {
            return u"${"_s + open.repeated(depth) + u"a"_s + close.repeated(depth) + u"}"_s;
        };
        QTest::newRow("parentheses") << nested(u"("_s, 500, u")"_s) << true;
        QTest::newRow("too many parentheses") << nested(u"("_s, 100'000, u")"_s) << false;
        QTest::newRow("brackets") << nested(u"a["_s, 100'000, u"]"_s) << false;
        QTest::newRow("calls") << nested(u"a.b("_s, 100'000, u")"_s) << false;
        QTest::newRow("choices") << nested(u"a ? "_s, 100'000, u" : b"_s) << false;
        QTest::newRow("chain of choices") << u"${"_s + u"a ? b : "_s.repeated(100'000) + u"c}"_s << true;
        QTest::newRow("prefixes") << nested(u"!"_s, 100'000, QString()) << true;
        QTest::newRow("sum") << nested(u"a+"_s, 100'000, QString()) << true;
        QTest::newRow("properties") << u"${a"_s + u".b"_s.repeated(100'000) + u"}"_s << true;
        QTest::newRow("arguments") << u"${a.b(1"_s + u",1"_s.repeated(100'000) + u")}"_s << true;
        QTest::newRow("expressions") << u"${a}"_s.repeated(100'000) << true;
        QTest::newRow("begins") << u"${"_s.repeated(100'000) << false;
        QTest::newRow("backslashes") << u"\\"_s.repeated(1'000'000) << true;
        QTest::newRow("quotes") << u"${"_s + u"'"_s.repeated(100'001) << false;
        QTest::newRow("digits") << u"${"_s + u"9"_s.repeated(1'000'000) + u"}"_s << false;
        QTest::newRow("name") << u"${"_s + u"a"_s.repeated(1'000'000) + u"}"_s << true;
        QTest::newRow("zero") << u"${a"_s + QChar(0) + u"}"_s << true; // Java takes it for a part of a name
        QTest::newRow("surrogate") << u"${"_s + QChar(0xd83d) + u"}"_s << false;
    }

    void hostileTextsGetAnAnswer()
    {
        QFETCH(QString, text);
        QTEST(!readJuel(text).problem, "compiles");
    }

    void everyTruncation()
    {
        const QString whole = u"#{a.b['c'] ? d(1e5, \"e\") : !empty f && -g} text \\#{"_s;
        for (qsizetype size = 0; size <= whole.size(); ++size) {
            const Juel juel = readJuel(QStringView(whole).first(size));
            // What has begun has to end, and `d` is no function.
            QCOMPARE(juel.problem.has_value(), size >= 2);
            if (juel.problem)
                QVERIFY(juel.problem->offset <= size);
        }
    }
};

QTEST_GUILESS_MAIN(TestJuel)
#include "tst_juel.moc"
