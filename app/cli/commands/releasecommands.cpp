// SPDX-License-Identifier: Apache-2.0
#include "releasecommands.h"

#include "models/timestamp.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace pipeline::cli {

using contract::BacklogItem;

namespace {

constexpr int Most = 1000;

QString describe(const BacklogItem &item)
{
    const QJsonObject result = item.result.value_or(QJsonObject());
    QString text = contract::toString(item.state);
    if (const QString decision = result["decisao"_L1].toString(); !decision.isEmpty())
        text = decision + u" by "_s + result["por"_L1].toString();
    if (const QString reason = result["motivo"_L1].toString(); !reason.isEmpty())
        text += u" – "_s + reason;
    return plain(text);
}

/// Environment, what it is, and how it stands.
QString placeOf(const BacklogItem &item)
{
    return plain(item.environment()).leftJustified(13) + u' ' + plain(item.type + u' ' + item.mode).leftJustified(27)
        + u' ' + describe(item);
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
            .text = u"Each release stands where its newest item stands: environment, tipo and modo, estado or "
                    "decision."_s,
            .exitCodes = {{0, u"Done, also when there is none."_s}, wrongCall(), databaseAway()},
            .examples = {u"release list"_s}};
}

int ReleaseListCommand::run(Call &call)
{
    const auto backlog = call.app.backlog();
    if (!backlog)
        return call.report(backlog.error());
    const auto items = (*backlog)->list({.limit = Most}, call.stop);
    if (!items)
        return call.report(items.error());
    QStringList seen;
    QJsonArray rows;
    for (const BacklogItem &item : *items) {
        if (item.releaseRef().isEmpty() || seen.contains(item.releaseRef()))
            continue;
        seen << item.releaseRef();
        rows << QJsonObject{{u"release_ref"_s, item.releaseRef()},
                            {u"id"_s, item.id},
                            {u"tipo"_s, item.type},
                            {u"modo"_s, item.mode},
                            {u"estado"_s, contract::toString(item.state)},
                            {u"ambiente"_s, item.environment()},
                            {u"atualizado_em"_s, toTimestamp(item.updatedAt)}};
        if (!call.wantsJson())
            call.streams.out << plain(item.releaseRef()).leftJustified(19) << ' ' << placeOf(item) << '\n';
    }
    if (call.wantsJson())
        call.print({{u"items"_s, rows}});
    return 0;
}

Synopsis ReleaseShowCommand::synopsis() const
{
    return {.name = u"release show"_s,
            .summary = u"Show the items of one release"_s,
            .text = u"Lists them, the newest first. When an approval waits it prints the manifest's digest, and the "
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
    const auto items = (*backlog)->list({.releaseRef = ref, .limit = Most}, call.stop);
    if (!items)
        return call.report(items.error());
    if (items->isEmpty())
        return call.report(
            {ErrorCode::NotFound, u"There is no release %1 in the backlog"_s.arg(ref), {}, u"See release list"_s});
    QJsonArray rows;
    for (const BacklogItem &item : *items)
        rows << item.toJson();
    if (call.wantsJson()) {
        call.print({{u"release_ref"_s, ref}, {u"items"_s, rows}});
        return 0;
    }
    call.streams.out << "Release " << plain(ref) << '\n';
    for (const BacklogItem &item : *items) {
        call.streams.out << QString::number(item.id).rightJustified(6) << "  " << placeOf(item) << '\n';
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
    call.streams.out << "item " << record->approval.id << ": " << describe(record->approval) << '\n';
    if (record->deployment)
        call.streams.out << "item " << record->deployment->id << ": pendente, implantar for " << call.environmentName()
                         << '\n';
    return 0;
}

} // namespace pipeline::cli
