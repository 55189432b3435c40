// SPDX-License-Identifier: Apache-2.0
#include "validation/inputfile.h"

#include <QTest>

using namespace pipeline;
using namespace pipeline::validation;
using namespace Qt::StringLiterals;

class TestInputFile : public QObject {
    Q_OBJECT

private slots:
    void kinds_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("kind");
        QTest::newRow("bpmn") << u"Genesis/bpmn/a.bpmn"_s << u"bpmn"_s;
        QTest::newRow("bpmn20.xml") << u"a.bpmn20.xml"_s << u"bpmn"_s;
        QTest::newRow("upper case") << u"a.BPMN"_s << u"bpmn"_s;
        QTest::newRow("dmn") << u"a.dmn"_s << u"dmn"_s;
        QTest::newRow("dmn11.xml") << u"a.dmn11.xml"_s << u"dmn"_s;
        QTest::newRow("form") << u"a.form"_s << u"form"_s;
        QTest::newRow("html") << u"a.html"_s << u"html"_s;
        QTest::newRow("folder's name") << u"a.bpmn/readme.md"_s << QString();
        QTest::newRow("other") << u"a.xml"_s << QString();
        QTest::newRow("none") << u"bpmn"_s << QString();
    }

    void kinds()
    {
        QFETCH(QString, path);
        const auto kind = fileKindOf(path);
        QTEST(kind ? toString(*kind) : QString(), "kind");
    }

    void artefactTypeDecides()
    {
        using contract::Artefact;
        using contract::ArtefactType;
        QVERIFY(fileKindOf(Artefact{ArtefactType::Dmn, u"a.xml"_s, u"p/a.xml"_s, {}}) == FileKind::Dmn);
        QVERIFY(fileKindOf(Artefact{ArtefactType::Form, u"a.html"_s, u"p/a.html"_s, {}}) == FileKind::Html);
        QVERIFY(fileKindOf(Artefact{ArtefactType::Form, u"a.form"_s, u"p/a.form"_s, {}}) == FileKind::Form);
        QVERIFY(fileKindOf(Artefact{ArtefactType::Worker, u"w"_s, u"worker/w"_s, {}}) == FileKind::Worker);
    }

    void engineComparesLetterByLetter()
    {
        QVERIFY(engineReads(u"a.bpmn"_s, FileKind::Bpmn));
        QVERIFY(engineReads(u"abpmn"_s, FileKind::Bpmn));
        QVERIFY(engineReads(u"a.bpmn20.xml"_s, FileKind::Bpmn));
        QVERIFY(!engineReads(u"a.BPMN"_s, FileKind::Bpmn));
        QVERIFY(!engineReads(u"a.bpmn"_s, FileKind::Dmn));
        QVERIFY(engineReads(u"a.form"_s, FileKind::Form));
        QVERIFY(!engineReads(u"a.html"_s, FileKind::Html));
    }

    void rulesets()
    {
        QCOMPARE(rulesetFrom(u"engine"_s), RulesetName::Engine);
        QCOMPARE(rulesetFrom(u"recommended"_s), RulesetName::Recommended);
        QCOMPARE(rulesetFrom(u"strict"_s), RulesetName::Strict);
        QVERIFY(!rulesetFrom(u"Strict"_s));
    }
};

QTEST_GUILESS_MAIN(TestInputFile)
#include "tst_inputfile.moc"
