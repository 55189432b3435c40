// SPDX-License-Identifier: Apache-2.0
#include "validationprinter.h"

#include "report/githubreport.h"
#include "report/jsonreport.h"
#include "report/junitreport.h"
#include "report/sarifreport.h"
#include "report/textreport.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace pipeline::cli {

QStringList validationFormats()
{
    return {u"text"_s, u"json"_s, u"sarif"_s, u"junit"_s, u"github"_s};
}

void printReports(const Call &call, const QList<validation::FileReport> &reports, const report::Summary &summary,
                  bool stream)
{
    const QString format = call.arguments.value(u"format"_s);
    QTextStream &out = call.streams.out;
    if (format == "json"_L1 && stream)
        out << QString::fromUtf8(QJsonDocument(report::toJson(reports, summary)).toJson(QJsonDocument::Compact))
            << '\n';
    else if (format == "json"_L1)
        call.print(report::toJson(reports, summary));
    else if (format == "sarif"_L1)
        call.print(report::toSarif(reports));
    else if (format == "junit"_L1)
        out << report::toJunit(reports, summary);
    else if (format == "github"_L1)
        out << report::toGithub(reports, summary);
    else
        report::printText(out, reports, summary, call.streams.outIsTerminal ? report::Colour::On : report::Colour::Off);
    out.flush();
}

} // namespace pipeline::cli
