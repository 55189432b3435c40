// SPDX-License-Identifier: Apache-2.0
#include "report/sarifreport.h"

#include "reportsamples.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace pipeline;
using namespace Qt::StringLiterals;

/// What the standard's schema cannot say; tests/integration/sarif checks the rest.
class TestSarifReport : public QObject {
    Q_OBJECT

    static QString text(const QList<validation::FileReport> &files)
    {
        return tests::printed(files, 0,
                              [](QTextStream &out, const validation::Reports &reports, const report::Summary &) {
                                  return report::printSarif(out, reports);
                              });
    }

    static QJsonObject sarif(const QList<validation::FileReport> &files)
    {
        return QJsonDocument::fromJson(text(files).toUtf8()).object();
    }

private slots:
    void isTheDocumentAsQtHasIt()
    {
        for (const auto &files : {tests::sampleReports(), {}})
            QCOMPARE(text(files).toUtf8(), QJsonDocument(sarif(files)).toJson());
    }

    void placesEachFinding()
    {
        const QJsonObject run = sarif(tests::sampleReports())["runs"_L1][0].toObject();
        const QJsonArray results = run["results"_L1].toArray();
        QCOMPARE(results.size(), 3);
        QCOMPARE(results[0]["level"_L1].toString(), u"warning"_s);
        QVERIFY(results[0]["locations"_L1][0]["physicalLocation"_L1]["region"_L1].isUndefined());
        QCOMPARE(results[1]["level"_L1].toString(), u"error"_s);
        QCOMPARE(results[1]["message"_L1]["text"_L1].toString(), u"Wrong, 100%.\xFFFD Mend it."_s);
        const QJsonValue place = results[1]["locations"_L1][0];
        QCOMPARE(place["physicalLocation"_L1]["artifactLocation"_L1]["uri"_L1].toString(),
                 u"Genesis/bpmn/an%C3%A1lise%201.bpmn"_s);
        QCOMPARE(place["physicalLocation"_L1]["region"_L1].toObject(),
                 (QJsonObject{{u"startLine"_s, 12}, {u"startColumn"_s, 5}}));
        QCOMPARE(place["logicalLocations"_L1][0]["name"_L1].toString(), u"Fluxo_1"_s);
        QCOMPARE(results[2]["level"_L1].toString(), u"note"_s);
    }

    void describesEachRuleOnce()
    {
        const QJsonObject run = sarif(tests::sampleReports())["runs"_L1][0].toObject();
        const QJsonArray rules = run["tool"_L1]["driver"_L1]["rules"_L1].toArray();
        QCOMPARE(rules.size(), 2);
        for (const QJsonValue &result : run["results"_L1].toArray())
            QCOMPARE(rules[result["ruleIndex"_L1].toInt()]["id"_L1], result["ruleId"_L1]);
        QVERIFY(rules[1]["help"_L1]["markdown"_L1].toString().startsWith("# idref: "_L1));
        QVERIFY(!rules[1]["shortDescription"_L1]["text"_L1].toString().contains("idref"_L1));
    }

    void absolutePathsAreAddresses()
    {
        validation::FileReport file{u"/models/a b.dmn"_s, validation::FileKind::Dmn};
        file.findings << Finding{u"idref"_s, Severity::Error, true, u"Wrong."_s, file.path};
        const QJsonObject log = sarif({file});
        QCOMPARE(log["runs"_L1][0]["results"_L1][0]["locations"_L1][0]["physicalLocation"_L1]["artifactLocation"_L1]
                    ["uri"_L1],
                 QJsonValue(u"file:///models/a%20b.dmn"_s));
    }
};

QTEST_GUILESS_MAIN(TestSarifReport)
#include "tst_sarifreport.moc"
