// SPDX-License-Identifier: Apache-2.0
#include "ruleset.h"

namespace pipeline::validation {

namespace {

/// A rule that is off still says what the engine rejects.
Ruleset::Setting settingOf(std::optional<Severity> severity)
{
    if (!severity)
        return Ruleset::Setting::Blocking;
    switch (*severity) {
    case Severity::Info:
        return Ruleset::Setting::Info;
    case Severity::Warning:
        return Ruleset::Setting::Warning;
    case Severity::Error:
        break;
    }
    return Ruleset::Setting::Error;
}

} // namespace

Ruleset::Ruleset(Settings settings) : m_settings(std::move(settings)) {}

const Ruleset &Ruleset::named(RulesetName name)
{
    // Each is asked for once per file, and to build one costs as much as to check a small file.
    static const Ruleset engine(rulesets::engine());
    static const Ruleset recommended(rulesets::recommended());
    static const Ruleset strict(rulesets::strict());
    switch (name) {
    case RulesetName::Engine:
        return engine;
    case RulesetName::Recommended:
        return recommended;
    case RulesetName::Strict:
        break;
    }
    return strict;
}

Ruleset Ruleset::of(const Options &options)
{
    Ruleset ruleset = named(options.ruleset);
    for (const auto &[rule, severity] : options.severities.asKeyValueRange())
        ruleset.m_settings.insert(rule, settingOf(severity));
    return ruleset;
}

bool Ruleset::has(const QString &rule) const
{
    return m_settings.contains(rule);
}

std::optional<Severity> Ruleset::severity(const QString &rule, bool engine) const
{
    if (!has(rule))
        return {};
    if (engine)
        return Severity::Error;
    switch (m_settings.value(rule)) {
    case Setting::Blocking:
        return {};
    case Setting::Info:
        return Severity::Info;
    case Setting::Warning:
        return Severity::Warning;
    case Setting::Error:
        return Severity::Error;
    }
    return {};
}

} // namespace pipeline::validation
