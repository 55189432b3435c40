// SPDX-License-Identifier: Apache-2.0
#include "inputfile.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pipeline::validation {

namespace {

bool endsWithOneOf(const QString &name, const QStringList &suffixes)
{
    return std::ranges::any_of(suffixes, [&](const QString &suffix) { return name.endsWith(suffix); });
}

} // namespace

QString toString(FileKind kind)
{
    switch (kind) {
    case FileKind::Bpmn:
        return u"bpmn"_s;
    case FileKind::Dmn:
        return u"dmn"_s;
    case FileKind::Form:
        return u"form"_s;
    case FileKind::Html:
        return u"html"_s;
    case FileKind::Worker:
        return u"worker"_s;
    }
    return {};
}

std::optional<FileKind> fileKindOf(const QString &path)
{
    const QString name = path.section(u'/', -1).toLower();
    if (endsWithOneOf(name, {u".bpmn"_s, u".bpmn20.xml"_s}))
        return FileKind::Bpmn;
    if (endsWithOneOf(name, {u".dmn"_s, u".dmn11.xml"_s}))
        return FileKind::Dmn;
    if (name.endsWith(".form"_L1))
        return FileKind::Form;
    if (endsWithOneOf(name, {u".html"_s, u".htm"_s}))
        return FileKind::Html;
    return {};
}

FileKind fileKindOf(const contract::Artefact &artefact)
{
    switch (artefact.type) {
    case contract::ArtefactType::Bpmn:
        return FileKind::Bpmn;
    case contract::ArtefactType::Dmn:
        return FileKind::Dmn;
    case contract::ArtefactType::Form:
        return fileKindOf(artefact.path) == FileKind::Html ? FileKind::Html : FileKind::Form;
    case contract::ArtefactType::Worker:
        break;
    }
    return FileKind::Worker;
}

bool engineReads(const QString &resource, FileKind kind)
{
    switch (kind) {
    case FileKind::Bpmn:
        return endsWithOneOf(resource, {u"bpmn"_s, u"bpmn20.xml"_s});
    case FileKind::Dmn:
        return endsWithOneOf(resource, {u"dmn"_s, u"dmn11.xml"_s});
    case FileKind::Form:
        return resource.endsWith("form"_L1);
    case FileKind::Html:
    case FileKind::Worker:
        break;
    }
    return false;
}

std::optional<RulesetName> rulesetFrom(const QString &name)
{
    if (name == "engine"_L1)
        return RulesetName::Engine;
    if (name == "recommended"_L1)
        return RulesetName::Recommended;
    if (name == "strict"_L1)
        return RulesetName::Strict;
    return {};
}

} // namespace pipeline::validation
