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
        {u"import"_s, Blocking},
        {u"global-event-id"_s, Blocking},
        {u"signal-name"_s, Blocking},
        {u"repeated-element"_s, Blocking},
        {u"missing-id"_s, Blocking},
        {u"start-event"_s, Blocking},
        {u"sub-process-start"_s, Blocking},
        {u"compensation-start"_s, Blocking},
        {u"event-reference"_s, Blocking},
        {u"message-name"_s, Blocking},
        {u"event-subscription"_s, Blocking},
        {u"escalation-handler"_s, Blocking},
        {u"catch-event"_s, Blocking},
        {u"link-event"_s, Blocking},
        {u"escalation-code"_s, Blocking},
        {u"error-end-event"_s, Blocking},
        {u"cancel-event"_s, Blocking},
        {u"compensation-reference"_s, Blocking},
        {u"boundary-event"_s, Blocking},
        {u"compensation-boundary"_s, Blocking},
        {u"exclusive-gateway"_s, Blocking},
        {u"event-based-gateway"_s, Blocking},
        {u"sequence-flow"_s, Blocking},
        {u"condition"_s, Blocking},
        {u"async-flow-id"_s, Blocking},
        {u"service-implementation"_s, Blocking},
        {u"result-variable"_s, Blocking},
        {u"external-task-topic"_s, Blocking},
        {u"priority"_s, Blocking},
        {u"built-in-task"_s, Blocking},
        {u"decision-result"_s, Blocking},
        {u"script-task"_s, Blocking},
        {u"field-injection"_s, Blocking},
        {u"form-reference"_s, Blocking},
        {u"form-field"_s, Blocking},
        {u"user-task-assignment"_s, Blocking},
        {u"property-name"_s, Blocking},
        {u"task-listener"_s, Blocking},
        {u"execution-listener"_s, Blocking},
        {u"input-output"_s, Blocking},
        {u"parameter"_s, Blocking},
        {u"connector"_s, Blocking},
        {u"multi-instance"_s, Blocking},
        {u"true-or-false"_s, Blocking},
        {u"called-element"_s, Blocking},
        {u"called-version"_s, Blocking},
        {u"variable-mapping"_s, Blocking},
        {u"association"_s, Blocking},
        {u"diagram-reference"_s, Blocking},
        {u"diagram-number"_s, Blocking},
        {u"text-length"_s, Blocking},
        {u"expression-syntax"_s, Blocking},
        {u"timer-definition"_s, Blocking},
        {u"timer-start"_s, Blocking},
        {u"form-json"_s, Blocking},
        {u"form-id"_s, Blocking},
        {u"message-start-taken"_s, Blocking},
    };
}

} // namespace pipeline::validation::rulesets
