// SPDX-License-Identifier: Apache-2.0
#include "sources/glob.h"

#include <QTest>

using namespace pipeline::sources;
using namespace Qt::StringLiterals;

class TestGlob : public QObject {
    Q_OBJECT

private slots:
    void matches_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QStringList>("those");
        QTest::addColumn<QStringList>("others");
        const auto row = [](const char *name, const QString &pattern, const QStringList &those,
                            const QStringList &others) { QTest::newRow(name) << pattern << those << others; };
        row("star", u"*.bpmn"_s, {u"a.bpmn"_s, u"ab.bpmn"_s}, {u"p/a.bpmn"_s, u"a.bpmnx"_s, u"abpmn"_s});
        row("star in a folder", u"p/*"_s, {u"p/a.bpmn"_s, u"p/q/a.bpmn"_s}, {u"a.bpmn"_s, u"pp/a.bpmn"_s});
        row("question", u"a?.dmn"_s, {u"ab.dmn"_s}, {u"a.dmn"_s, u"a/.dmn"_s});
        row("any depth", u"**/x.dmn"_s, {u"x.dmn"_s, u"p/x.dmn"_s, u"p/q/x.dmn"_s}, {u"px.dmn"_s, u"p/x.dmnx"_s});
        row("depth between", u"p/**/x.dmn"_s, {u"p/x.dmn"_s, u"p/q/r/x.dmn"_s}, {u"x.dmn"_s, u"q/p/x.dmn"_s});
        row("all below", u"p/**"_s, {u"p/x.dmn"_s, u"p/q/x.dmn"_s}, {u"q/x.dmn"_s});
        row("a folder of that name", u"*/forms"_s, {u"p/forms/a.form"_s}, {u"p/formsx/a.form"_s});
        row("set", u"[a-c]x[!0-9].dmn"_s, {u"bxy.dmn"_s}, {u"dxy.dmn"_s, u"bx1.dmn"_s, u"bx/.dmn"_s});
        row("set with a bracket", u"a[]x].dmn"_s, {u"a].dmn"_s, u"ax.dmn"_s}, {u"ay.dmn"_s});
        row("choice", u"{p,q}/*.{dmn,bpmn}"_s, {u"p/a.dmn"_s, u"q/a.bpmn"_s}, {u"r/a.dmn"_s, u"p/a.form"_s});
        row("escaped", u"a\\[1\\]*.dmn"_s, {u"a[1].dmn"_s, u"a[1]b.dmn"_s}, {u"a1.dmn"_s});
        row("characters of expressions", u"a(b)+.*"_s, {u"a(b)+.dmn"_s}, {u"ab.dmn"_s});
        row("brace without end", u"a{b*"_s, {u"a{bc.dmn"_s}, {u"ab.dmn"_s});
        row("bracket without end", u"a[b*"_s, {u"a[bc.dmn"_s}, {u"ab.dmn"_s});
        row("needless parts", u"./p/../q/*.dmn"_s, {u"q/a.dmn"_s}, {u"p/a.dmn"_s});
    }

    void matches()
    {
        QFETCH(QString, pattern);
        QFETCH(QStringList, those);
        QFETCH(QStringList, others);
        const Glob glob(pattern);
        for (const QString &path : those)
            QVERIFY2(glob.matches(path), qPrintable(path));
        for (const QString &path : others)
            QVERIFY2(!glob.matches(path), qPrintable(path));
    }

    void knowsWhereToLook()
    {
        QCOMPARE(Glob(u"*.bpmn"_s).folder(), u"."_s);
        QCOMPARE(Glob(u"p/q*/a.bpmn"_s).folder(), u"p"_s);
        QCOMPARE(Glob(u"../p/**"_s).folder(), u"../p"_s);
        QCOMPARE(Glob(u"/*.bpmn"_s).folder(), u"/"_s);
        QCOMPARE(Glob(u"/p/q/[ab]/x"_s).folder(), u"/p/q"_s);
    }

    void tellsPatternsFromNames()
    {
        for (const QString &text : {u"*"_s, u"a?"_s, u"[a]"_s, u"{a,b}"_s})
            QVERIFY2(Glob::isPattern(text), qPrintable(text));
        QVERIFY(!Glob::isPattern(u"Genesis/bpmn/analise-credito (2).bpmn"_s));
    }
};

QTEST_GUILESS_MAIN(TestGlob)
#include "tst_glob.moc"
