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
    return text;
}

void declareRef(QCommandLineParser &parser)
{
    parser.addPositionalArgument(u"ref"_s, u"The release_ref."_s, u"REF"_s);
}

} // namespace

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
            call.streams.out << item.releaseRef().leftJustified(20) << item.environment().leftJustified(14)
                             << (item.type + u' ' + item.mode).leftJustified(30) << describe(item) << '\n';
    }
    if (call.wantsJson())
        call.print({{u"items"_s, rows}});
    return 0;
}

void ReleaseShowCommand::declare(QCommandLineParser &parser) const
{
    declareRef(parser);
}

int ReleaseShowCommand::run(Call &call)
{
    if (call.positional().size() != 1)
        return call.misused(u"release show needs one release_ref"_s);
    const QString ref = call.positional().first();
    const auto backlog = call.app.backlog();
    if (!backlog)
        return call.report(backlog.error());
    const auto items = (*backlog)->list({.releaseRef = ref, .limit = Most}, call.stop);
    if (!items)
        return call.report(items.error());
    if (items->isEmpty())
        return call.report({ErrorCode::NotFound, u"There is no release %1 in the backlog"_s.arg(ref), {}, u"See release list"_s});
    QJsonArray rows;
    for (const BacklogItem &item : *items)
        rows << item.toJson();
    if (call.wantsJson()) {
        call.print({{u"release_ref"_s, ref}, {u"items"_s, rows}});
        return 0;
    }
    call.streams.out << "Release " << ref << '\n';
    for (const BacklogItem &item : *items) {
        call.streams.out << QString::number(item.id).rightJustified(6) << "  " << (item.type + u' ' + item.mode).leftJustified(28)
                         << item.environment().leftJustified(14) << describe(item) << '\n';
        if (item.type == contract::type::ApproveRelease && !item.isFinished()) {
            const QString manifest = item.context["manifesto"_L1].toString();
            call.streams.out << "        waits for approval; manifest " << manifest << '\n'
                             << "        release approve " << ref << " --environment " << item.environment() << " --manifest "
                             << manifest.left(12) << " --reason TEXT\n";
        }
    }
    return 0;
}

QString ReleaseDecideCommand::summary() const
{
    return m_approve ? u"Approve a release for an environment"_s : u"Reject a release for an environment"_s;
}

QString ReleaseDecideCommand::help() const
{
    return u"The decision is bound to the bytes that were looked at: --manifest takes 12 or more digits of the digest\n"
           "that `release show` prints. An approval must come from a second person, neither who requested the\n"
           "validation nor an author of the pinned commits."_s;
}

void ReleaseDecideCommand::declare(QCommandLineParser &parser) const
{
    declareRef(parser);
    parser.addOptions({{u"manifest"_s, u"At least 12 digits of the manifest's digest."_s, u"DIGEST"_s},
                       {u"reason"_s, u"Why."_s, u"TEXT"_s}});
}

int ReleaseDecideCommand::run(Call &call)
{
    if (call.positional().size() != 1)
        return call.misused(name() + u" needs one release_ref"_s);
    for (const QString &option : {u"environment"_s, u"manifest"_s, u"reason"_s}) {
        if (!call.arguments.isSet(option))
            return call.misused(u"%1 needs --%2"_s.arg(name(), option));
    }
    const auto approvals = call.app.approvals(call.stop);
    if (!approvals)
        return call.report(approvals.error());
    const auto record = (*approvals)->decide({.releaseRef = call.positional().first(),
                                              .environment = call.environmentName(),
                                              .manifest = call.arguments.value(u"manifest"_s),
                                              .approved = m_approve,
                                              .reason = call.arguments.value(u"reason"_s)},
                                             call.actor, call.stop);
    if (!record)
        return call.report(record.error());
    if (call.wantsJson()) {
        call.print({{u"aprovacao"_s, record->approval.toJson()},
                    {u"implantacao"_s, record->deployment ? QJsonValue(record->deployment->toJson()) : QJsonValue(QJsonValue::Null)}});
        return 0;
    }
    call.streams.out << "item " << record->approval.id << ": " << describe(record->approval) << '\n';
    if (record->deployment)
        call.streams.out << "item " << record->deployment->id << ": pendente, implantar for " << call.environmentName() << '\n';
    return 0;
}

} // namespace pipeline::cli
