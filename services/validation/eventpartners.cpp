// SPDX-License-Identifier: Apache-2.0
#include "eventpartners.h"

#include <QSet>

namespace pipeline::validation {

QList<LoneEvent> loneEvents(std::span<const FileReport> files, NamedEventKind kind, bool thrown)
{
    QSet<QString> seen; // on the other side, then also those that were told
    for (const FileReport &file : files) {
        if (!file.readable)
            return {};
        for (const NamedEvent &event : file.facts.events) {
            if (event.kind != kind || event.thrown == thrown)
                continue;
            if (event.name.isEmpty() || event.isExpression())
                return {}; // it is the partner of any
            seen.insert(event.name);
        }
    }
    QList<LoneEvent> lone;
    for (qsizetype i = 0; i < qsizetype(files.size()); ++i) {
        for (const NamedEvent &event : files[size_t(i)].facts.events) {
            if (event.kind != kind || event.thrown != thrown || event.isOpen || event.name.isEmpty()
                || event.isExpression() || seen.contains(event.name))
                continue;
            seen.insert(event.name);
            lone.push_back({i, event});
        }
    }
    return lone;
}

} // namespace pipeline::validation
