// SPDX-License-Identifier: Apache-2.0
#include "ruleset.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rulesets {

/// The default: an error is what keeps a release from being deployed as it is meant.
Ruleset::Settings recommended()
{
    using enum Ruleset::Setting;
    return {
        {u"artefact-suffix"_s, Error},
        {u"limits"_s, Error},
        {u"well-formed"_s, Error},
        {u"doctype"_s, Error},
        {u"schema"_s, Error},
        {u"duplicate-id"_s, Error},
        {u"idref"_s, Error},
        {u"history-time-to-live"_s, Error},
        {u"not-executable"_s, Warning},
        {u"expression-syntax"_s, Error},
        {u"expression-condition"_s, Warning},
        {u"timer-definition"_s, Warning},
        {u"timer-start"_s, Error},
        {u"timer-value"_s, Warning},
        {u"timer-retry-cycle"_s, Warning},
        {u"form-json"_s, Warning},
        {u"form-id"_s, Warning},
        {u"html-markup"_s, Warning},
        {u"duplicate-resource-name"_s, Error},
        {u"duplicate-definition-key"_s, Error},
        {u"message-start-taken"_s, Error},
        {u"deployment-binding"_s, Warning},
    };
}

} // namespace pipeline::validation::rulesets
