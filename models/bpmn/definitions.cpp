// SPDX-License-Identifier: Apache-2.0
#include "definitions.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pipeline::bpmn {

QString toString(EventKind kind)
{
    switch (kind) {
    case EventKind::Message:
        return u"message"_s;
    case EventKind::Timer:
        return u"timer"_s;
    case EventKind::Signal:
        return u"signal"_s;
    case EventKind::Error:
        return u"error"_s;
    case EventKind::Escalation:
        return u"escalation"_s;
    case EventKind::Compensation:
        return u"compensation"_s;
    case EventKind::Conditional:
        return u"conditional"_s;
    case EventKind::Link:
        return u"link"_s;
    case EventKind::Cancel:
        return u"cancel"_s;
    case EventKind::Terminate:
        return u"terminate"_s;
    }
    return {};
}

const EventDefinition *FlowNode::definition(EventKind wanted) const
{
    const auto found = std::ranges::find(definitions, wanted, &EventDefinition::kind);
    return found == definitions.end() ? nullptr : &*found;
}

int Definitions::nodeWithin(int scope, const QString &id) const
{
    const int found = byId.value(id, -1);
    for (int around = found < 0 ? -1 : nodes[size_t(found)].scope; around >= 0;
         around = scopes[size_t(around)].parent) {
        if (around == scope)
            return found;
    }
    return -1;
}

} // namespace pipeline::bpmn
