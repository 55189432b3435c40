// SPDX-License-Identifier: Apache-2.0
#include "releasecommands.h"

#include "backlog/releasehistory.h"
#include "models/timestamp.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace pipeline::cli {

using contract::BacklogItem;

namespace {

constexpr int Most = 1000; ///< items of one release
constexpr int PageSize = 500; ///< releases

/// How an item stands: its estado or who decided what, and why.
QString standing(const QString &state, const QString &reason)
{
    return plain(reason.isEmpty() ? state : state + u" – "_s + reason);
}

QString standing(const BacklogItem &item)
{
    const QJsonObject result = item.result.value_or(QJsonObject());
    const QString decision = result["decisao"_L1].toString();
    return standing(decision.isEmpty() ? contract::toString(item.state)
                                       : decision + u" by "_s + result["por"_L1].toString(),
                    result["motivo"_L1].toString());
}

contract::ItemState stateOf(const backlog::QueueRow &row)
{
    switch (row.state) {
    case backlog::QueueState::Running:
        return contract::ItemState::Running;
    case backlog::QueueState::WaitingApproval:
    case backlog::QueueState::Queued:
        return contract::ItemState::Pending;
    case backlog::QueueState::Failed:
        return contract::ItemState::Failed;
    case backlog::QueueState::Done:
        break;
    }
    return row.cancelled ? contract::ItemState::Cancelled : contract::ItemState::Done;
}

QString standing(const backlog::QueueRow &row)
{
    if (!row.approved)
        return standing(contract::toString(stateOf(row)), row.reason);
    return standing((*row.approved ? u"aprovado by "_s : u"rejeitado by "_s) + row.decidedBy, row.reason);
}

/// Where an item belongs, and what it is.
QString place(const QString &environment, const QString &type, const QString &mode)
{
    return plain(environment).leftJustified(13) + u' ' + plain(type + u' ' + mode).leftJustified(27) + u' ';
}

QList<Argument> refArgument()
{
    return {{u"REF"_s, u"The release_ref."_s}};
}

} // namespace

Synopsis ReleaseListCommand::synopsis() const
{
    return {.name = u"release list"_s,
            .summary = u"List releases, the newest first"_s,
            .text = u"Each release stands as its furthest open item does; without one as its last deployment, else as "
                    "its last decision or validation: ambiente, tipo and modo, estado or decision, and why. With "
                    "--environment only releases that have an item for that one are listed."_s,
            .exitCodes = {{0, u"Done, also when there is none."_s}, wrongCall(), databaseAway()},
            .examples = {u"release list"_s}};
}

int ReleaseListCommand::run(Call &call)
{
    const auto database = call.app.database();
    if (!database)
        return call.report(database.error());
    const backlog::ReleaseHistory history(**database, call.app.configuration().configuredDefault);
    const backlog::ReleaseFilter filter{.environment = call.onlyEnvironment()};
    backlog::ReleaseWindow window{.limit = PageSize};
    QJsonArray rows;
    for (bool more = true; more;) {
        const auto page = history.rows(filter, window, {}, call.stop);
        if (!page)
            return call.report(page.error());
        for (const backlog::ReleaseRow &release : *page) {
            const backlog::QueueRow &item = release.current;
            window.before = release.first;
            if (call.wantsJson())
                rows << QJsonObject{{u"release_ref"_s, release.releaseRef},
                                    {u"id"_s, item.id},
                                    {u"tipo"_s, item.type},
                                    {u"modo"_s, item.mode},
                                    {u"estado"_s, contract::toString(stateOf(item))},
                                    {u"ambiente"_s, item.environment},
                                    {u"atualizado_em"_s, toTimestamp(release.updatedAt)}};
            else
                call.streams.out << plain(release.releaseRef).leftJustified(19) << ' '
                                 << place(item.environment, item.type, item.mode) << standing(item) << '\n';
        }
        more = page->size() == PageSize;
    }
    if (call.wantsJson())
        call.print({{u"items"_s, rows}});
    return 0;
}

Synopsis ReleaseShowCommand::synopsis() const
{
    return {.name = u"release show"_s,
            .summary = u"Show the items of one release"_s,
            .text = u"Lists them, the newest first; with --environment only those of that one. When an approval waits "
                    u"it prints the manifest's digest, and the "
                    "command that approves exactly these bytes."_s,
            .arguments = refArgument(),
            .exitCodes = {{0, u"Done."_s}, {2, u"There is no such release, or the call is wrong."_s}, databaseAway()},
            .examples = {u"release show R-2026.11.3"_s}};
}

int ReleaseShowCommand::run(Call &call)
{
    const QString ref = call.positional().first();
    const auto backlog = call.app.backlog();
    if (!backlog)
        return call.report(backlog.error());
    const auto items = (*backlog)->list({.environment = call.onlyEnvironment(),
                                         .defaultEnvironment = call.app.configuration().configuredDefault,
                                         .releaseRef = ref,
                                         .limit = Most},
                                        call.stop);
    if (!items)
        return call.report(items.error());
    if (items->isEmpty())
        return call.report({ErrorCode::NotFound,
                            u"There is no release %1 in %2"_s.arg(
                                ref, call.onlyEnvironment().isEmpty() ? u"the backlog"_s : call.onlyEnvironment()),
                            {},
                            u"See release list"_s});
    QJsonArray rows;
    for (const BacklogItem &item : *items)
        rows << item.toJson();
    if (call.wantsJson()) {
        call.print({{u"release_ref"_s, ref}, {u"items"_s, rows}});
        return 0;
    }
    call.streams.out << "Release " << plain(ref) << '\n';
    for (const BacklogItem &item : *items) {
        call.streams.out << QString::number(item.id).rightJustified(6) << "  "
                         << place(item.environment(), item.type, item.mode) << standing(item) << '\n';
        if (item.type == contract::type::ApproveRelease && !item.isFinished()) {
            const QString manifest = plain(item.context["manifesto"_L1].toString());
            call.streams.out << "        waits for approval; manifest " << manifest << '\n'
                             << "        release approve " << ref << " --environment " << plain(item.environment())
                             << " --manifest " << manifest.left(12) << " --reason TEXT\n";
        }
    }
    return 0;
}

Synopsis ReleaseDecideCommand::synopsis() const
{
    Synopsis synopsis{
        .name = m_approve ? u"release approve"_s : u"release reject"_s,
        .summary = m_approve ? u"Approve a release for an environment"_s : u"Reject a release for an environment"_s,
        .text = u"The decision is bound to the bytes that were looked at: --manifest takes 12 or more digits of the "
                "digest that `release show` prints."_s,
        .arguments = refArgument(),
        .options = {{.name = u"manifest"_s,
                     .description = u"The manifest's digest, 12 digits or more."_s,
                     .value = u"DIGEST"_s},
                    {.name = u"reason"_s, .description = u"Why."_s, .value = u"TEXT"_s}},
        .exitCodes = {{0, u"The decision is recorded."_s},
                      {1, u"Refused: other bytes, not a second person, or somebody else decided first."_s},
                      {2, u"Nothing waits under that name, or the call is wrong."_s},
                      {3, u"The database or the repository is out of reach."_s}},
        .examples = {u"%1 R-2026.11.3 --environment producao --manifest 9f3c41d8a0b2 --reason \"…\""_s.arg(
            m_approve ? u"release approve"_s : u"release reject"_s)}};
    if (m_approve)
        synopsis.text +=
            u"\n\nIt must come from a second person, neither who requested the validation nor an author of "
            "the pinned commits. It inserts the implantar item, and expires after the environment's "
            "approval_valid_days."_s;
    else
        synopsis.text += u"\n\nThe reason needs at least 10 characters."_s;
    return synopsis;
}

int ReleaseDecideCommand::run(Call &call)
{
    for (const QString &option : {u"environment"_s, u"manifest"_s, u"reason"_s}) {
        if (!call.arguments.isSet(option))
            return call.misused(u"%1 needs --%2"_s.arg(call.command, option));
    }
    const auto approvals = call.app.approvals();
    if (!approvals)
        return call.report(approvals.error());
    const auto record = (*approvals)
                            ->decide({.releaseRef = call.positional().first(),
                                      .environment = call.environmentName(),
                                      .manifest = call.arguments.value(u"manifest"_s),
                                      .approved = m_approve,
                                      .reason = call.arguments.value(u"reason"_s)},
                                     call.actor, call.stop);
    if (!record)
        return call.report(record.error());
    if (call.wantsJson()) {
        call.print({{u"aprovacao"_s, record->approval.toJson()},
                    {u"implantacao"_s,
                     record->deployment ? QJsonValue(record->deployment->toJson()) : QJsonValue(QJsonValue::Null)}});
        return 0;
    }
    call.streams.out << "item " << record->approval.id << ": " << standing(record->approval) << '\n';
    if (record->deployment)
        call.streams.out << "item " << record->deployment->id << ": pendente, implantar for " << call.environmentName()
                         << '\n';
    return 0;
}

} // namespace pipeline::cli
