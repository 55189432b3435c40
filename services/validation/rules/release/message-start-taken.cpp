// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"

#include "bpmn/bpmnfacts.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

QString renameHint()
{
    return u"Rename one of the two messages: the engine lets a message start one process only."_s;
}

Place startPlace(const MessageStart &start)
{
    return Place({start.line, start.column}, start.element);
}

void checkWithinFile(const SourceFile &file, Remarks &remarks)
{
    QHash<QString, QString> processes;
    for (const MessageStart &start : file.facts().messageStarts) {
        const QString first = processes.value(start.name, start.process);
        processes.insert(start.name, first);
        if (!start.name.isEmpty() && first != start.process) {
            remarks.reject(startPlace(start),
                           u"The message \"%1\" starts the process `%2` already."_s.arg(start.name, first),
                           renameHint());
        }
    }
}

/// Unlike definition keys, message names are one space for the whole engine, whatever the deployment.
void checkBetweenFiles(std::span<const FileReport> files, Remarks &remarks)
{
    struct First {
        QString process;
        qsizetype file;
    };
    QHash<QString, First> known;
    for (qsizetype i = 0; i < qsizetype(files.size()); ++i) {
        for (const MessageStart &start : files[size_t(i)].facts.messageStarts) {
            if (start.name.isEmpty())
                continue;
            const auto first = known.constFind(start.name);
            if (first == known.cend()) {
                known.insert(start.name, {start.process, i});
            } else if (first->file != i && first->process != start.process) {
                remarks.remark(i, startPlace(start),
                               u"The message \"%1\" starts the process `%2` of %3 already."_s.arg(
                                   start.name, first->process, files[size_t(first->file)].path),
                               renameHint());
            }
        }
    }
}

} // namespace

Rule messageStartTaken()
{
    return {u"message-start-taken"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkWithinFile, checkBetweenFiles};
}

} // namespace pipeline::validation::rules
