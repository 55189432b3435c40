// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../definitionkeys.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

void checkDeploymentBinding(std::span<const FileReport> files, Remarks &remarks)
{
    QHash<QString, DefinitionKeys> deployments;
    for (const FileReport &file : files)
        deployments[file.deployment].add(file);
    for (qsizetype i = 0; i < qsizetype(files.size()); ++i) {
        const DefinitionKeys &held = deployments[files[size_t(i)].deployment];
        for (const Reference &reference : files[size_t(i)].facts.references) {
            // What cannot be read may hold it; that it cannot be read is told elsewhere.
            if (!reference.isTie() || !held.complete || held.has(reference))
                continue;
            remarks.remark(i, Place({reference.line, reference.column}, reference.element),
                           u"The %1 `%2` has to be in the same deployment, and the release does not bring it."_s.arg(
                               targetOf(reference), reference.target),
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
