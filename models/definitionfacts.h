// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

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
    QList<DecisionFact> decisions;
    QString requirementsId; ///< of the DMN file's `definitions`
    QString form; ///< id of a `.form` file

    bool operator==(const DefinitionFacts &) const = default;

    /// Keys of the process, decision or form definitions that a deployment of the file creates.
    QStringList keys() const;

    /// Key of the decision requirements definition; empty when the engine makes none, for it needs two decisions.
    QString requirementsKey() const;
};

} // namespace pipeline
