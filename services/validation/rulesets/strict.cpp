// SPDX-License-Identifier: Apache-2.0
#include "ruleset.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rulesets {

/// As recommended, each one degree graver; and what many sound models do that are drawn more freely.
Ruleset::Settings strict()
{
    using enum Ruleset::Setting;
    Ruleset::Settings settings = recommended();
    for (Ruleset::Setting &setting : settings)
        setting = setting == Info ? Warning : Error;
    settings.insert(u"label-required"_s, Warning);
    settings.insert(u"no-bpmndi"_s, Warning);
    settings.insert(u"fake-join"_s, Warning);
    settings.insert(u"no-inclusive-gateway"_s, Warning);
    settings.insert(u"message-from-outside"_s, Info);
    return settings;
}

} // namespace pipeline::validation::rulesets
