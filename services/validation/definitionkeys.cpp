// SPDX-License-Identifier: Apache-2.0
#include "definitionkeys.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation {

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
