// SPDX-License-Identifier: Apache-2.0
#include "journalexport.h"

#include "models/timestamp.h"
#include "store/database.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

#include <functional>

using namespace Qt::StringLiterals;
using pipeline::audit::Entry;
using pipeline::audit::Journal;

namespace pipeline::ui {

namespace {

constexpr int ExportPage = 1000;

QByteArray csvField(QString text)
{
    // Whoever inserts an item chooses some of these texts: a spreadsheet must not take them for a formula.
    if (!text.isEmpty() && u"=+-@\t\r"_s.contains(text.front()))
        text.prepend(u'\'');
    text.replace(u'"', u"\"\""_s);
    return u"\"%1\""_s.arg(text).toUtf8();
}

QByteArray csvLine(const QStringList &fields)
{
    QByteArrayList cells;
    for (const QString &field : fields)
        cells << csvField(field);
    return cells.join(',') + "\r\n";
}

QByteArray csvLine(const Entry &entry)
{
    return csvLine({QString::number(entry.id), toTimestamp(entry.at), entry.actor.name, entry.actor.account,
                    entry.guarantee, entry.actor.host, entry.actor.program, entry.act.what,
                    entry.act.item ? QString::number(*entry.act.item) : QString(), entry.act.releaseRef,
                    entry.act.environment, entry.act.manifest,
                    QString::fromUtf8(QJsonDocument(entry.act.details).toJson(QJsonDocument::Compact)), entry.previous,
                    entry.digest});
}

const QStringList &csvHeads()
{
    static const QStringList heads{u"id"_s,          u"at"_s,       u"actor"_s,   u"account"_s,  u"guarantee"_s,
                                   u"host"_s,        u"program"_s,  u"act"_s,     u"item"_s,     u"release_ref"_s,
                                   u"environment"_s, u"manifest"_s, u"details"_s, u"previous"_s, u"digest"_s};
    return heads;
}

Error fileError(const QSaveFile &file)
{
    return {ErrorCode::Storage, u"%1 cannot be written"_s.arg(file.fileName()), file.errorString(),
            u"Choose another folder, or make room on the disk"_s};
}

/// Opens \a fileName, lets \a fill write to it, and puts it in place once the export is recorded.
Result<qint64> writeRecorded(store::Database &database, const QString &fileName, const QString &format,
                             const Actor &actor, std::stop_token stop,
                             const std::function<Result<qint64>(QSaveFile &)> &fill)
{
    QSaveFile file(fileName);
    if (!file.open(QIODevice::WriteOnly))
        return fail(fileError(file));
    const auto number = fill(file);
    if (!number)
        return number;
    if (!file.flush() || file.error() != QFileDevice::NoError)
        return fail(fileError(file));
    const auto entry = Journal(database).record(
        actor,
        {.what = u"journal.exported"_s,
         .details = {{u"arquivo"_s, QFileInfo(fileName).fileName()}, {u"formato"_s, format}, {u"entradas"_s, *number}}},
        stop);
    if (!entry)
        return fail(entry.error());
    if (!file.commit())
        return fail(fileError(file));
    return number;
}

} // namespace

ExportFormat exportFormatOf(const QString &fileName)
{
    return fileName.endsWith(".json"_L1, Qt::CaseInsensitive) ? ExportFormat::Json : ExportFormat::Csv;
}

Result<qint64> exportJournal(store::Database &database, const audit::Filter &filter, const QString &fileName,
                             const Actor &actor, std::stop_token stop)
{
    const bool json = exportFormatOf(fileName) == ExportFormat::Json;
    return writeRecorded(database, fileName, json ? u"JSON"_s : u"CSV"_s, actor, stop,
                         [&](QSaveFile &file) -> Result<qint64> {
                             file.write(json ? QByteArray("[") : csvLine(csvHeads()));
                             audit::Filter page = filter;
                             page.limit = ExportPage;
                             page.beforeId = 0;
                             qint64 number = 0;
                             for (;;) {
                                 const auto entries = Journal(database).list(page, stop);
                                 if (!entries)
                                     return fail(entries.error());
                                 for (const Entry &entry : *entries) {
                                     file.write(json ? (number ? ",\n" : "\n")
                                                        + QJsonDocument(entry.toJson()).toJson(QJsonDocument::Compact)
                                                     : csvLine(entry));
                                     ++number;
                                 }
                                 if (entries->size() < ExportPage)
                                     break;
                                 page.beforeId = entries->last().id;
                             }
                             if (json)
                                 file.write("\n]\n");
                             return number;
                         });
}

Result<qint64> exportProof(store::Database &database, const audit::Verdict &verdict, const QString &fileName,
                           const Actor &actor, std::stop_token stop)
{
    return writeRecorded(database, fileName, u"JSON"_s, actor, stop, [&](QSaveFile &file) -> Result<qint64> {
        const qint64 broken = verdict.brokenAt.value_or(0);
        const auto entries = Journal(database).list({.beforeId = qMax<qint64>(1, broken + 2), .limit = 3}, stop);
        if (!entries)
            return fail(entries.error());
        QJsonArray array;
        for (const Entry &entry : *entries) {
            QJsonObject object = entry.toJson();
            object.insert("computed_digest"_L1, entry.computedDigest());
            array << object;
        }
        file.write(QJsonDocument(QJsonObject{{u"broken_at"_s, broken},
                                             {u"problem"_s, verdict.problem},
                                             {u"proven_entries"_s, verdict.entries},
                                             {u"entries"_s, array}})
                       .toJson());
        return qint64(entries->size());
    });
}

} // namespace pipeline::ui
