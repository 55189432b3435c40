// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

void checkTopics(std::span<const FileReport> files, Remarks &remarks)
{
    QSet<QString> subscribed;
    for (const FileReport &file : files) {
        if (file.facts.subscribesToOther)
            return; // which may be any topic
        subscribed += QSet<QString>(file.facts.subscriptions.cbegin(), file.facts.subscriptions.cend());
    }
    if (subscribed.isEmpty())
        return; // no worker's source is among the files
    for (qsizetype i = 0; i < qsizetype(files.size()); ++i) {
        for (const ExternalTask &task : files[size_t(i)].facts.externalTasks) {
            if (task.topic.contains("${"_L1) || task.topic.contains("#{"_L1) || subscribed.contains(task.topic))
                continue;
            remarks.remark(
                i, Place({task.line, task.column}, task.element),
                u"No worker in the release's commit subscribes to the topic `%1`."_s.arg(task.topic),
                u"Correct the topic, unless a worker from elsewhere fetches it: the task would wait forever."_s);
        }
    }
}

} // namespace

Rule topicWithoutWorker()
{
    return {.id = u"topic-without-worker"_s, .kinds = {}, .checkRelease = checkTopics};
}

} // namespace pipeline::validation::rules
