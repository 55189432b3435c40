// SPDX-License-Identifier: Apache-2.0
#include "backlogcommands.h"

#include "models/contract/approval.h"
#include "models/contract/jsonreader.h"
#include "models/contract/pipelinecontext.h"
#include "models/timestamp.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <climits>

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
                    error.error == QJsonParseError::NoError
                        ? QString()
                        : u"%1 at byte %2"_s.arg(error.errorString()).arg(error.offset),
                    u"Write {\"tipo\": …, \"modo\": …, \"contexto\": {…}}"_s);
    return document.object();
}

/// Whether an item of ours can be carried out. Other systems' items are theirs to check.
Result<void> checkContext(const contract::NewItem &item)
{
    if (item.type == contract::type::ExecutePipeline)
        return contract::PipelineContext::fromJson(item.context, item.mode).transform([](const auto &) {});
    if (item.type == contract::type::ApproveRelease)
        return contract::ApprovalRequest::fromJson(item.context).transform([](const auto &) {});
    return {};
}

/// The item that \a object describes. An executar_pipeline that names no environment is for \a environment.
Result<contract::NewItem> itemFrom(const QJsonObject &object, const QString &environment)
{
    static const QStringList known{u"tipo"_s, u"modo"_s, u"contexto"_s, u"prioridade"_s, u"chave_idempotencia"_s};
    contract::JsonReader reader(object, u"item"_s);
    contract::NewItem item;
    item.type = reader.text("tipo"_L1);
    item.mode = reader.optionalText("modo"_L1);
    item.idempotencyKey = reader.optionalText("chave_idempotencia"_L1);
    item.context = object["contexto"_L1].toObject();
    if (!object["contexto"_L1].isObject())
        reader.problem("contexto"_L1, u"must be an object"_s);
    const double priority = reader.numberOrNull("prioridade"_L1).value_or(0);
    item.priority = int(std::clamp<double>(priority, INT_MIN, INT_MAX));
    if (item.priority != priority)
        reader.problem("prioridade"_L1, u"must be a whole number"_s);
    for (const QString &key : object.keys())
        if (!known.contains(key))
            reader.problem(QLatin1StringView(key.toLatin1()), u"is not a field that a producer gives"_s);
    if (const auto valid = reader.check(u"The item"_s); !valid)
        return fail(valid.error());
    if (item.type == contract::type::ExecutePipeline && !environment.isEmpty()
        && item.context["ambiente"_L1].toString(u""_s).isEmpty())
        item.context["ambiente"_L1] = environment;
    if (const auto valid = checkContext(item); !valid)
        return fail(valid.error());
    return item;
}

QList<Argument> idArgument()
{
    return {{u"ID"_s, u"The item's id; `backlog list` shows them."_s}};
}

/// The one positional argument as an item's id.
Result<qint64> idFrom(const Call &call)
{
    bool numeric = false;
    const qint64 id = call.positional().first().toLongLong(&numeric);
    if (!numeric || id < 1)
        return fail(ErrorCode::InvalidInput, u"\"%1\" is not an item's id, a number"_s.arg(call.positional().first()),
                    {}, u"`backlog list` shows the ids"_s);
    return id;
}

QString rowOf(const BacklogItem &item)
{
    return QString::number(item.id).rightJustified(6) + u"  "_s + contract::toString(item.state).leftJustified(11)
        + plain(item.type).leftJustified(20) + u' ' + plain(item.mode).leftJustified(9) + u' '
        + plain(item.releaseRef()).leftJustified(17) + u' ' + plain(item.environment()).leftJustified(13) + u' '
        + toTimestamp(item.createdAt);
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
                     << (item->cancelRequestedBy.isEmpty() || item->isFinished() ? QString() : u", asked to stop"_s)
                     << '\n';
    return 0;
}

} // namespace

Synopsis BacklogAddCommand::synopsis() const
{
    return {.name = u"backlog add"_s,
            .summary = u"Insert one item, read as JSON"_s,
            .text = u"The item is {\"tipo\", \"modo\"?, \"contexto\", \"prioridade\"?, \"chave_idempotencia\"?}. Items "
                    "of executar_pipeline and aprovar_release are checked before they are inserted; other systems' "
                    "items are theirs to check.\n\nWith --environment an executar_pipeline item that names no "
                    "ambiente is for that one.\n\nAn item with a chave_idempotencia that exists already is not "
                    "inserted again: its row "
                    "is shown."_s,
            .arguments = {{u"FILE"_s, u"What to read; - or nothing: standard input."_s, Argument::Number::AtMostOne}},
            .exitCodes = {{0, u"The item is in the backlog."_s}, wrongCall(), databaseAway()},
            .examples = {u"backlog add release.json"_s, u"--by PROMETHEUS backlog add - < release.json"_s}};
}

int BacklogAddCommand::run(Call &call)
{
    const auto object = readJson(call, call.positional().value(0));
    const auto item = object ? itemFrom(*object, call.onlyEnvironment())
                             : Result<contract::NewItem>(fail(object.error()));
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

Synopsis BacklogListCommand::synopsis() const
{
    return {.name = u"backlog list"_s,
            .summary = u"List items, the newest first"_s,
            .text = u"A line has id, estado, tipo, modo, release_ref, ambiente and when the item was inserted. With "
                    "--environment only the items of that one are listed. With --format json each row has all columns "
                    "of the backlog."_s,
            .options = {{.name = u"tipo"_s, .description = u"Of this tipo only."_s, .value = u"T"_s},
                        {.name = u"estado"_s,
                         .description = u"In this estado only."_s,
                         .value = u"E"_s,
                         .choices = {u"pendente"_s, u"executando"_s, u"concluido"_s, u"falhou"_s, u"cancelado"_s}},
                        {.name = u"release"_s, .description = u"Of this release only."_s, .value = u"R"_s},
                        {.name = u"limit"_s,
                         .description = u"At most so many items."_s,
                         .value = u"N"_s,
                         .fallback = u"100"_s,
                         .range = {{1, 100000}}}},
            .exitCodes = {{0, u"Done, also when the list is empty."_s}, wrongCall(), databaseAway()},
            .examples = {u"backlog list --tipo aprovar_release --estado pendente"_s}};
}

int BacklogListCommand::run(Call &call)
{
    backlog::Query query;
    if (call.arguments.isSet(u"tipo"_s))
        query.types << call.arguments.value(u"tipo"_s);
    if (const auto state = contract::itemStateFrom(call.arguments.value(u"estado"_s)))
        query.states << *state;
    query.releaseRef = call.arguments.value(u"release"_s);
    query.environment = call.onlyEnvironment();
    query.defaultEnvironment = call.app.configuration().configuredDefault;
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
        call.streams.out << rowOf(item) << '\n';
    return 0;
}

Synopsis BacklogShowCommand::synopsis() const
{
    return {.name = u"backlog show"_s,
            .summary = u"Show one item whole"_s,
            .text = u"Prints the row as a JSON document, in either format, with the column names of the backlog."_s,
            .arguments = idArgument(),
            .exitCodes = {{0, u"Done."_s}, {2, u"There is no such item, or the call is wrong."_s}, databaseAway()},
            .examples = {u"backlog show 42"_s}};
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

Synopsis BacklogRetryCommand::synopsis() const
{
    return {.name = u"backlog retry"_s,
            .summary = u"Make a failed or cancelled item pending again"_s,
            .text = u"Its attempts go on counting, and three more are allowed. What an earlier attempt has done is not "
                    "done again: the engine and the repository are asked first."_s,
            .arguments = idArgument(),
            .exitCodes = {{0, u"The item is pending."_s},
                          {1, u"It is not failed or cancelled, or not an executar_pipeline item."_s},
                          {2, u"There is no such item, or the call is wrong."_s},
                          databaseAway()},
            .examples = {u"backlog retry 42"_s}};
}

int BacklogRetryCommand::run(Call &call)
{
    return onItem(call, [&](backlog::Backlog &backlog, qint64 id) { return backlog.retry(id, call.actor, call.stop); });
}

Synopsis BacklogCancelCommand::synopsis() const
{
    return {.name = u"backlog cancel"_s,
            .summary = u"Cancel a pending or running item"_s,
            .text = u"A pending item ends at once. The runner of a running one is asked to stop, and ends it as "
                    "cancelado; what it has deployed by then stays."_s,
            .arguments = idArgument(),
            .exitCodes = {{0, u"The item is cancelled, or its runner is asked to stop."_s},
                          {1, u"It has ended already, or belongs to another system."_s},
                          {2, u"There is no such item, or the call is wrong."_s},
                          databaseAway()},
            .examples = {u"backlog cancel 42"_s}};
}

int BacklogCancelCommand::run(Call &call)
{
    return onItem(call,
                  [&](backlog::Backlog &backlog, qint64 id) { return backlog.cancel(id, call.actor, call.stop); });
}

} // namespace pipeline::cli
