// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../eventpartners.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

void checkSignals(std::span<const FileReport> files, Remarks &remarks)
{
    for (const bool thrown : {true, false}) {
        for (const LoneEvent &lone : loneEvents(files, NamedEventKind::Signal, thrown)) {
            remarks.remark(lone.file, lone.place(),
                           u"No process among the files %1 the signal \"%2\"."_s.arg(
                               thrown ? u"waits for"_s : u"throws"_s, lone.event.name),
                           u"Compare its name with that of the event at the other end, unless that is elsewhere."_s);
        }
    }
}

} // namespace

Rule unmatchedSignal()
{
    return {.id = u"unmatched-signal"_s, .kinds = {}, .checkRelease = checkSignals};
}

} // namespace pipeline::validation::rules
