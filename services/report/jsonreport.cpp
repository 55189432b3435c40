// SPDX-License-Identifier: Apache-2.0
#include "jsonreport.h"

#include "jsonwriter.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace pipeline::report {

namespace {

QJsonObject toJson(const validation::FileReport &report)
{
    QJsonArray findings;
    for (const Finding &finding : report.findings)
        findings << finding.toReport();
    return {{u"path"_s, report.path},
            {u"kind"_s, validation::toString(report.kind)},
            {u"verdict"_s, validation::toString(report.verdict())},
            {u"findings"_s, findings}};
}

QJsonObject toJson(const Summary &summary)
{
    return {{u"files"_s, summary.files},
            {u"errors"_s, summary.errors},
            {u"warnings"_s, summary.warnings},
            {u"infos"_s, summary.infos},
            {u"seconds"_s, summary.seconds}};
}

} // namespace

Result<void> printJson(QTextStream &out, const validation::Reports &reports, const Summary &summary,
                       QJsonDocument::JsonFormat format)
{
    JsonWriter json(out, format);
    json.beginObject();
    json.beginArray("files"_L1);
    const auto printed = reports.forEach(
        [&](const validation::FileReport &report) { json.addElement(toJson(report)); });
    if (!printed)
        return printed;
    json.endArray();
    json.addMember(u"summary"_s, toJson(summary));
    json.endObject();
    return {};
}

} // namespace pipeline::report
