// SPDX-License-Identifier: Apache-2.0
#include "engineupdate.h"

using namespace Qt::StringLiterals;

namespace pipeline::runner {

namespace {

std::optional<contract::ArtefactType> typeOf(const QString &path)
{
    const QString suffix = path.section(u'.', -1).toLower();
    if (suffix == "bpmn"_L1)
        return contract::ArtefactType::Bpmn;
    if (suffix == "dmn"_L1)
        return contract::ArtefactType::Dmn;
    if (suffix == "form"_L1 || suffix == "html"_L1)
        return contract::ArtefactType::Form;
    return std::nullopt;
}

} // namespace

Result<Updated> releaseOfCommit(Update &update, repository::Mirror &mirror, const QStringList &products)
{
    const auto commit = commitOf(update, mirror);
    if (!commit)
        return fail(commit.error());
    const auto entries = mirror.list(*commit, {}, update.stop);
    if (!entries)
        return fail(entries.error());

    contract::PipelineContext release{.mode = update.environment.policy == Policy::None ? contract::Mode::Deploy
                                                                                        : contract::Mode::Validate,
                                      .releaseRef = u"main-"_s + commit->left(12),
                                      .sprint = u"main"_s,
                                      .environment = update.environment.name,
                                      .artefacts = {},
                                      .reason = {}};
    for (const repository::TreeEntry &entry : *entries) {
        const auto type = typeOf(entry.path);
        const bool inProduct = entry.path.contains(u'/')
            && (products.isEmpty() || products.contains(entry.path.section(u'/', 0, 0)));
        if (type && inProduct && entry.kind == repository::EntryKind::File)
            release.artefacts << contract::Artefact{*type, entry.path.section(u'/', -1), entry.path, *commit};
    }
    if (release.artefacts.isEmpty())
        return fail(ErrorCode::NotFound, u"%1 has no artefact in a product's folder"_s.arg(commit->left(12)));
    return Updated{.commit = *commit,
                   .before = {},
                   .follower = contract::NewItem{.type = contract::type::ExecutePipeline,
                                                 .mode = contract::toString(release.mode),
                                                 .context = release.toJson(),
                                                 .priority = update.item.priority,
                                                 .idempotencyKey = {},
                                                 .originId = update.item.id}};
}

} // namespace pipeline::runner
