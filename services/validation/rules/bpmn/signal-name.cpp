// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

void checkSignalName(const SourceFile &file, Remarks &remarks)
{
    QHash<QString, QString> idsByName;
    for (const bpmn::GlobalEvent &signal : file.definitions().globals) {
        if (signal.kind != bpmn::EventKind::Signal)
            continue;
        if (signal.name.isNull()) {
            if (!signal.id.isNull()) {
                remarks.reject(placeOf(signal.at, signal.id), u"The signal %1 has no name."_s.arg(quoted(signal.id)),
                               u"Name it: events throw and catch signals by their names."_s);
            }
            continue;
        }
        if (const auto other = idsByName.constFind(signal.name); other != idsByName.constEnd()) {
            remarks.reject(placeOf(signal.at, signal.id),
                           u"The signals %1 and %2 have the same name, %3."_s.arg(quoted(*other), quoted(signal.id),
                                                                                  quoted(signal.name)),
                           u"Keep one of them and let all events refer to that, or name them differently."_s);
        }
        if (!signal.id.isNull())
            idsByName.insert(signal.name, signal.id);
    }
}

} // namespace

Rule signalName()
{
    return {u"signal-name"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkSignalName};
}

} // namespace pipeline::validation::rules
