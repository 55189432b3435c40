// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

void checkRetryWithoutJob(const SourceFile &file, Remarks &remarks)
{
    for (const bpmn::FlowNode &node : readNodes(file.definitions())) {
        std::vector<const xml::Element *> elements{&file.element(node.at)};
        if (node.isMultiInstance())
            elements.push_back(&file.element(node.loop));
        for (const xml::Element *element : elements) {
            const auto cycles = retryCycles(*element);
            if (cycles.empty())
                continue;
            const auto holders = retryHolders(file, node);
            if (std::ranges::find(holders, element) != holders.end())
                continue;
            remarks.remark(
                Place(*cycles.front()),
                u"The %1 says how it is tried again and is not asynchronous, so that the engine ignores it."_s.arg(
                    described(node)),
                u"Set camunda:asyncBefore=\"true\": only what runs as a job is tried again."_s);
        }
    }
}

} // namespace

Rule retryWithoutJob()
{
    return {u"retry-without-job"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkRetryWithoutJob};
}

} // namespace pipeline::validation::rules
