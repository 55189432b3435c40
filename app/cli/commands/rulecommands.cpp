// SPDX-License-Identifier: Apache-2.0
#include "rulecommands.h"

#include "validation/allrules.h"
#include "validation/rulesets/ruleset.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pipeline::cli {

namespace {

using validation::Rule;
using validation::RulesetName;

/// What a finding of the rule weighs in a ruleset; "engine" when only what the engine rejects is told.
QString weightIn(RulesetName name, const Rule &rule)
{
    const auto ruleset = validation::Ruleset::named(name);
    if (!ruleset.has(rule.id))
        return u"off"_s;
    const auto severity = ruleset.severity(rule.id, false);
    return severity ? toString(*severity) : u"engine"_s;
}

/// The kinds of files that it looks at; "release" when it compares the files of one.
QStringList subjectsOf(const Rule &rule)
{
    QStringList subjects;
    for (const validation::FileKind kind : rule.kinds)
        subjects << validation::toString(kind);
    if (rule.checkRelease)
        subjects << u"release"_s;
    return subjects;
}

QJsonObject toJson(const Rule &rule)
{
    return {{u"rule"_s, rule.id},
            {u"title"_s, validation::ruleTitle(rule.id)},
            {u"subjects"_s, QJsonArray::fromStringList(subjectsOf(rule))},
            {u"rulesets"_s,
             QJsonObject{{u"engine"_s, weightIn(RulesetName::Engine, rule)},
                         {u"recommended"_s, weightIn(RulesetName::Recommended, rule)},
                         {u"strict"_s, weightIn(RulesetName::Strict, rule)}}}};
}

} // namespace

Synopsis RuleListCommand::synopsis() const
{
    return {.name = u"rule list"_s,
            .summary = u"List what `validate` looks for"_s,
            .text = u"One line for each rule: what it looks at, what it weighs in the ruleset recommended, and what it "
                    "finds. What the engine rejects is an error whatever that says. --format json has the weight in "
                    "every ruleset: error, warning, info, engine (told only when the engine rejects the file for it) "
                    "or off."_s,
            .exitCodes = {{0, u"Done."_s}, wrongCall()},
            .examples = {u"rule list"_s}};
}

int RuleListCommand::run(Call &call)
{
    const QList<Rule> rules = validation::allRules();
    if (call.wantsJson()) {
        QJsonArray items;
        for (const Rule &rule : rules)
            items << toJson(rule);
        call.print({{u"items"_s, items}});
        return 0;
    }
    qsizetype idWidth = 0;
    qsizetype subjectWidth = 0;
    for (const Rule &rule : rules) {
        idWidth = std::max(idWidth, rule.id.size());
        subjectWidth = std::max(subjectWidth, subjectsOf(rule).join(u' ').size());
    }
    for (const Rule &rule : rules)
        call.streams.out << rule.id.leftJustified(idWidth + 2)
                         << subjectsOf(rule).join(u' ').leftJustified(subjectWidth + 2)
                         << weightIn(RulesetName::Recommended, rule).leftJustified(9) << validation::ruleTitle(rule.id)
                         << '\n';
    return 0;
}

Synopsis RuleShowCommand::synopsis() const
{
    return {.name = u"rule show"_s,
            .summary = u"Show what one rule finds, and how to repair it"_s,
            .text = u"Prints the rule's page, in Markdown: what it finds, why it matters, how to repair it, and an "
                    "example."_s,
            .arguments = {{u"ID"_s, u"The rule's name, which stands in parentheses behind a finding."_s}},
            .exitCodes = {{0, u"Done."_s}, {2, u"The call is wrong, or there is no such rule."_s}},
            .examples = {u"rule show history-time-to-live"_s}};
}

int RuleShowCommand::run(Call &call)
{
    const QString id = call.positional().first();
    const QList<Rule> rules = validation::allRules();
    const auto rule = std::ranges::find(rules, id, &Rule::id);
    if (rule == rules.cend())
        return call.report(
            {ErrorCode::NotFound, u"There is no rule %1"_s.arg(plain(id)), {}, u"See prometheus-pipeline rule list"_s});
    if (call.wantsJson()) {
        QJsonObject document = toJson(*rule);
        document[u"help"_s] = validation::ruleHelp(id);
        call.print(document);
        return 0;
    }
    call.streams.out << validation::ruleHelp(id)
                     << "\n## Where it applies\n\nLooks at: " << subjectsOf(*rule).join(", "_L1)
                     << ".\nWeighs: " << weightIn(RulesetName::Recommended, *rule) << " in the ruleset recommended, "
                     << weightIn(RulesetName::Strict, *rule) << " in strict, " << weightIn(RulesetName::Engine, *rule)
                     << " in engine.\n";
    return 0;
}

} // namespace pipeline::cli
