// SPDX-License-Identifier: Apache-2.0
#include "validationprinter.h"

#include "report/githubreport.h"
#include "report/jsonreport.h"
#include "report/junitreport.h"
#include "report/sarifreport.h"
#include "report/textreport.h"

using namespace Qt::StringLiterals;

namespace pipeline::cli {

QStringList validationFormats()
{
    return {u"text"_s, u"json"_s, u"sarif"_s, u"junit"_s, u"github"_s};
}

Result<void> printReports(const Call &call, const validation::Reports &reports, const report::Summary &summary,
                          bool stream)
{
    const QString format = call.arguments.value(u"format"_s);
    QTextStream &out = call.streams.out;
    Result<void> printed;
    if (format == "json"_L1)
        printed = report::printJson(out, reports, summary, stream ? QJsonDocument::Compact : QJsonDocument::Indented);
    else if (format == "sarif"_L1)
        printed = report::printSarif(out, reports);
    else if (format == "junit"_L1)
        printed = report::printJunit(out, reports, summary);
    else if (format == "github"_L1)
        printed = report::printGithub(out, reports, summary);
    else
        printed = report::printText(out, reports, summary,
                                    call.streams.outIsTerminal ? report::Colour::On : report::Colour::Off);
    if (printed && stream && format == "json"_L1)
        out << '\n';
    out.flush();
    return printed;
}

} // namespace pipeline::cli
