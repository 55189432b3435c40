// SPDX-License-Identifier: Apache-2.0
#include "everyrule.h"

#include "require.h"

#include "validation/validator.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pipeline::fuzz {

void everyRule(validation::FileKind kind, const uint8_t *data, size_t size)
{
    static const validation::Validator validator;
    static const validation::Options options{.ruleset = validation::RulesetName::Strict};
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const QString suffix = toString(kind);
    const validation::InputFile file{u"a."_s + suffix, kind, bytes, {}};
    const validation::InputFile other{u"b."_s + suffix, kind, bytes, {}};
    const QList<validation::FileReport> reports = validator.validateAll({file, other}, options);

    require(reports.size() == 2, "each file has a report");
    const validation::FileReport &report = reports.first();
    const qsizetype lines = bytes.count('\n') + 1;
    for (const Finding &finding : report.findings) {
        require(!finding.rule.isEmpty() && !finding.message.isEmpty(), "a finding says what and which rule");
        require(finding.line >= 0 && finding.line <= lines, "a finding lies within the file");
        require(finding.severity == Severity::Error || !finding.engine, "what the engine rejects is an error");
    }
    const bool sorted = std::ranges::is_sorted(report.findings, {}, [](const Finding &finding) {
        return std::pair(finding.line, finding.column);
    });
    require(sorted, "findings are in the order of their places");
    for (const validation::Excerpt &excerpt : report.excerpts)
        require(excerpt.caret >= 0 && excerpt.caret <= excerpt.text.size(), "a caret lies within its excerpt");
    require(report.readable || !report.findings.isEmpty(), "what cannot be read is told");
    require(report.readable || report.facts == DefinitionFacts(), "nothing is known of what cannot be read");
}

} // namespace pipeline::fuzz
