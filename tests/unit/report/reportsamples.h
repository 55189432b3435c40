// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "report/summary.h"

#include <QTextStream>

namespace pipeline::tests {

/// A file with an error, a warning without a place, and a remark; and one in which nothing was found.
inline QList<validation::FileReport> sampleReports()
{
    validation::FileReport rejected{QStringLiteral("Genesis/bpmn/análise 1.bpmn"), validation::FileKind::Bpmn};
    rejected.findings
        << Finding{QStringLiteral("artefact-suffix"), Severity::Warning, false, QStringLiteral("Odd."), rejected.path}
        << Finding{QStringLiteral("idref"),
                   Severity::Error,
                   true,
                   QStringLiteral("Wrong, 100%.\x1b"),
                   rejected.path,
                   QStringLiteral("Fluxo_1"),
                   12,
                   5,
                   QStringLiteral("Mend it.")}
        << Finding{QStringLiteral("idref"), Severity::Info, false, QStringLiteral("<Note>"), rejected.path, {}, 14};
    return {rejected, {QStringLiteral("b.html"), validation::FileKind::Html}};
}

/// What \a print, called as print(out, reports, summary), writes of \a files; empty when it fails.
template<class Print>
QString printed(const QList<validation::FileReport> &files, double seconds, Print print)
{
    validation::Reports reports;
    for (const validation::FileReport &file : files)
        reports.add(file);
    QString text;
    QTextStream out(&text);
    return print(out, reports, report::summarise(reports, seconds)) ? text : QString();
}

} // namespace pipeline::tests
