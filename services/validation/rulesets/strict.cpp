// SPDX-License-Identifier: Apache-2.0
#include "ruleset.h"

namespace pipeline::validation::rulesets {

/// As recommended, and a warning is an error.
Ruleset::Settings strict()
{
    Ruleset::Settings settings = recommended();
    for (Ruleset::Setting &setting : settings) {
        if (setting == Ruleset::Setting::Warning)
            setting = Ruleset::Setting::Error;
    }
    return settings;
}

} // namespace pipeline::validation::rulesets
