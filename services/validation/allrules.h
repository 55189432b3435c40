// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "rule.h"

namespace pipeline::validation {

/// Every rule there is, in the order in which they are listed to people.
QList<Rule> allRules();

/// The help page of a rule as Markdown; empty for an unknown id.
QString ruleHelp(const QString &id);

/// One factory for each file below rules/.
namespace rules {

Rule artefactSuffix();
Rule limits();
Rule wellFormed();
Rule doctype();
Rule schema();
Rule duplicateId();
Rule idref();
Rule historyTimeToLive();
Rule notExecutable();
Rule expressionSyntax();
Rule expressionCondition();
Rule timerDefinition();
Rule timerStart();
Rule timerValue();
Rule timerRetryCycle();
Rule formJson();
Rule formId();
Rule htmlMarkup();
Rule duplicateResourceName();
Rule duplicateDefinitionKey();
Rule messageStartTaken();
Rule deploymentBinding();

} // namespace rules

} // namespace pipeline::validation
