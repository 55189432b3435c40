// SPDX-License-Identifier: Apache-2.0
#include "textreport.h"

#include "words.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace pipeline::report {

namespace {

/// Wraps texts into ANSI escapes, or leaves them as they are.
class Paint {
public:
    explicit Paint(Colour colour) : m_on(colour == Colour::On) {}

    QString bold(const QString &text) const { return painted(text, "1"_L1); }
    QString faint(const QString &text) const { return painted(text, "2"_L1); }
    QString severity(Severity severity, const QString &text) const
    {
        return painted(text,
                       severity == Severity::Error         ? "1;31"_L1
                           : severity == Severity::Warning ? "1;33"_L1
                                                           : "1;36"_L1);
    }

private:
    QString painted(const QString &text, QLatin1StringView code) const
    {
        return m_on ? u"\x1b[%1m%2\x1b[0m"_s.arg(code, text) : text;
    }

    bool m_on;
};

void printFinding(QTextStream &out, const validation::FileReport &report, const Finding &finding, const Paint &paint)
{
    QString place;
    if (finding.line > 0)
        place = finding.column > 0 ? u"%1:%2: "_s.arg(finding.line).arg(finding.column) : u"%1: "_s.arg(finding.line);
    const QString element = finding.element.isEmpty() ? QString() : u"[%1] "_s.arg(harmless(finding.element));
    out << "  " << place << paint.severity(finding.severity, toString(finding.severity) + u':') << ' ' << element
        << harmless(finding.message) << ' ' << paint.faint(u'(' + finding.rule + u')') << '\n';
    const auto excerpt = report.excerpts.constFind({finding.line, finding.column});
    if (excerpt != report.excerpts.cend()) {
        const QString number = QString::number(finding.line);
        out << paint.faint(u"    %1 | "_s.arg(number)) << harmless(excerpt->text) << '\n';
        out << paint.faint(u"    %1 | "_s.arg(QString(number.size(), u' '))) << QString(excerpt->caret, u' ')
            << paint.severity(finding.severity, u"^"_s) << '\n';
    }
    if (!finding.hint.isEmpty())
        out << "    " << harmless(finding.hint) << '\n';
}

} // namespace

Result<void> printText(QTextStream &out, const validation::Reports &reports, const Summary &summary, Colour colour)
{
    const Paint paint(colour);
    const auto printed = reports.forEach([&](const validation::FileReport &report) {
        if (report.findings.isEmpty())
            return;
        const bool rejected = report.verdict() == validation::Verdict::Rejected;
        out << paint.bold(harmless(report.path)) << (rejected ? ": the engine would reject this file\n" : "\n");
        for (const Finding &finding : report.findings)
            printFinding(out, report, finding, paint);
        out << '\n';
    });
    if (!printed)
        return printed;
    QStringList numbers{counted(summary.errors, u"error"_s), counted(summary.warnings, u"warning"_s)};
    if (summary.infos > 0)
        numbers << counted(summary.infos, u"remark"_s);
    out << u"%1: %2 (%3 s)\n"_s.arg(counted(summary.files, u"file"_s), numbers.join(", "_L1),
                                    QString::number(summary.seconds, 'f', 2));
    if (summary.fixable > 0)
        out << u"%1 can be repaired by --fix.\n"_s.arg(counted(summary.fixable, u"finding"_s));
    return {};
}

} // namespace pipeline::report
