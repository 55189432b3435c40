// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backlog/sqlitebacklog.h"
#include "events/effectledger.h"
#include "models/contract/pipelineresult.h"
#include "store/database.h"
#include "support/backlogsamples.h"
#include "support/outsidesql.h"

#include <QTemporaryDir>

namespace pipeline::tests {

/// A backlog in which releases were validated, approved and deployed before.
class History {
public:
    History()
        : m_database(*store::Database::open(QStringLiteral("sqlite:") + m_folder.filePath(QStringLiteral("a.sqlite")))),
          m_backlog(*m_database),
          m_outside(m_database->fileName())
    {}

    store::Database &database() { return *m_database; }
    backlog::SqliteBacklog &backlog() { return m_backlog; }

    /// A `validar` that \a creator asked for and that ended well; gives its id.
    qint64 validated(const contract::PipelineContext &context, const QString &manifest,
                     const QString &creator = QStringLiteral("joana"))
    {
        const qint64 id = insert(contract::Mode::Validate, context, creator);
        end(id, contract::ItemState::Done, manifest, {});
        return id;
    }

    /// A `validar` that ended badly.
    void failedValidation(const contract::PipelineContext &context, const QString &manifest)
    {
        end(insert(contract::Mode::Validate, context, QStringLiteral("joana")), contract::ItemState::Failed, manifest,
            {});
    }

    /// The open approval that follows \a validation; gives its id.
    qint64 approval(qint64 validation, const contract::PipelineContext &context, const QString &manifest,
                    const QString &environment)
    {
        contract::ApprovalRequest request;
        request.releaseRef = context.releaseRef;
        request.sprint = context.sprint;
        request.environment = environment;
        request.artefacts = context.artefacts;
        request.manifest = manifest;
        request.origin = validation;
        contract::NewItem item{.type = contract::type::ApproveRelease, .context = request.toJson()};
        if (validation > 0)
            item.originId = validation;
        return must(m_backlog.insert(item, runner(QStringLiteral("r1")), {})).id;
    }

    /// Decides the approval \a id as \a by, without asking whether they may; cancels what would follow.
    void decide(qint64 id, const QString &by, bool approved = true)
    {
        const auto version = must(m_backlog.item(id, {})).version;
        const auto follower = must(m_backlog.decide(
            {.item = id, .version = version, .approved = approved, .reason = QStringLiteral("lido")}, person(by), {}));
        if (follower)
            must(m_backlog.cancel(follower->id, person(by), {}));
    }

    /// Moves the moment of a decision into the past.
    void moveDecision(qint64 id, int days)
    {
        must(m_outside.run(QStringLiteral("update backlog set resultado = json_set(resultado, '$.em', "
                                          "strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-%1 days')) where id = %2")
                               .arg(days)
                               .arg(id)));
    }

    /// An `implantar` that ended well, with its follower; \a context may leave its environment to the default.
    void deployed(const contract::PipelineContext &context, const QString &manifest, const QString &environment)
    {
        const contract::NewItem follower{.type = contract::type::ValidateDeployment,
                                         .context = {{QStringLiteral("ambiente"), environment},
                                                     {QStringLiteral("release_ref"), context.releaseRef},
                                                     {QStringLiteral("manifesto"), manifest}}};
        end(insert(contract::Mode::Deploy, context, QStringLiteral("marina")), contract::ItemState::Done, manifest,
            follower, environment);
    }

    /// An `implantar` of which the engine took a deployment, but which ended badly.
    void failedDeployment(const contract::PipelineContext &context, const QString &manifest, const QString &environment)
    {
        end(insert(contract::Mode::Deploy, context, QStringLiteral("marina")), contract::ItemState::Failed, manifest,
            {}, environment, QStringLiteral("deployment.created"));
    }

    OutsideSql &outside() { return m_outside; }

private:
    template<class T>
    static T must(const Result<T> &result)
    {
        if (!result)
            qFatal("%s", qPrintable(result.error().text()));
        if constexpr (!std::is_void_v<T>)
            return *result;
    }

    qint64 insert(contract::Mode mode, contract::PipelineContext context, const QString &creator)
    {
        context.mode = mode;
        return must(m_backlog.insert({.type = contract::type::ExecutePipeline,
                                      .mode = contract::toString(mode),
                                      .context = context.toJson()},
                                     person(creator), {}))
            .id;
    }

    /// Claims the item, the only one that can be claimed, and ends it.
    void end(qint64 id, contract::ItemState state, const QString &manifest, std::optional<contract::NewItem> follower,
             const QString &environment = {}, const QString &act = {})
    {
        const Actor actor = runner(QStringLiteral("r1"));
        const auto item = must(m_backlog.claim(everything(), actor, std::chrono::seconds(60), {}));
        if (!item || item->id != id)
            qFatal("item %lld could not be claimed", static_cast<long long>(id));
        contract::PipelineResult result(item->mode == contract::toString(contract::Mode::Deploy)
                                            ? contract::Mode::Deploy
                                            : contract::Mode::Validate);
        result.success = state == contract::ItemState::Done;
        result.manifest = manifest;
        if (follower)
            follower->originId = id;
        if (!act.isEmpty()) {
            events::EffectLedger ledger(*m_database);
            const auto effect = must(
                ledger.intend(claimOf(*item, actor), QStringLiteral("deployment"), QStringLiteral("Genesis"), {}, {}));
            must(ledger.answer(claimOf(*item, actor), effect, {},
                               {.what = act, .item = id, .environment = environment, .manifest = manifest}, {}));
        }
        must(m_backlog.complete(
            claimOf(*item, actor),
            {.state = state, .result = result.toJson(), .follower = std::move(follower), .environment = environment},
            {}));
    }

    QTemporaryDir m_folder;
    std::unique_ptr<store::Database> m_database;
    backlog::SqliteBacklog m_backlog;
    OutsideSql m_outside;
};

} // namespace pipeline::tests
