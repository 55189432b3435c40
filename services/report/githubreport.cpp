// SPDX-License-Identifier: Apache-2.0
#include "githubreport.h"

#include "words.h"

#include <map>

using namespace Qt::StringLiterals;

namespace pipeline::report {

namespace {

constexpr int mostOfEach = 10;

/// As the commands have it, whose ends and separators are written in percent.
QString escapedText(QString text)
{
    return text.replace(u'%', "%25"_L1).replace(u'\r', "%0D"_L1).replace(u'\n', "%0A"_L1);
}

QString escapedProperty(const QString &text)
{
    return escapedText(text).replace(u':', "%3A"_L1).replace(u',', "%2C"_L1);
}

QString commandOf(const Finding &finding)
{
    const QString kind = finding.severity == Severity::Info ? u"notice"_s : toString(finding.severity);
    QString properties = u"file="_s + escapedProperty(finding.path);
    if (finding.line > 0)
        properties += u",line="_s + QString::number(finding.line);
    if (finding.column > 0)
        properties += u",col="_s + QString::number(finding.column);
    return u"::%1 %2,title=%3::%4\n"_s.arg(kind, properties, escapedProperty(finding.rule),
                                           escapedText(explained(finding)));
}

} // namespace

Result<void> printGithub(QTextStream &out, const validation::Reports &reports, const Summary &summary)
{
    std::map<Severity, qsizetype> seen;
    const auto printed = reports.forEach([&](const validation::FileReport &report) {
        for (const Finding &finding : report.findings) {
            if (++seen[finding.severity] <= mostOfEach)
                out << commandOf(finding);
        }
    });
    if (!printed)
        return printed;
    out << u"%1: %2, %3, %4"_s.arg(counted(summary.files, u"file"_s), counted(summary.errors, u"error"_s),
                                   counted(summary.warnings, u"warning"_s), counted(summary.infos, u"remark"_s));
    QStringList dropped;
    for (const auto &[severity, noun] :
         {std::pair(Severity::Error, u"error"_s), std::pair(Severity::Warning, u"warning"_s),
          std::pair(Severity::Info, u"remark"_s)}) {
        if (seen[severity] > mostOfEach)
            dropped << counted(seen[severity] - mostOfEach, noun);
    }
    if (!dropped.isEmpty())
        out << u"; without annotation, for GitHub takes %1 of each: %2"_s.arg(mostOfEach).arg(dropped.join(", "_L1));
    out << '\n';
    return {};
}

} // namespace pipeline::report
