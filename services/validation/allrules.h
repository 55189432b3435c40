// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "rule.h"

namespace pipeline::validation {

/// Every rule there is, in the order in which they are listed to people.
QList<Rule> allRules();

/// Their ids, in the same order.
QStringList ruleIds();

/// The help page of a rule as Markdown; empty for an unknown id.
QString ruleHelp(const QString &id);

/// What the rule finds, in one line: the title of its page without its id; empty for an unknown id.
QString ruleTitle(const QString &id);

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
Rule import();
Rule globalEventId();
Rule signalName();
Rule repeatedElement();
Rule missingId();
Rule startEvent();
Rule subProcessStart();
Rule compensationStart();
Rule eventReference();
Rule messageName();
Rule eventSubscription();
Rule escalationHandler();
Rule catchEvent();
Rule linkEvent();
Rule escalationCode();
Rule errorEndEvent();
Rule cancelEvent();
Rule compensationReference();
Rule boundaryEvent();
Rule compensationBoundary();
Rule exclusiveGateway();
Rule eventBasedGateway();
Rule sequenceFlow();
Rule condition();
Rule asyncFlowId();
Rule serviceImplementation();
Rule resultVariable();
Rule externalTaskTopic();
Rule priority();
Rule builtInTask();
Rule decisionResult();
Rule scriptTask();
Rule fieldInjection();
Rule formReference();
Rule formField();
Rule userTaskAssignment();
Rule propertyName();
Rule taskListener();
Rule executionListener();
Rule inputOutput();
Rule parameter();
Rule connector();
Rule multiInstance();
Rule trueOrFalse();
Rule calledElement();
Rule calledVersion();
Rule variableMapping();
Rule association();
Rule diagramReference();
Rule diagramNumber();
Rule textLength();
Rule expressionSyntax();
Rule expressionCondition();
Rule timerDefinition();
Rule timerStart();
Rule timerValue();
Rule timerRetryCycle();
Rule adHocSubProcess();
Rule collaborationReference();
Rule conditionalFlows();
Rule endEventRequired();
Rule fakeJoin();
Rule global();
Rule labelRequired();
Rule noBpmndi();
Rule noComplexGateway();
Rule noDisconnected();
Rule noDuplicateSequenceFlows();
Rule noGatewayJoinFork();
Rule noImplicitEnd();
Rule noImplicitSplit();
Rule noImplicitStart();
Rule noInclusiveGateway();
Rule noOverlappingElements();
Rule singleEventDefinition();
Rule superfluousGateway();
Rule superfluousLabel();
Rule superfluousTermination();
Rule eventWithoutEffect();
Rule ignoredCondition();
Rule inclusiveGateway();
Rule incomingOutgoing();
Rule listenerWithoutEffect();
Rule messageNotSent();
Rule misplacedExtension();
Rule parallelJoinAfterChoice();
Rule retryWithoutJob();
Rule scriptLanguage();
Rule scriptSyntax();
Rule standardLoop();
Rule unknownExtension();
Rule variableEvents();
Rule definitionsRoot();
Rule dmnId();
Rule hitPolicy();
Rule outputName();
Rule ruleEntries();
Rule decisionVariable();
Rule requiredDecision();
Rule requirementLoop();
Rule decisionLogic();
Rule businessKnowledge();
Rule dataType();
Rule expressionLanguage();
Rule tableRules();
Rule reversedRange();
Rule feelSyntax();
Rule formJson();
Rule formId();
Rule formComponent();
Rule formDuplicateId();
Rule formProperty();
Rule formPath();
Rule htmlMarkup();
Rule htmlForm();
Rule htmlVariableName();
Rule htmlVariableType();
Rule htmlScript();
Rule duplicateResourceName();
Rule duplicateDefinitionKey();
Rule sharedDefinitionKey();
Rule messageStartTaken();
Rule deploymentBinding();
Rule missingTarget();
Rule unmatchedMessage();
Rule messageFromOutside();
Rule unmatchedSignal();
Rule unmatchedError();
Rule topicWithoutWorker();
Rule suppression();

} // namespace rules

} // namespace pipeline::validation
