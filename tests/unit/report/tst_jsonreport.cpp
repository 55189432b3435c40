// SPDX-License-Identifier: Apache-2.0
#include "report/jsonreport.h"

#include "reportsamples.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace pipeline;
using namespace pipeline::validation;
using namespace Qt::StringLiterals;

class TestJsonReport : public QObject {
    Q_OBJECT

    static QByteArray text(const QList<FileReport> &files, double seconds, QJsonDocument::JsonFormat format)
    {
        const auto print = [&](QTextStream &out, const Reports &reports, const report::Summary &summary) {
            return report::printJson(out, reports, summary, format);
        };
        return tests::printed(files, seconds, print).toUtf8();
    }

private slots:
    void isTheContracts()
    {
        FileReport rejected{.path = u"Genesis/bpmn/a.bpmn"_s, .kind = FileKind::Bpmn};
        rejected.findings
            << Finding{u"artefact-suffix"_s, Severity::Warning, false, u"Odd."_s, rejected.path, {}, 0, 0, {}}
            << Finding{u"idref"_s, Severity::Error, true, u"Wrong."_s, rejected.path, u"Fluxo_1"_s, 3,
                       5,          u"Mend it."_s};
        const FileReport accepted{.path = u"Genesis/forms/b.html"_s, .kind = FileKind::Html};
        const QList<FileReport> reports{rejected, accepted};

        const QByteArray expected = R"({
            "files": [
                {"path": "Genesis/bpmn/a.bpmn", "kind": "bpmn", "verdict": "rejected", "findings": [
                    {"rule": "artefact-suffix", "severity": "warning", "engine": false, "message": "Odd.", "element": null,
                     "line": null, "column": null, "hint": null},
                    {"rule": "idref", "severity": "error", "engine": true, "message": "Wrong.", "element": "Fluxo_1",
                     "line": 3, "column": 5, "hint": "Mend it."}]},
                {"path": "Genesis/forms/b.html", "kind": "html", "verdict": "accepted", "findings": []}],
            "summary": {"files": 2, "errors": 1, "warnings": 1, "infos": 0, "seconds": 0.25}})";
        for (const auto format : {QJsonDocument::Indented, QJsonDocument::Compact})
            QCOMPARE(text(reports, 0.25, format), QJsonDocument::fromJson(expected).toJson(format));
    }

    void anEmptyRunIsADocument()
    {
        for (const auto format : {QJsonDocument::Indented, QJsonDocument::Compact}) {
            const QByteArray bytes = text({}, 0, format);
            const QJsonDocument document = QJsonDocument::fromJson(bytes);
            QVERIFY(document["files"_L1].isArray() && document["files"_L1].toArray().isEmpty());
            QCOMPARE(document["summary"_L1]["files"_L1].toInt(-1), 0);
            QCOMPARE(bytes, document.toJson(format));
        }
    }
};

QTEST_GUILESS_MAIN(TestJsonReport)
#include "tst_jsonreport.moc"
