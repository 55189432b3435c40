// SPDX-License-Identifier: Apache-2.0
#include "validation/scriptscanner.h"

#include <QTest>

using namespace pipeline::validation;
using namespace Qt::StringLiterals;

class TestScriptScanner : public QObject {
    Q_OBJECT

private:
    static QString found(const QString &script)
    {
        const auto problem = scanScript(script);
        return problem ? u"%1 %2"_s.arg(problem->offset).arg(problem->message) : QString();
    }

private slots:
    void takesWhatCanBeRead_data()
    {
        QTest::addColumn<QString>("script");
        const QStringList scripts{u""_s,
                                  u"f(a[0], {b: 1})"_s,
                                  u"'(' + \"[\" + '\\'{' + \"\\\"\""_s,
                                  u"// )\n/* ] */ <!-- }\n --> )"_s,
                                  u"'a\\\nb' + 'a\\\r\nb'"_s,
                                  u"`a ${f({b: `)${1}`})} \\` )`"_s,
                                  u"a = /[/)]\\//g.test(b)"_s,
                                  u"if (a) /)/.test(b)"_s,
                                  u"(a + b) / c / d"_s,
                                  u"a[0] / 2 + b.return / 2"_s,
                                  u"return /(/"_s,
                                  u"1. / 2; .5 / (3)"_s,
                                  u"a?.b ?? (c ? [d] : {})"_s,
                                  u"x => { return `}` }"_s,
                                  u"a-->b"_s};
        for (const QString &script : scripts)
            QTest::newRow(qPrintable(script)) << script;
    }

    void takesWhatCanBeRead()
    {
        QFETCH(QString, script);
        QCOMPARE(found(script), QString());
    }

    void findsWhatDoesNotEnd_data()
    {
        QTest::addColumn<QString>("script");
        QTest::addColumn<QString>("problem");
        const auto row = [](const QString &script, const QString &problem) {
            QTest::newRow(qPrintable(script)) << script << problem;
        };
        row(u"f(a"_s, u"1 The bracket ( is not closed."_s);
        row(u"f(a))"_s, u"4 The bracket ) closes nothing."_s);
        row(u"f(function () { g(); )"_s, u"14 The bracket { is not closed before )."_s);
        row(u"a = 'b\n'"_s, u"4 The text has no closing quote."_s);
        row(u"a = \"b\\"_s, u"4 The text has no closing quote."_s);
        row(u"a /* b"_s, u"2 The comment has no end."_s);
        row(u"`a ${b"_s, u"0 The template has no end."_s);
        row(u"`a ${b} c"_s, u"0 The template has no end."_s);
        row(u"`a ${b)"_s, u"0 The bracket ${ is not closed before )."_s);
        row(u"a = /b\n/"_s, u"4 The regular expression has no end."_s);
        row(u"if (a) /(/.test(b"_s, u"15 The bracket ( is not closed."_s);
    }

    void findsWhatDoesNotEnd()
    {
        QFETCH(QString, script);
        QTEST(found(script), "problem");
    }

    /// A slash after these may be either of two things, and what follows it would mean another thing then.
    void givesUpWhereASlashIsUnclear_data()
    {
        QTest::addColumn<QString>("script");
        for (const QString &script : {u"{} /(/"_s, u"a++ /(/"_s, u"for (a of /(/) {"_s, u"yield /(/"_s})
            QTest::newRow(qPrintable(script)) << script;
    }

    void givesUpWhereASlashIsUnclear()
    {
        QFETCH(QString, script);
        QCOMPARE(found(script), QString());
    }

    void hostileScriptsGetAnAnswer()
    {
        QCOMPARE(found(u"("_s.repeated(2'000'000)), QString());
        QVERIFY(!found(u"("_s.repeated(50'000)).isEmpty());
        QVERIFY(!found(u"`${"_s.repeated(50'000)).isEmpty());
        QVERIFY(!found(u"/*"_s.repeated(2'000'000)).isEmpty());
        QVERIFY(found(u"a"_s.repeated(2'000'000)).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestScriptScanner)
#include "tst_scriptscanner.moc"
