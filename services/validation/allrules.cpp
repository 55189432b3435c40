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
        rules::import(),
        rules::globalEventId(),
        rules::signalName(),
        rules::repeatedElement(),
        rules::missingId(),
        rules::startEvent(),
        rules::subProcessStart(),
        rules::compensationStart(),
        rules::eventReference(),
        rules::messageName(),
        rules::eventSubscription(),
        rules::escalationHandler(),
        rules::catchEvent(),
        rules::linkEvent(),
        rules::escalationCode(),
        rules::errorEndEvent(),
        rules::cancelEvent(),
        rules::compensationReference(),
        rules::boundaryEvent(),
        rules::compensationBoundary(),
        rules::exclusiveGateway(),
        rules::eventBasedGateway(),
        rules::sequenceFlow(),
        rules::condition(),
        rules::asyncFlowId(),
        rules::serviceImplementation(),
        rules::resultVariable(),
        rules::externalTaskTopic(),
        rules::priority(),
        rules::builtInTask(),
        rules::decisionResult(),
        rules::scriptTask(),
        rules::fieldInjection(),
        rules::formReference(),
        rules::formField(),
        rules::userTaskAssignment(),
        rules::propertyName(),
        rules::taskListener(),
        rules::executionListener(),
        rules::inputOutput(),
        rules::parameter(),
        rules::connector(),
        rules::multiInstance(),
        rules::trueOrFalse(),
        rules::calledElement(),
        rules::calledVersion(),
        rules::variableMapping(),
        rules::association(),
        rules::diagramReference(),
        rules::diagramNumber(),
        rules::textLength(),
        rules::expressionSyntax(),
        rules::expressionCondition(),
        rules::timerDefinition(),
        rules::timerStart(),
        rules::timerValue(),
        rules::timerRetryCycle(),
        rules::adHocSubProcess(),
        rules::collaborationReference(),
        rules::conditionalFlows(),
        rules::endEventRequired(),
        rules::fakeJoin(),
        rules::global(),
        rules::labelRequired(),
        rules::noBpmndi(),
        rules::noComplexGateway(),
        rules::noDisconnected(),
        rules::noDuplicateSequenceFlows(),
        rules::noGatewayJoinFork(),
        rules::noImplicitEnd(),
        rules::noImplicitSplit(),
        rules::noImplicitStart(),
        rules::noInclusiveGateway(),
        rules::noOverlappingElements(),
        rules::singleEventDefinition(),
        rules::superfluousGateway(),
        rules::superfluousLabel(),
        rules::superfluousTermination(),
        rules::eventWithoutEffect(),
        rules::ignoredCondition(),
        rules::inclusiveGateway(),
        rules::incomingOutgoing(),
        rules::listenerWithoutEffect(),
        rules::messageNotSent(),
        rules::misplacedExtension(),
        rules::parallelJoinAfterChoice(),
        rules::retryWithoutJob(),
        rules::scriptLanguage(),
        rules::scriptSyntax(),
        rules::standardLoop(),
        rules::unknownExtension(),
        rules::variableEvents(),
        rules::definitionsRoot(),
        rules::dmnId(),
        rules::hitPolicy(),
        rules::outputName(),
        rules::ruleEntries(),
        rules::decisionVariable(),
        rules::requiredDecision(),
        rules::requirementLoop(),
        rules::decisionLogic(),
        rules::businessKnowledge(),
        rules::dataType(),
        rules::expressionLanguage(),
        rules::tableRules(),
        rules::reversedRange(),
        rules::feelSyntax(),
        rules::formJson(),
        rules::formId(),
        rules::formComponent(),
        rules::formDuplicateId(),
        rules::formProperty(),
        rules::formPath(),
        rules::htmlMarkup(),
        rules::htmlForm(),
        rules::htmlVariableName(),
        rules::htmlVariableType(),
        rules::htmlScript(),
        rules::duplicateResourceName(),
        rules::duplicateDefinitionKey(),
        rules::sharedDefinitionKey(),
        rules::messageStartTaken(),
        rules::deploymentBinding(),
        rules::missingTarget(),
        rules::unmatchedMessage(),
        rules::messageFromOutside(),
        rules::unmatchedSignal(),
        rules::unmatchedError(),
        rules::topicWithoutWorker(),
        rules::suppression(),
    };
}

QStringList ruleIds()
{
    QStringList ids;
    for (const Rule &rule : allRules())
        ids << rule.id;
    return ids;
}

QString ruleHelp(const QString &id)
{
    QFile page(u":/pipeline/help/rules/%1.md"_s.arg(id));
    return page.open(QIODevice::ReadOnly) ? QString::fromUtf8(page.readAll()) : QString();
}

QString ruleTitle(const QString &id)
{
    return ruleHelp(id).section(u'\n', 0, 0).section(u": "_s, 1);
}

} // namespace pipeline::validation
