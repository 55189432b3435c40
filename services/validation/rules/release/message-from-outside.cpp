// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../eventpartners.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

void checkCaughtMessages(std::span<const FileReport> files, Remarks &remarks)
{
    for (const LoneEvent &lone : loneEvents(files, NamedEventKind::Message, false)) {
        remarks.remark(
            lone.file, lone.place(), u"No process among the files throws the message \"%1\"."_s.arg(lone.event.name),
            u"Compare its name with that of the event that should throw it. When it comes from elsewhere, draw "
            "a message flow from a pool without a process."_s);
    }
}

} // namespace

Rule messageFromOutside()
{
    return {.id = u"message-from-outside"_s, .kinds = {}, .checkRelease = checkCaughtMessages};
}

} // namespace pipeline::validation::rules
