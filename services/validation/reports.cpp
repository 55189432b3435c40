// SPDX-License-Identifier: Apache-2.0
#include "reports.h"

#include <QDataStream>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pipeline::validation {

namespace {

Counts countsOf(const FileReport &report)
{
    const auto number = [&](Severity severity) {
        return std::ranges::count(report.findings, severity, &Finding::severity);
    };
    return {number(Severity::Error), number(Severity::Warning), number(Severity::Info), report.fixes.size()};
}

/// The findings of a file with their excerpts; the path is that of all of them.
QByteArray packed(const FileReport &report)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out << report.findings.size();
    for (const Finding &finding : report.findings)
        out << finding.rule << finding.severity << finding.engine << finding.message << finding.element << finding.line
            << finding.column << finding.hint;
    out << report.excerpts.size();
    for (auto excerpt = report.excerpts.cbegin(); excerpt != report.excerpts.cend(); ++excerpt)
        out << excerpt.key() << excerpt->text << excerpt->caret;
    return bytes;
}

void unpack(const QByteArray &bytes, FileReport &report)
{
    QDataStream in(bytes);
    qsizetype number = 0;
    in >> number;
    for (qsizetype i = 0; i < number; ++i) {
        Finding &finding = report.findings.emplaceBack();
        in >> finding.rule >> finding.severity >> finding.engine >> finding.message >> finding.element >> finding.line
            >> finding.column >> finding.hint;
        finding.path = report.path;
    }
    in >> number;
    for (qsizetype i = 0; i < number; ++i) {
        std::pair<int, int> place;
        Excerpt excerpt;
        in >> place >> excerpt.text >> excerpt.caret;
        report.excerpts.insert(place, excerpt);
    }
}

} // namespace

Counts &Counts::operator+=(const Counts &other)
{
    errors += other.errors;
    warnings += other.warnings;
    infos += other.infos;
    fixable += other.fixable;
    return *this;
}

void Reports::add(FileReport report)
{
    Kept kept{.counts = countsOf(report), .report = std::move(report)};
    const QByteArray bytes = packed(kept.report);
    if (m_file.isOpen() && m_file.seek(m_end) && m_file.write(bytes) == bytes.size()) {
        kept.begin = std::exchange(m_end, m_end + bytes.size());
        kept.size = bytes.size();
        kept.report.findings = {};
        kept.report.excerpts = {};
        kept.report.fixes = {};
    }
    m_kept.push_back(std::move(kept));
}

void Reports::finish(const Validator &validator, const Options &options)
{
    std::ranges::stable_sort(m_kept, {}, [](const Kept &kept) -> const QString & { return kept.report.path; });
    QList<FileReport> reports;
    reports.reserve(size());
    for (Kept &kept : m_kept)
        reports.push_back(std::move(kept.report));
    validator.validateRelease(reports, options);
    for (size_t i = 0; i < m_kept.size(); ++i) {
        Kept &kept = m_kept[i];
        kept.report = std::move(reports[qsizetype(i)]);
        if (kept.begin < 0)
            kept.counts = {}; // of what is among its findings still
        kept.counts += countsOf(kept.report);
    }
}

Result<void> Reports::forEach(const std::function<void(const FileReport &report)> &take) const
{
    for (const Kept &kept : m_kept) {
        const auto report = kept.begin < 0 ? kept.report : read(kept);
        if (!report)
            return fail(report.error());
        take(*report);
    }
    return {};
}

Result<FileReport> Reports::read(const Kept &kept) const
{
    QByteArray bytes;
    if (m_file.seek(kept.begin))
        bytes = m_file.read(kept.size);
    if (bytes.size() != kept.size)
        return fail(ErrorCode::Storage, u"What was found in %1 cannot be read back"_s.arg(kept.report.path),
                    m_file.errorString());
    FileReport report{.path = kept.report.path, .kind = kept.report.kind};
    unpack(bytes, report);
    report.findings += kept.report.findings;
    sortFindings(report.findings);
    return report;
}

} // namespace pipeline::validation
