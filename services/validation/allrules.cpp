// SPDX-License-Identifier: Apache-2.0
#include "allrules.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace pipeline::validation {

QList<Rule> allRules()
{
    return {
        rules::artefactSuffix(),
        rules::limits(),
        rules::wellFormed(),
        rules::doctype(),
        rules::schema(),
        rules::duplicateId(),
        rules::idref(),
        rules::historyTimeToLive(),
        rules::notExecutable(),
        rules::expressionSyntax(),
        rules::expressionCondition(),
        rules::timerDefinition(),
        rules::timerStart(),
        rules::timerValue(),
        rules::timerRetryCycle(),
        rules::formJson(),
        rules::formId(),
        rules::htmlMarkup(),
        rules::duplicateResourceName(),
        rules::duplicateDefinitionKey(),
        rules::messageStartTaken(),
        rules::deploymentBinding(),
    };
}

QString ruleHelp(const QString &id)
{
    QFile page(u":/pipeline/help/rules/%1.md"_s.arg(id));
    return page.open(QIODevice::ReadOnly) ? QString::fromUtf8(page.readAll()) : QString();
}

} // namespace pipeline::validation
