// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../definitionkeys.h"

#include <tuple>

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

void checkDefinitionKeys(std::span<const FileReport> files, Remarks &remarks)
{
    std::map<std::tuple<QString, QString, QString>, qsizetype> first; ///< file, by deployment, kind and key
    for (qsizetype i = 0; i < qsizetype(files.size()); ++i) {
        for (const KeyedDefinition &definition : keyedDefinitions(files[size_t(i)])) {
            const qsizetype known =
                first.try_emplace({files[size_t(i)].deployment, definition.kind, definition.key}, i).first->second;
            if (known != i) {
                remarks.remark(i, definition.place,
                               u"The %1 key `%2` is taken: %3 has it."_s.arg(definition.kind, definition.key,
                                                                             files[size_t(known)].path),
                               u"Give one of the two another id: the engine rejects a deployment that has both."_s);
            }
        }
    }
}

} // namespace

Rule duplicateDefinitionKey()
{
    return {.id = u"duplicate-definition-key"_s, .kinds = {}, .checkRelease = checkDefinitionKeys};
}

} // namespace pipeline::validation::rules
