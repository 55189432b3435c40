// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "../inputfile.h"

#include "models/finding.h"

#include <QHash>

#include <optional>

namespace pipeline::validation {

/// Which rules are asked and how much what they find weighs. What the engine rejects is an error in every ruleset.
class Ruleset {
public:
    enum class Setting {
        Blocking, ///< only what the engine rejects
        Info,
        Warning,
        Error,
    };
    using Settings = QHash<QString, Setting>;

    explicit Ruleset(Settings settings);

    /// The ruleset of that name.
    static const Ruleset &named(RulesetName name);

    /// The same with the severities that were changed.
    static Ruleset of(const Options &options);

    /// Whether the rule is asked at all.
    bool has(const QString &rule) const;

    /// Of a finding; nothing when it is not to be reported.
    std::optional<Severity> severity(const QString &rule, bool engine) const;

private:
    Settings m_settings;
};

namespace rulesets {

Ruleset::Settings engine();
Ruleset::Settings recommended();
Ruleset::Settings strict();

} // namespace rulesets

} // namespace pipeline::validation
