// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace pipeline {

enum class ReferenceKind { CalledElement, CalledCase, Decision, Form, FormKey, Resource };

/// Which version of what it refers to a reference takes.
enum class Binding { Latest, Deployment, Version, VersionTag };

/// "calledElement", "caseRef", "decisionRef", "formRef", "formKey" or "resource".
QString toString(ReferenceKind kind);

/// What a BPMN element refers to outside its file.
struct Reference {
    ReferenceKind kind = ReferenceKind::CalledElement;
    QString target; ///< key of the definition; for FormKey and Resource the resource name in the deployment
    Binding binding = Binding::Latest;
    QString element; ///< id, or that of the nearest element around it
    int line = 0;
    int column = 0;

    bool operator==(const Reference &) const = default;

    /// Whether the target is known only when the process runs.
    bool isExpression() const;

    /// Whether it looks into its own deployment, so that both files have to be sent together.
    bool isTie() const { return binding == Binding::Deployment && !isExpression(); }
};

/// A process of a BPMN file.
struct ProcessFact {
    QString id;
    QString name;
    bool executable = false; ///< the engine ignores it otherwise
    QString versionTag;
    int line = 0;
    int column = 0;

    bool operator==(const ProcessFact &) const = default;
};

/// A message that starts an executable process; the engine lets one process only have each name.
struct MessageStart {
    QString name;
    QString process;
    QString element; ///< id of the start event
    int line = 0;
    int column = 0;

    bool operator==(const MessageStart &) const = default;
};

enum class NamedEventKind { Message, Signal, Error };

/// A message, signal or error that an executable process throws or catches.
struct NamedEvent {
    NamedEventKind kind = NamedEventKind::Message;
    bool thrown = false; ///< otherwise caught
    QString name; ///< of an error its code; empty: any error is caught
    bool isOpen =
        false; ///< the model itself shows that its other end may be elsewhere: a partner that is only drawn, code
    QString element; ///< id of the event or task
    int line = 0;
    int column = 0;

    bool operator==(const NamedEvent &) const = default;

    /// Whether the name is known only when the process runs.
    bool isExpression() const;
};

/// A task of an executable process that a worker has to fetch.
struct ExternalTask {
    QString topic;
    QString element; ///< id, or that of the nearest element around it
    int line = 0;
    int column = 0;

    bool operator==(const ExternalTask &) const = default;
};

/// A decision of a DMN file.
struct DecisionFact {
    QString id;
    QString name;
    bool hasLogic = false; ///< a decision table or literal expression; the engine ignores it otherwise
    int line = 0;
    int column = 0;

    bool operator==(const DecisionFact &) const = default;
};

/// What one file brings to a deployment and what it needs there.
struct DefinitionFacts {
    QList<ProcessFact> processes;
    QList<MessageStart> messageStarts;
    QList<Reference> references;
    QList<NamedEvent> events;
    QList<ExternalTask> externalTasks;
    QList<DecisionFact> decisions;
    QString requirementsId; ///< of the DMN file's `definitions`
    QString form; ///< id of a `.form` file
    QStringList subscriptions; ///< topics that the source of a worker names
    bool subscribesToOther = false; ///< the source subscribes to what it does not name in place

    bool operator==(const DefinitionFacts &) const = default;

    /// Keys of the process, decision or form definitions that a deployment of the file creates.
    QStringList keys() const;

    /// Key of the decision requirements definition; empty when the engine makes none, for it needs two decisions.
    QString requirementsKey() const;
};

} // namespace pipeline
