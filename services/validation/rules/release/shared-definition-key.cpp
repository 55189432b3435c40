// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../definitionkeys.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

void checkSharedKeys(std::span<const FileReport> files, Remarks &remarks)
{
    std::map<std::pair<QString, QString>, qsizetype> first; ///< file, by kind and key
    for (qsizetype i = 0; i < qsizetype(files.size()); ++i) {
        for (const KeyedDefinition &definition : keyedDefinitions(files[size_t(i)])) {
            const FileReport &known =
                files[size_t(first.try_emplace({definition.kind, definition.key}, i).first->second)];
            // form-id tells of a form without one.
            if (definition.key.isEmpty() || known.deployment == files[size_t(i)].deployment)
                continue;
            remarks.remark(
                i, definition.place,
                u"The %1 key `%2` is that of %3 in another deployment, too."_s.arg(definition.kind, definition.key,
                                                                                   known.path),
                u"Give one of the two another id, or release it once: the one that is deployed later becomes "
                "the newest version of the other."_s);
        }
    }
}

} // namespace

Rule sharedDefinitionKey()
{
    return {.id = u"shared-definition-key"_s, .kinds = {}, .checkRelease = checkSharedKeys};
}

} // namespace pipeline::validation::rules
