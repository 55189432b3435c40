// SPDX-License-Identifier: Apache-2.0
#include "validator.h"

#include "allrules.h"
#include "batch.h"
#include "excerpts.h"
#include "rulesets/ruleset.h"

#include <algorithm>

namespace pipeline::validation {

namespace {

/// Adds the rule's remark to its file's report as the ruleset and the file itself have it.
void add(const Ruleset &ruleset, const Rule &rule, const Remark &remark, bool engine, FileReport &report)
{
    const bool suppressed = report.suppressions.cover(rule.id, remark.place.element, engine);
    const auto severity = ruleset.severity(rule.id, engine);
    if (!severity || suppressed)
        return;
    report.findings.push_back({rule.id, *severity, engine, remark.message, report.path, remark.place.element,
                               remark.place.position.line, remark.place.position.column, remark.hint});
    if (!remark.fix.isEmpty())
        report.fixes.push_back(remark.fix);
}

} // namespace

Validator::Validator() : m_rules(allRules()) {}

FileReport Validator::validate(const InputFile &file, const Options &options) const
{
    const Ruleset ruleset = Ruleset::of(options);
    const SourceFile source(file, options, m_schemas);
    FileReport report{.path = file.path,
                      .kind = file.kind,
                      .deployment = file.deployment,
                      .facts = source.facts(),
                      .suppressions = Suppressions(source, ruleset),
                      .readable = source.isReadable()};
    // The engine stores what it does not read, whatever is in it.
    const bool read = engineReads(file.resource(), file.kind);
    for (const Rule &rule : m_rules) {
        if (!rule.check || !rule.kinds.contains(file.kind) || !ruleset.has(rule.id))
            continue;
        if (rule.needs == Rule::Needs::Content && !source.isReadable())
            continue;
        Remarks remarks;
        rule.check(source, remarks);
        for (const Remark &remark : remarks.all())
            add(ruleset, rule, remark, remark.engine && read, report);
    }
    sortFindings(report.findings);
    report.excerpts = excerptsOf(file, report.findings);
    return report;
}

void Validator::validateRelease(QList<FileReport> &reports, const Options &options) const
{
    const Ruleset ruleset = Ruleset::of(options);
    std::ranges::stable_sort(reports, {}, &FileReport::path);
    for (const Rule &rule : m_rules) {
        if (!rule.checkRelease || !ruleset.has(rule.id))
            continue;
        Remarks remarks;
        rule.checkRelease(reports, remarks);
        for (const Remark &remark : remarks.all())
            add(ruleset, rule, remark, remark.engine, reports[remark.file]);
    }
    for (FileReport &report : reports)
        sortFindings(report.findings);
}

QList<FileReport> Validator::validateAll(const QList<InputFile> &files, const Options &options) const
{
    QList<FileReport> reports;
    Batch batch(*this, options, [&](FileReport report) { reports.push_back(std::move(report)); });
    for (const InputFile &file : files)
        batch.add(file);
    batch.finish();
    validateRelease(reports, options);
    return reports;
}

DefinitionFacts Validator::facts(const InputFile &file) const
{
    const Options options;
    return SourceFile(file, options, m_schemas).facts();
}

QList<Finding> allFindings(const QList<FileReport> &reports)
{
    QList<Finding> findings;
    for (const FileReport &report : reports)
        findings += report.findings;
    sortFindings(findings);
    return findings;
}

} // namespace pipeline::validation
