// SPDX-License-Identifier: Apache-2.0
#include "definitionfacts.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pipeline {

namespace {

bool hasExpression(const QString &text)
{
    return text.contains("${"_L1) || text.contains("#{"_L1);
}

} // namespace

QString toString(ReferenceKind kind)
{
    switch (kind) {
    case ReferenceKind::CalledElement:
        return u"calledElement"_s;
    case ReferenceKind::CalledCase:
        return u"caseRef"_s;
    case ReferenceKind::Decision:
        return u"decisionRef"_s;
    case ReferenceKind::Form:
        return u"formRef"_s;
    case ReferenceKind::FormKey:
        return u"formKey"_s;
    case ReferenceKind::Resource:
        return u"resource"_s;
    }
    return {};
}

bool Reference::isExpression() const
{
    return hasExpression(target);
}

bool NamedEvent::isExpression() const
{
    return hasExpression(name);
}

QStringList DefinitionFacts::keys() const
{
    QStringList keys;
    for (const ProcessFact &process : processes) {
        if (process.executable)
            keys << process.id;
    }
    for (const DecisionFact &decision : decisions) {
        if (decision.hasLogic)
            keys << decision.id;
    }
    if (!form.isEmpty())
        keys << form;
    return keys;
}

QString DefinitionFacts::requirementsKey() const
{
    const auto withLogic = std::ranges::count_if(decisions, &DecisionFact::hasLogic);
    return withLogic > 1 ? requirementsId : QString();
}

} // namespace pipeline
