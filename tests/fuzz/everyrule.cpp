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
    // One after the other: threads would only be in each other's way, for each fuzzer has a processor of its own.
    QList<validation::FileReport> reports{validator.validate(file, options), validator.validate(other, options)};
    validator.validateRelease(reports, options);

    require(reports.size() == 2, "each file has a report");
    const validation::FileReport &report = reports.first();
    const qsizetype lines = bytes.count('\n') + 1;
    for (const Finding &finding : report.findings) {
        require(!finding.rule.isEmpty() && !finding.message.isEmpty(), "a finding says what and which rule");
        require(finding.line >= 0 && finding.line <= lines, "a finding lies within the file");
        require(finding.severity == Severity::Error || !finding.engine, "what the engine rejects is an error");
    }
    const bool sorted = std::ranges::is_sorted(
        report.findings, {}, [](const Finding &finding) { return std::pair(finding.line, finding.column); });
    require(sorted, "findings are in the order of their places");
    for (const validation::Excerpt &excerpt : report.excerpts)
        require(excerpt.caret >= 0 && excerpt.caret <= excerpt.text.size(), "a caret lies within its excerpt");
    require(report.readable || !report.findings.isEmpty(), "what cannot be read is told");
    require(report.readable || report.facts == DefinitionFacts(), "nothing is known of what cannot be read");

    for (const validation::Fix &fix : report.fixes) {
        for (const validation::TextEdit &edit : fix)
            require(edit.begin >= 0 && edit.length >= 0 && edit.begin + edit.length <= bytes.size(),
                    "an edit lies within the file");
    }
    if (report.fixes.isEmpty())
        return;
    const validation::Fixed fixed = applyFixes(bytes, report.fixes);
    require(fixed.count > 0, "one fix can be made at least");
    require(!report.readable || validator.validate({file.path, kind, fixed.bytes, {}}, options).readable,
            "a file that can be read can be read after its fixes");
}

} // namespace pipeline::fuzz
