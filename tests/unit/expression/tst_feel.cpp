// SPDX-License-Identifier: Apache-2.0
#include "expression/feel.h"

#include <QTest>

using namespace pipeline::expression;
using namespace Qt::StringLiterals;

/// What parses and what does not was evaluated by a real engine.
class TestFeel : public QObject {
    Q_OBJECT

private slots:
    void parses_data()
    {
        QTest::addColumn<QString>("text");
        for (const auto *text : {"a",
                                 "1.5",
                                 ".5",
                                 "\"a \\\" b\"",
                                 "null",
                                 "@\"P1D\"",
                                 "a.b.c",
                                 "a . b",
                                 "a.time offset",
                                 "`a b`.c",
                                 "-a ** 2 * 3 / 4 + 5 - 6",
                                 "a = b and c != d or e >= f",
                                 "a between 1 and 2 and b",
                                 "if a then b else c + 1",
                                 "if a then (b) else (c)",
                                 "for x in 1..3, y in b return x + y",
                                 "some x in a satisfies x > 1",
                                 "every x in a, y in b satisfies x = y",
                                 "a[item > 1][1].b",
                                 "[]",
                                 "[1, [2]]",
                                 "{}",
                                 "{a: 1, \"b c\": 2, d e: 3}",
                                 "f()",
                                 "f(1, a + 2)",
                                 "f(a b: 1, c: 2)",
                                 "string length(a) > 3",
                                 "date and time(\"2024-01-31T10:00:00\")",
                                 "x and string length(y) = 1",
                                 "function(a, b) a + b",
                                 "a instance of number",
                                 "a instance of days and time duration",
                                 "a in (1, 2)",
                                 "a in (> 1, < 5)",
                                 "a in [1..2]",
                                 "a in (1..2)",
                                 "a in > 1",
                                 "> 5",
                                 "]1..2[",
                                 "a // b\n + /* c */ d",
                                 "not(a) and b"})
            QTest::newRow(text) << QString::fromUtf8(text);
    }

    void parses()
    {
        QFETCH(QString, text);
        const Feel feel = readFeel(text, FeelKind::Expression);
        QVERIFY2(!feel.problem, qPrintable(feel.problem ? feel.problem->message : QString()));
    }

    void doesNotParse_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("offset");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *text, int offset, const char *message) {
            QTest::newRow(text) << QString::fromUtf8(text) << offset << QString::fromUtf8(message);
        };
        row("Renda mensal", 6, "it has `mensal` where its end is expected");
        row("a == b", 3, "it has `=` where a value is expected");
        row("'a'", 0, "`'` has no meaning");
        row("a && b", 2, "`&` has no meaning");
        row("\"a", 0, "the text that begins with a double quote does not end");
        row("`a", 0, "the name in back quotes does not end");
        row("a or", 4, "it ends where a value is expected");
        row("(a", 2, "it ends where `)` is expected");
        row("[1, 2", 5, "it ends where `]` is expected");
        row("[1,]", 4, "it ends where a value is expected");
        row("f(a b)", 4, "it has `b` where `)` is expected");
        row("if a then b", 11, "it ends where `else` is expected");
        row("for x return y", 6, "it has `return` where `in` is expected");
        row("for x in [1..3] return x", 16, "it has `return` where a value and no range is expected");
        row("x = [1..5]", 10, "it ends where a value and no range is expected");
        row("[1..5] + 1", 7, "it has `+` where its end is expected");
        row("{a 1}", 3, "it has `1` where `:` is expected");
        row("[1..2", 5, "it ends where the end of the range is expected");
        row("a instance of", 13, "it ends where a type is expected");
        row("function(a: number) a", 10, "it has `:` where `)` is expected");
        row("a function()", 2, "it has `function` where its end is expected");
        row("a @ b", 2, "it has `@` where its end is expected");
        row("@5", 1, "it has `5` where a text is expected");
    }

    void doesNotParse()
    {
        QFETCH(QString, text);
        QFETCH(int, offset);
        QFETCH(QString, message);
        const auto problem = readFeel(text, FeelKind::Expression).problem;
        QVERIFY(problem);
        QCOMPARE(problem->message, message);
        QCOMPARE(problem->offset, offset);
    }

    void tests_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("good");
        for (const auto *text : {"-", "5", "\"A\", \"B\"", "not(1, 2)", "< 5, > 7", "[1..2]", "? > 5", "true", "-5",
                                 "date(\"2024-01-31\")"})
            QTest::newRow(text) << QString::fromUtf8(text) << true;
        for (const auto *text : {"== 5", "= 5", "not(a) and b", "1, ", "not(1", "-, 5", "1 2", "<"})
            QTest::newRow(text) << QString::fromUtf8(text) << false;
    }

    void tests()
    {
        QFETCH(QString, text);
        QFETCH(bool, good);
        QCOMPARE(!readFeel(text, FeelKind::UnaryTests).problem, good);
    }

    void hintsAtCommonMistakes()
    {
        QVERIFY(readFeel(u"a b", FeelKind::Expression).problem->hint.contains("back quotes"_L1));
        QVERIFY(readFeel(u"a == b", FeelKind::Expression).problem->hint.contains("single"_L1));
        QVERIFY(readFeel(u"== 5", FeelKind::UnaryTests).problem->hint.contains("equals sign"_L1));
        QVERIFY(readFeel(u"'a'", FeelKind::Expression).problem->hint.contains("double quotes"_L1));
        QVERIFY(readFeel(u"a || b", FeelKind::Expression).problem->hint.contains("and, or"_L1));
    }

    void findsRangesWithoutValues()
    {
        QVERIFY(readFeel(u"[5..1]", FeelKind::UnaryTests).emptyRange);
        QVERIFY(readFeel(u"a in ]-1..-1.5[", FeelKind::Expression).emptyRange);
        QCOMPARE(readFeel(u"1, [7..-3]", FeelKind::UnaryTests).emptyRange->message, u"nothing lies between 7 and -3"_s);
        for (const auto *text : {"[1..5]", "[5..5]", "[-5..1]", "[a..1]", "[5..b]", "[5..1 + 9]"})
            QVERIFY2(!readFeel(QString::fromLatin1(text), FeelKind::UnaryTests).emptyRange, text);
    }

    void endsWhateverIsNestedOrLong()
    {
        for (const auto *text : {"(", "[1..", "a in (", "f(", "if ", "{a:", "not("}) {
            const Feel feel = readFeel(QString::fromLatin1(text).repeated(20'000), FeelKind::UnaryTests);
            QVERIFY(!feel.emptyRange);
        }
        QVERIFY(!readFeel(u"a in "_s.repeated(50'000), FeelKind::Expression).emptyRange);
        QVERIFY(readFeel(u"a and "_s.repeated(50'000) + u"("_s, FeelKind::Expression).problem);
        QVERIFY(readFeel(u"-"_s.repeated(50'000), FeelKind::Expression).problem);
    }
};

QTEST_GUILESS_MAIN(TestFeel)
#include "tst_feel.moc"
