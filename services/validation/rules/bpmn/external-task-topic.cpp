// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

void checkExternalTaskTopic(const SourceFile &file, Remarks &remarks)
{
    for (const ServiceLike &service : serviceLikes(file)) {
        if (service.way != ServiceLike::Way::External)
            continue;
        const xml::Attribute *topic = bpmn::extension(*service.element, "topic");
        const QString hint = u"Set camunda:topic to the name that a worker subscribes to."_s;
        if (!topic)
            remarks.reject(Place(*service.element),
                           u"The %1 is for an external worker and has no topic."_s.arg(described(*service.node)), hint);
        else if (xml::trimmed(topic->value).empty())
            remarks.remark(Place(*service.element),
                           u"The %1 is for an external worker and its topic is empty, so that none fetches it."_s.arg(
                               described(*service.node)),
                           hint);
    }
}

} // namespace

Rule externalTaskTopic()
{
    return {u"external-task-topic"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkExternalTaskTopic};
}

} // namespace pipeline::validation::rules
