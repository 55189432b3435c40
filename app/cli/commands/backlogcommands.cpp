// SPDX-License-Identifier: Apache-2.0
#include "backlogcommands.h"

#include "models/contract/pipelinecontext.h"
#include "models/timestamp.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace pipeline::cli {

using contract::BacklogItem;

namespace {

Result<QJsonObject> readJson(Call &call, const QString &source)
{
    QByteArray bytes;
    if (source.isEmpty() || source == "-"_L1) {
        bytes = call.streams.in.readAll();
    } else {
        QFile file(source);
        if (!file.open(QIODevice::ReadOnly))
            return fail(ErrorCode::InvalidInput, u"The file %1 cannot be read"_s.arg(source), file.errorString());
        bytes = file.readAll();
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (!document.isObject())
        return fail(ErrorCode::InvalidInput, u"The item is not a JSON object"_s,
                    error.error == QJsonParseError::NoError ? QString() : u"%1 at byte %2"_s.arg(error.errorString()).arg(error.offset),
                    u"Write {\"tipo\": …, \"modo\": …, \"contexto\": {…}}"_s);
    return document.object();
}

Result<contract::NewItem> itemFrom(const QJsonObject &object)
{
    contract::NewItem item;
    item.type = object["tipo"_L1].toString();
    item.mode = object["modo"_L1].toString();
    item.context = object["contexto"_L1].toObject();
    item.priority = object["prioridade"_L1].toInt();
    item.idempotencyKey = object["chave_idempotencia"_L1].toString();
    if (item.type.isEmpty() || !object["contexto"_L1].isObject())
        return fail(ErrorCode::InvalidInput, u"The item needs tipo, a text, and contexto, an object"_s);
    // Other systems' items are theirs to check.
    if (item.type == contract::type::ExecutePipeline) {
        if (const auto context = contract::PipelineContext::fromJson(item.context, item.mode); !context)
            return fail(context.error());
    }
    return item;
}

/// The one positional argument as an item's id.
Result<qint64> idFrom(const Call &call)
{
    bool numeric = false;
    const QStringList words = call.positional();
    const qint64 id = words.isEmpty() ? 0 : words.first().toLongLong(&numeric);
    if (words.size() != 1 || !numeric || id < 1)
        return fail(ErrorCode::InvalidInput, u"One item id is needed, a number"_s, {}, u"`backlog list` shows the ids"_s);
    return id;
}

void declareId(QCommandLineParser &parser)
{
    parser.addPositionalArgument(u"id"_s, u"The item's id."_s, u"ID"_s);
}

int show(const Call &call, const BacklogItem &item)
{
    call.print(item.toJson());
    return 0;
}

/// Runs \a act on the item that the call names, and shows what it is then.
template<class F>
int onItem(Call &call, F &&act)
{
    const auto id = idFrom(call);
    if (!id)
        return call.report(id.error());
    const auto backlog = call.app.backlog();
    if (!backlog)
        return call.report(backlog.error());
    const Result<BacklogItem> item = act(**backlog, *id);
    if (!item)
        return call.report(item.error());
    if (call.wantsJson())
        return show(call, *item);
    call.streams.out << "item " << item->id << ": " << contract::toString(item->state)
                     << (item->cancelRequestedBy.isEmpty() || item->isFinished() ? QString() : u", asked to stop"_s) << '\n';
    return 0;
}

} // namespace

QString BacklogAddCommand::help() const
{
    return u"The item is {\"tipo\", \"modo\"?, \"contexto\", \"prioridade\"?, \"chave_idempotencia\"?}. An item with a "
           "chave_idempotencia that exists already is not inserted again: its row is shown."_s;
}

void BacklogAddCommand::declare(QCommandLineParser &parser) const
{
    parser.addPositionalArgument(u"file"_s, u"File to read; - or nothing: standard input."_s, u"[FILE]"_s);
}

int BacklogAddCommand::run(Call &call)
{
    const auto object = readJson(call, call.positional().value(0));
    const auto item = object ? itemFrom(*object) : Result<contract::NewItem>(fail(object.error()));
    if (!item)
        return call.report(item.error());
    const auto backlog = call.app.backlog();
    if (!backlog)
        return call.report(backlog.error());
    const auto inserted = (*backlog)->insert(*item, call.actor, call.stop);
    if (!inserted)
        return call.report(inserted.error());
    if (call.wantsJson())
        return show(call, *inserted);
    call.streams.out << "item " << inserted->id << ": " << contract::toString(inserted->state) << '\n';
    return 0;
}

void BacklogListCommand::declare(QCommandLineParser &parser) const
{
    parser.addOptions({{u"tipo"_s, u"Of this tipo only."_s, u"T"_s},
                       {u"estado"_s, u"In this estado only."_s, u"E"_s},
                       {u"release"_s, u"Of this release only."_s, u"R"_s},
                       {u"limit"_s, u"At most so many."_s, u"N"_s, u"100"_s}});
}

int BacklogListCommand::run(Call &call)
{
    backlog::Query query;
    if (call.arguments.isSet(u"tipo"_s))
        query.types << call.arguments.value(u"tipo"_s);
    if (call.arguments.isSet(u"estado"_s)) {
        const auto state = contract::itemStateFrom(call.arguments.value(u"estado"_s));
        if (!state)
            return call.misused(u"--estado must be pendente, executando, concluido, falhou or cancelado"_s);
        query.states << *state;
    }
    query.releaseRef = call.arguments.value(u"release"_s);
    query.limit = call.arguments.value(u"limit"_s).toInt();
    const auto backlog = call.app.backlog();
    if (!backlog)
        return call.report(backlog.error());
    const auto items = (*backlog)->list(query, call.stop);
    if (!items)
        return call.report(items.error());
    if (call.wantsJson()) {
        QJsonArray array;
        for (const BacklogItem &item : *items)
            array << item.toJson();
        call.print({{u"items"_s, array}});
        return 0;
    }
    for (const BacklogItem &item : *items)
        call.streams.out << QString::number(item.id).rightJustified(6) << "  " << contract::toString(item.state).leftJustified(11)
                         << item.type.leftJustified(20) << item.mode.leftJustified(10) << item.releaseRef().leftJustified(18)
                         << item.environment().leftJustified(14) << toTimestamp(item.createdAt) << '\n';
    return 0;
}

void BacklogShowCommand::declare(QCommandLineParser &parser) const
{
    declareId(parser);
}

int BacklogShowCommand::run(Call &call)
{
    const auto id = idFrom(call);
    if (!id)
        return call.report(id.error());
    const auto backlog = call.app.backlog();
    if (!backlog)
        return call.report(backlog.error());
    const auto item = (*backlog)->item(*id, call.stop);
    return item ? show(call, *item) : call.report(item.error());
}

void BacklogRetryCommand::declare(QCommandLineParser &parser) const
{
    declareId(parser);
}

int BacklogRetryCommand::run(Call &call)
{
    return onItem(call, [&](backlog::Backlog &backlog, qint64 id) { return backlog.retry(id, call.actor, call.stop); });
}

void BacklogCancelCommand::declare(QCommandLineParser &parser) const
{
    declareId(parser);
}

int BacklogCancelCommand::run(Call &call)
{
    return onItem(call, [&](backlog::Backlog &backlog, qint64 id) { return backlog.cancel(id, call.actor, call.stop); });
}

} // namespace pipeline::cli
