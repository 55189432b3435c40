// SPDX-License-Identifier: Apache-2.0
#include "report/jsonreport.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace pipeline;
using namespace pipeline::validation;
using namespace Qt::StringLiterals;

class TestJsonReport : public QObject {
    Q_OBJECT

private slots:
    void isTheContracts()
    {
        FileReport rejected{.path = u"Genesis/bpmn/a.bpmn"_s, .kind = FileKind::Bpmn};
        rejected.findings
            << Finding{u"idref"_s, Severity::Error, true, u"Wrong."_s, rejected.path, u"Fluxo_1"_s, 3, 5, u"Mend it."_s}
            << Finding{u"artefact-suffix"_s, Severity::Warning, false, u"Odd."_s, rejected.path, {}, 0, 0, {}};
        const FileReport accepted{.path = u"Genesis/forms/b.html"_s, .kind = FileKind::Html};
        const QList<FileReport> reports{rejected, accepted};

        const QJsonObject document = report::toJson(reports, report::summarise(reports, 0.25));
        const QByteArray expected = R"({
            "files": [
                {"path": "Genesis/bpmn/a.bpmn", "kind": "bpmn", "verdict": "rejected", "findings": [
                    {"rule": "idref", "severity": "error", "engine": true, "message": "Wrong.", "element": "Fluxo_1",
                     "line": 3, "column": 5, "hint": "Mend it."},
                    {"rule": "artefact-suffix", "severity": "warning", "engine": false, "message": "Odd.", "element": null,
                     "line": null, "column": null, "hint": null}]},
                {"path": "Genesis/forms/b.html", "kind": "html", "verdict": "accepted", "findings": []}],
            "summary": {"files": 2, "errors": 1, "warnings": 1, "infos": 0, "seconds": 0.25}})";
        QCOMPARE(document, QJsonDocument::fromJson(expected).object());
    }

    void anEmptyRunIsADocument()
    {
        const QJsonObject document = report::toJson({}, report::summarise({}, 0));
        QVERIFY(document["files"_L1].isArray() && document["files"_L1].toArray().isEmpty());
        QCOMPARE(document["summary"_L1]["files"_L1].toInt(-1), 0);
    }
};

QTEST_GUILESS_MAIN(TestJsonReport)
#include "tst_jsonreport.moc"
