// SPDX-License-Identifier: Apache-2.0
#include "definitionkeys.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation {

QList<KeyedDefinition> keyedDefinitions(const FileReport &file)
{
    QList<KeyedDefinition> definitions;
    for (const ProcessFact &process : file.facts.processes) {
        if (process.executable)
            definitions.push_back({u"process"_s, process.id, Place({process.line, process.column}, process.id)});
    }
    for (const DecisionFact &decision : file.facts.decisions) {
        if (decision.hasLogic)
            definitions.push_back({u"decision"_s, decision.id, Place({decision.line, decision.column}, decision.id)});
    }
    if (const QString key = file.facts.requirementsKey(); !key.isEmpty())
        definitions.push_back({u"decision requirements"_s, key, Place({1, 1}, key)});
    // A form without id has the empty key.
    if (file.kind == FileKind::Form && file.readable)
        definitions.push_back({u"form"_s, file.facts.form, Place({1, 1})});
    return definitions;
}

void DefinitionKeys::add(const FileReport &file)
{
    for (const ProcessFact &process : file.facts.processes) {
        if (process.executable)
            processes.insert(process.id);
    }
    for (const DecisionFact &decision : file.facts.decisions) {
        if (decision.hasLogic)
            decisions.insert(decision.id);
    }
    forms.insert(file.facts.form);
    resources.insert(file.resource());
    complete = complete && file.readable;
}

bool DefinitionKeys::has(const Reference &reference) const
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

QString targetOf(const Reference &reference)
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

} // namespace pipeline::validation
