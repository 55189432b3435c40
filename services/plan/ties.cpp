// SPDX-License-Identifier: Apache-2.0
#include "ties.h"

namespace pipeline::plan {

namespace {

/// Whether \a reference means \a file: by resource name, or by the key of a definition in it.
bool means(const Reference &reference, const PlannedFile &file)
{
    const bool byName = reference.kind == ReferenceKind::FormKey || reference.kind == ReferenceKind::Resource;
    return byName ? reference.target == file.file.resource() : file.facts.keys().contains(reference.target);
}

bool areTied(const PlannedFile &one, const PlannedFile &other)
{
    const auto refersTo = [](const PlannedFile &from, const PlannedFile &to) {
        for (const Reference &reference : from.facts.references) {
            if (reference.isTie() && means(reference, to))
                return true;
        }
        return false;
    };
    return refersTo(one, other) || refersTo(other, one);
}

} // namespace

QSet<QString> withTied(QSet<QString> resources, const QList<PlannedFile> &files)
{
    for (bool grown = true; grown;) {
        grown = false;
        for (const PlannedFile &inside : files) {
            if (!resources.contains(inside.file.resource()))
                continue;
            for (const PlannedFile &outside : files) {
                if (resources.contains(outside.file.resource()) || !areTied(inside, outside))
                    continue;
                resources << outside.file.resource();
                grown = true;
            }
        }
    }
    return resources;
}

} // namespace pipeline::plan
