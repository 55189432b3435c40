// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QString>

#include <vector>

namespace pipeline::bpmn {

/// Where something stands in the file.
struct Location {
    int element = -1; ///< number of its XML element in document order, from 0; -1: nowhere
    int line = 0;
    int column = 0;

    bool operator==(const Location &) const = default;
};

enum class NodeKind {
    StartEvent,
    IntermediateCatchEvent,
    IntermediateThrowEvent,
    BoundaryEvent,
    EndEvent,
    Task,
    ManualTask,
    UserTask,
    ServiceTask,
    SendTask,
    ReceiveTask,
    ScriptTask,
    BusinessRuleTask,
    CallActivity,
    SubProcess,
    Transaction,
    AdHocSubProcess,
    ExclusiveGateway,
    InclusiveGateway,
    ParallelGateway,
    EventBasedGateway,
    ComplexGateway,
    Other, ///< a flow node of BPMN that no engine of this family runs, such as a choreography task
};

enum class EventKind { Message, Timer, Signal, Error, Escalation, Compensation, Conditional, Link, Cancel, Terminate };

/// "message", "timer", … "compensation" …
QString toString(EventKind kind);

/// A message, signal, error or escalation of the file, which events refer to.
struct GlobalEvent {
    EventKind kind = EventKind::Message;
    QString id; ///< null when absent, like all texts here
    QString name;
    QString code; ///< of an error or escalation
    Location at;
};

/// What an event waits for or throws. A receive task has one for its message.
struct EventDefinition {
    EventKind kind = EventKind::Message;
    QString reference; ///< as written: messageRef, signalRef, errorRef, escalationRef, activityRef, or a link's name
    int target = -1; ///< index in Definitions::globals; -1 when it leads nowhere
    Location at;
};

/// An event, activity or gateway.
struct FlowNode {
    NodeKind kind = NodeKind::Other;
    QString id;
    QString name;
    Location at;
    int scope = -1; ///< the scope that it stands in
    int inner = -1; ///< the scope that it opens, of a sub-process
    int compensationStart = -1; ///< of an event sub-process that handles the compensation of what is around it
    std::vector<EventDefinition> definitions;
    QString attachedTo; ///< of a boundary event, as written
    QString defaultFlow;
    Location loop; ///< its multiInstanceLoopCharacteristics
    bool interrupting = true; ///< of a boundary event, or a start event of an event sub-process
    bool triggeredByEvent = false; ///< an event sub-process
    bool forCompensation = false;
    bool asyncBefore = false;
    bool asyncAfter = false;
    bool turnsAsyncBefore = false; ///< the same of each turn of a multi-instance
    bool turnsAsyncAfter = false;
    std::vector<int> incoming; ///< indices of sequence flows
    std::vector<int> outgoing;
    /// Camunda reads nodes in an order of its own: the start events of a scope, activities, catch events, end events,
    /// boundary events, compensation handlers. -1: it makes no activity of it.
    int order = -1;

    bool isRead() const { return order >= 0; }
    bool isMultiInstance() const { return loop.element >= 0; }
    bool isSubProcess() const { return inner >= 0; }
    bool isEvent() const { return kind <= NodeKind::EndEvent; }
    bool isActivity() const { return kind >= NodeKind::Task && kind <= NodeKind::AdHocSubProcess; }
    bool isGateway() const { return kind >= NodeKind::ExclusiveGateway && kind <= NodeKind::ComplexGateway; }
    /// Entered or left by no sequence flow: an event sub-process, or the handler of a compensation.
    bool isApart() const { return triggeredByEvent || forCompensation; }
    /// Null when there is none of that kind.
    const EventDefinition *definition(EventKind wanted) const;
};

struct SequenceFlow {
    QString id;
    QString name;
    QString source; ///< as written
    QString target;
    Location at;
    Location condition; ///< its conditionExpression
    int scope = -1;
    int from = -1; ///< indices of flow nodes of the same scope; -1: there is none with that id
    int to = -1;

    bool isConditional() const { return condition.element >= 0; }
};

struct Association {
    QString source;
    QString target;
    Location at;
    int scope = -1;
};

/// What holds flow nodes: a process or sub-process.
struct Scope {
    int process = -1; ///< index in Definitions::processes
    int node = -1; ///< the sub-process; -1 of a process itself
    int parent = -1; ///< the scope around it
    bool handlesCompensation = false; ///< an event sub-process in it does
    bool read = false; ///< whether Camunda reads it: not in processes that are not executable, nor in ad-hoc ones
    Location at;
    std::vector<int> nodes; ///< in document order
    std::vector<int> flows;
    std::vector<int> associations;
    QHash<QString, int> byId; ///< of nodes; the first of each id
};

struct Process {
    QString id;
    QString name;
    bool executable = false;
    int scope = -1;
    Location at;
};

/// The processes of a BPMN file as graphs. Everything refers to everything else by its index.
struct Definitions {
    std::vector<GlobalEvent> globals;
    std::vector<Process> processes;
    std::vector<Scope> scopes;
    std::vector<FlowNode> nodes;
    std::vector<SequenceFlow> flows;
    std::vector<Association> associations;
    QHash<QString, int> byId; ///< of nodes; the first of each id

    /// Index of the node of that id in a scope; -1 when there is none.
    int nodeIn(int scope, const QString &id) const { return scopes[size_t(scope)].byId.value(id, -1); }

    /// The same in that scope or any within.
    int nodeWithin(int scope, const QString &id) const;

    /// What a definition refers to; null when that leads nowhere.
    const GlobalEvent *target(const EventDefinition &definition) const
    {
        return definition.target < 0 ? nullptr : &globals[size_t(definition.target)];
    }
};

} // namespace pipeline::bpmn
