// SPDX-License-Identifier: Apache-2.0
#include "artefact.h"

#include "jsonreader.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pipeline::contract {

QString toString(ArtefactType type)
{
    switch (type) {
    case ArtefactType::Bpmn:
        return u"bpmn"_s;
    case ArtefactType::Dmn:
        return u"dmn"_s;
    case ArtefactType::Form:
        return u"form"_s;
    case ArtefactType::Worker:
        return u"worker"_s;
    }
    return {};
}

namespace {

std::optional<ArtefactType> typeFrom(const QString &text)
{
    for (const auto type : {ArtefactType::Bpmn, ArtefactType::Dmn, ArtefactType::Form, ArtefactType::Worker}) {
        if (text == toString(type))
            return type;
    }
    return {};
}

} // namespace

QString pathProblem(const QString &path)
{
    if (path.startsWith(u'/'))
        return u"must be relative to the repository, without a leading /"_s;
    if (path.contains(u'\\'))
        return u"must use / between folders"_s;
    if (std::ranges::any_of(path, [](QChar c) { return c.category() == QChar::Other_Control; }))
        return u"has a control character"_s;
    const QStringList parts = path.split(u'/');
    if (parts.contains(".."_L1))
        return u"must not leave the repository with .."_s;
    if (parts.contains("."_L1) || parts.contains(QString()))
        return u"has an empty part or a dot as a part"_s;
    return {};
}

QJsonObject Artefact::toJson() const
{
    return {{u"tipo"_s, toString(type)}, {u"arquivo"_s, file}, {u"path"_s, path}, {u"sha"_s, sha}};
}

Result<QList<Artefact>> artefactsFromJson(const QJsonArray &array)
{
    static const QRegularExpression commit(u"\\A[0-9a-fA-F]{7,40}\\z"_s);
    QList<Artefact> artefacts;
    QStringList problems;
    for (qsizetype i = 0; i < array.size(); ++i) {
        JsonReader reader(array[i].toObject(), u"artefatos[%1]"_s.arg(i));
        Artefact artefact;
        if (const auto type = typeFrom(reader.text("tipo"_L1)))
            artefact.type = *type;
        else if (reader.problems().isEmpty())
            reader.problem("tipo"_L1, u"must be bpmn, dmn, form or worker"_s);
        artefact.file = reader.text("arquivo"_L1);
        artefact.path = reader.text("path"_L1);
        artefact.sha = reader.text("sha"_L1).toLower();
        const QString lastPart = artefact.path.section(u'/', -1);
        if (const QString problem = artefact.path.isEmpty() ? QString() : pathProblem(artefact.path);
            !problem.isEmpty())
            reader.problem("path"_L1, problem);
        else if (!artefact.path.isEmpty() && !artefact.file.isEmpty() && artefact.file != lastPart)
            reader.problem("arquivo"_L1, u"must be the last part of path (%1)"_s.arg(lastPart));
        if (!artefact.sha.isEmpty() && !commit.match(artefact.sha).hasMatch())
            reader.problem("sha"_L1, u"must be a commit of 7 to 40 hex digits"_s);
        problems += reader.problems();
        artefacts << artefact;
    }
    QString workerCommit;
    for (const Artefact &artefact : std::as_const(artefacts)) {
        if (!artefact.isWorker())
            continue;
        // A short sha may stand for the same commit as a long one; the repository decides that later.
        const auto shared = std::min(workerCommit.size(), artefact.sha.size());
        if (workerCommit.left(shared) != artefact.sha.left(shared))
            problems << u"artefatos: all workers must share one commit, %1 and %2 differ"_s.arg(workerCommit,
                                                                                                artefact.sha);
        if (artefact.sha.size() > workerCommit.size())
            workerCommit = artefact.sha;
    }
    if (!problems.isEmpty())
        return fail(ErrorCode::InvalidInput, u"artefatos is not valid"_s, problems.join("; "_L1));
    return artefacts;
}

QJsonArray toJson(const QList<Artefact> &artefacts)
{
    QJsonArray array;
    for (const Artefact &artefact : artefacts)
        array << artefact.toJson();
    return array;
}

} // namespace pipeline::contract
