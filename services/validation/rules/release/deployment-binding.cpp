// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

/// What a deployment holds for its own references.
struct Held {
    QSet<QString> processes;
    QSet<QString> decisions;
    QSet<QString> forms;
    QSet<QString> resources;
    bool complete = true; ///< every file of it could be read

    bool has(const Reference &reference) const
    {
        switch (reference.kind) {
        case ReferenceKind::CalledElement:
            return processes.contains(reference.target);
        case ReferenceKind::Decision:
            return decisions.contains(reference.target);
        case ReferenceKind::Form:
            return forms.contains(reference.target);
        case ReferenceKind::FormKey:
        case ReferenceKind::Resource:
            return resources.contains(reference.target);
        case ReferenceKind::CalledCase:
            break; // cases are no artefacts of a release
        }
        return false;
    }
};

QString named(const Reference &reference)
{
    switch (reference.kind) {
    case ReferenceKind::CalledElement:
        return u"process"_s;
    case ReferenceKind::CalledCase:
        return u"case"_s;
    case ReferenceKind::Decision:
        return u"decision"_s;
    case ReferenceKind::Form:
        return u"form"_s;
    case ReferenceKind::FormKey:
    case ReferenceKind::Resource:
        break;
    }
    return u"file"_s;
}

QHash<QString, Held> heldByDeployment(std::span<const FileReport> files)
{
    QHash<QString, Held> deployments;
    for (const FileReport &file : files) {
        Held &held = deployments[file.deployment];
        for (const ProcessFact &process : file.facts.processes) {
            if (process.executable)
                held.processes.insert(process.id);
        }
        for (const DecisionFact &decision : file.facts.decisions) {
            if (decision.hasLogic)
                held.decisions.insert(decision.id);
        }
        held.forms.insert(file.facts.form);
        held.resources.insert(file.resource());
        held.complete = held.complete && file.readable;
    }
    return deployments;
}

void checkDeploymentBinding(std::span<const FileReport> files, Remarks &remarks)
{
    const QHash<QString, Held> deployments = heldByDeployment(files);
    for (qsizetype i = 0; i < qsizetype(files.size()); ++i) {
        const Held held = deployments.value(files[size_t(i)].deployment);
        for (const Reference &reference : files[size_t(i)].facts.references) {
            // What cannot be read may hold it; that it cannot be read is told elsewhere.
            if (!reference.isTie() || !held.complete || held.has(reference))
                continue;
            remarks.remark(i, Place({reference.line, reference.column}, reference.element),
                           u"The %1 `%2` has to be in the same deployment, and the release does not bring it."_s.arg(
                               named(reference), reference.target),
                           u"Add it to the release, or bind to its latest version."_s);
        }
    }
}

} // namespace

Rule deploymentBinding()
{
    return {.id = u"deployment-binding"_s, .kinds = {}, .checkRelease = checkDeploymentBinding};
}

} // namespace pipeline::validation::rules
