// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../eventpartners.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

void checkThrownMessages(std::span<const FileReport> files, Remarks &remarks)
{
    for (const LoneEvent &lone : loneEvents(files, NamedEventKind::Message, true)) {
        remarks.remark(lone.file, lone.place(),
                       u"No process among the files waits for the message \"%1\"."_s.arg(lone.event.name),
                       u"Compare its name with that of the event that should get it. When it leaves the engine, draw a "
                       "message flow to a pool without a process."_s);
    }
}

} // namespace

Rule unmatchedMessage()
{
    return {.id = u"unmatched-message"_s, .kinds = {}, .checkRelease = checkThrownMessages};
}

} // namespace pipeline::validation::rules
