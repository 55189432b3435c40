// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../eventpartners.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

void checkErrors(std::span<const FileReport> files, Remarks &remarks)
{
    for (const LoneEvent &lone : loneEvents(files, NamedEventKind::Error, true)) {
        remarks.remark(
            lone.file, lone.place(), u"No process among the files catches the error `%1`."_s.arg(lone.event.name),
            u"Compare its code with that of the event that should catch it, unless a process elsewhere does."_s);
    }
    for (const LoneEvent &lone : loneEvents(files, NamedEventKind::Error, false)) {
        remarks.remark(
            lone.file, lone.place(),
            u"Nothing among the files throws the error `%1`, nor can code that is run here."_s.arg(lone.event.name),
            u"Compare its code with that of the event that should throw it, or remove the handler."_s);
    }
}

} // namespace

Rule unmatchedError()
{
    return {.id = u"unmatched-error"_s, .kinds = {}, .checkRelease = checkErrors};
}

} // namespace pipeline::validation::rules
