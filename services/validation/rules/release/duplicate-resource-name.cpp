// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

void checkResourceNames(std::span<const FileReport> files, Remarks &remarks)
{
    QHash<std::pair<QString, QString>, QString> paths;
    for (size_t i = 0; i < files.size(); ++i) {
        if (files[i].kind == FileKind::Worker)
            continue;
        const std::pair key(files[i].deployment, files[i].resource());
        if (const auto known = paths.constFind(key); known != paths.cend()) {
            remarks.remark(qsizetype(i), {}, u"The resource name %1 is taken: %2 has it."_s.arg(key.second, *known),
                           u"Rename one of the two files: of equal names in a deployment the engine keeps the last."_s);
        } else {
            paths.insert(key, files[i].path);
        }
    }
}

} // namespace

Rule duplicateResourceName()
{
    return {.id = u"duplicate-resource-name"_s, .kinds = {}, .checkRelease = checkResourceNames};
}

} // namespace pipeline::validation::rules
