// SPDX-License-Identifier: Apache-2.0
#include "jsonreport.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace pipeline::report {

QJsonObject toJson(const QList<validation::FileReport> &reports, const Summary &summary)
{
    QJsonArray files;
    for (const validation::FileReport &report : reports) {
        QJsonArray findings;
        for (const Finding &finding : report.findings)
            findings << finding.toReport();
        files << QJsonObject{{u"path"_s, report.path},
                             {u"kind"_s, validation::toString(report.kind)},
                             {u"verdict"_s, validation::toString(report.verdict())},
                             {u"findings"_s, findings}};
    }
    return {{u"files"_s, files},
            {u"summary"_s,
             QJsonObject{{u"files"_s, summary.files},
                         {u"errors"_s, summary.errors},
                         {u"warnings"_s, summary.warnings},
                         {u"infos"_s, summary.infos},
                         {u"seconds"_s, summary.seconds}}}};
}

} // namespace pipeline::report
