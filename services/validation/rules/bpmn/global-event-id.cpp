// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

void checkGlobalEventId(const SourceFile &file, Remarks &remarks)
{
    for (const bpmn::GlobalEvent &global : file.definitions().globals) {
        // The engine lets messages pass; nothing can refer to one without id.
        if (global.kind == bpmn::EventKind::Message || !global.id.isNull())
            continue;
        remarks.reject(placeOf(global.at, {}),
                       u"The %1 %2 has no id."_s.arg(toString(global.kind), quoted(global.name)),
                       u"Give it an id, so that events can refer to it."_s);
    }
}

} // namespace

Rule globalEventId()
{
    return {u"global-event-id"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkGlobalEventId};
}

} // namespace pipeline::validation::rules
