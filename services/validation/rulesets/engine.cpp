// SPDX-License-Identifier: Apache-2.0
#include "ruleset.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rulesets {

/// The engine's own answer to each file, and nothing else.
Ruleset::Settings engine()
{
    using enum Ruleset::Setting;
    return {
        {u"limits"_s, Blocking},
        {u"well-formed"_s, Blocking},
        {u"doctype"_s, Blocking},
        {u"schema"_s, Blocking},
        {u"duplicate-id"_s, Blocking},
        {u"idref"_s, Blocking},
        {u"history-time-to-live"_s, Blocking},
        {u"expression-syntax"_s, Blocking},
        {u"timer-definition"_s, Blocking},
        {u"timer-start"_s, Blocking},
        {u"form-json"_s, Blocking},
        {u"form-id"_s, Blocking},
        {u"message-start-taken"_s, Blocking},
    };
}

} // namespace pipeline::validation::rulesets
