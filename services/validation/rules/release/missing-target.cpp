// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../definitionkeys.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

/// Whether the release could bring what the reference leads to, and need not bring it together with the file.
bool isLoose(const Reference &reference)
{
    return reference.binding != Binding::Deployment && reference.kind != ReferenceKind::CalledCase
        && !reference.isExpression();
}

void checkTargets(std::span<const FileReport> files, Remarks &remarks)
{
    // The engine looks for these in all deployments.
    DefinitionKeys held;
    for (const FileReport &file : files)
        held.add(file);
    if (!held.complete)
        return; // what cannot be read may hold them
    for (qsizetype i = 0; i < qsizetype(files.size()); ++i) {
        for (const Reference &reference : files[size_t(i)].facts.references) {
            if (!isLoose(reference) || held.has(reference))
                continue;
            remarks.remark(i, Place({reference.line, reference.column}, reference.element),
                           u"The %1 `%2` is not among the files; the engine has to have it already."_s.arg(
                               targetOf(reference), reference.target),
                           u"Add it to the release, or correct the key, unless it was deployed before."_s);
        }
    }
}

} // namespace

Rule missingTarget()
{
    return {.id = u"missing-target"_s, .kinds = {}, .checkRelease = checkTargets};
}

} // namespace pipeline::validation::rules
