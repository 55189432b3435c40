// SPDX-License-Identifier: Apache-2.0
#include "entrywords.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <functional>

using namespace Qt::StringLiterals;
using pipeline::audit::Entry;

namespace pipeline::ui {

namespace {

struct AuditWords {
    Q_DECLARE_TR_FUNCTIONS(Audit)
};

QString detail(const Entry &entry, QLatin1StringView key)
{
    return entry.act.details[key].toString();
}

QString withReason(const QString &text, const Entry &entry)
{
    const QString reason = detail(entry, "motivo"_L1);
    return reason.isEmpty() ? text + u'.' : u"%1. “%2”"_s.arg(text, reason);
}

EntryLook completed(const Entry &entry)
{
    const QString state = detail(entry, "estado"_L1);
    const bool deployment = audit::kindOf(entry.act) == audit::Kind::Deployment;
    if (state == "falhou"_L1)
        return {u"fail"_s, u"fail"_s,
                withReason(deployment ? AuditWords::tr("Deployment failed") : AuditWords::tr("Failed"), entry)};
    if (state == "cancelado"_L1)
        return {u"cancel"_s, u"idle"_s, withReason(AuditWords::tr("Run cancelled"), entry)};
    return {u"ok"_s, u"okay"_s,
            deployment ? AuditWords::tr("Deployed and verified") : AuditWords::tr("Done, without errors")};
}

EntryLook deployed(const Entry &entry)
{
    const auto number = [&](QLatin1StringView key) { return int(entry.act.details[key].toArray().size()); };
    QString text = AuditWords::tr("%1 deployed: %2")
                       .arg(detail(entry, "produto"_L1),
                            AuditWords::tr("%n definitions", nullptr, number("definicoes"_L1)));
    if (const int unchanged = number("inalterados"_L1))
        text += AuditWords::tr(", %n files not sent", nullptr, unchanged);
    return {u"deploy"_s, u"textSecondary"_s, text};
}

using Telling = std::function<EntryLook(const Entry &)>;

/// What is said of each act that we know.
const QHash<QString, Telling> &knownActs()
{
    const auto plain = [](const QString &icon, const QString &tone, const char *text) -> Telling {
        return [=](const Entry &entry) { return EntryLook{icon, tone, withReason(AuditWords::tr(text), entry)}; };
    };
    const auto named = [](const QString &icon, const char *text, QLatin1StringView key) -> Telling {
        return [=](const Entry &entry) {
            const QString name = detail(entry, key);
            return EntryLook{icon, u"textSecondary"_s,
                             AuditWords::tr(text).arg(name.isEmpty() ? entry.act.environment : name)};
        };
    };
    static const QHash<QString, Telling> acts{
        {u"release.approved"_s, plain(u"approve"_s, u"okay"_s, QT_TRANSLATE_NOOP("Audit", "Approved"))},
        {u"release.rejected"_s, plain(u"cancel"_s, u"fail"_s, QT_TRANSLATE_NOOP("Audit", "Rejected"))},
        {u"item.claimed"_s,
         [](const Entry &entry) {
             return EntryLook{u"run"_s, u"run"_s,
                              AuditWords::tr("Taken, attempt %1").arg(entry.act.details["tentativa"_L1].toInt())};
         }},
        {u"item.inserted"_s,
         [](const Entry &entry) {
             const QString mode = detail(entry, "modo"_L1);
             return EntryLook{
                 u"plus"_s, u"idle"_s,
                 AuditWords::tr("Inserted %1").arg(detail(entry, "tipo"_L1) + (mode.isEmpty() ? mode : u' ' + mode))};
         }},
        {u"item.completed"_s, completed},
        {u"item.abandoned"_s,
         plain(u"fail"_s, u"fail"_s, QT_TRANSLATE_NOOP("Audit", "Given up after the last attempt"))},
        {u"item.postponed"_s, plain(u"clock"_s, u"wait"_s, QT_TRANSLATE_NOOP("Audit", "Postponed"))},
        {u"item.cancelled"_s, plain(u"cancel"_s, u"idle"_s, QT_TRANSLATE_NOOP("Audit", "Cancelled"))},
        {u"item.cancel-requested"_s, plain(u"stop"_s, u"idle"_s, QT_TRANSLATE_NOOP("Audit", "Cancelling asked for"))},
        {u"item.retried"_s, plain(u"refresh"_s, u"textSecondary"_s, QT_TRANSLATE_NOOP("Audit", "Retry ordered"))},
        {u"deployment.created"_s, deployed},
        {u"deployment.refused"_s,
         plain(u"fail"_s, u"fail"_s, QT_TRANSLATE_NOOP("Audit", "The engine refused the deployment"))},
        {u"workers.pushed"_s,
         [](const Entry &entry) {
             return EntryLook{u"branch"_s, u"textSecondary"_s,
                              AuditWords::tr("Workers pushed: %1 to %2")
                                  .arg(detail(entry, "commit"_L1).left(7), detail(entry, "branch"_L1))};
         }},
        {u"workers.already-there"_s,
         [](const Entry &entry) {
             return EntryLook{u"branch"_s, u"textSecondary"_s,
                              AuditWords::tr("Workers were there already: %1 on %2")
                                  .arg(detail(entry, "commit"_L1).left(7), detail(entry, "branch"_L1))};
         }},
        {u"workers.restart-asked"_s,
         plain(u"refresh"_s, u"textSecondary"_s, QT_TRANSLATE_NOOP("Audit", "Restart of the workers asked for"))},
        {u"credential.set"_s,
         named(u"key"_s, QT_TRANSLATE_NOOP("Audit", "Secret %1 saved in the keychain"), "credencial"_L1)},
        {u"credential.removed"_s,
         named(u"key"_s, QT_TRANSLATE_NOOP("Audit", "Secret %1 removed from the keychain"), "credencial"_L1)},
        {u"environment.added"_s, named(u"server"_s, QT_TRANSLATE_NOOP("Audit", "Environment %1 added"), {})},
        {u"environment.changed"_s, named(u"server"_s, QT_TRANSLATE_NOOP("Audit", "Environment %1 changed"), {})},
        {u"environment.removed"_s, named(u"server"_s, QT_TRANSLATE_NOOP("Audit", "Environment %1 removed"), {})},
        {u"runner.changed"_s,
         [](const Entry &entry) {
             QStringList names;
             for (const QJsonValue &name : entry.act.details["ambientes"_L1].toArray())
                 names << name.toString();
             return EntryLook{u"run"_s, u"textSecondary"_s,
                              names.isEmpty() ? AuditWords::tr("The runner may deploy nowhere")
                                              : AuditWords::tr("The runner may deploy to %1").arg(names.join(u", "_s))};
         }},
        {u"journal.exported"_s,
         [](const Entry &entry) {
             return EntryLook{
                 u"open"_s, u"textSecondary"_s,
                 AuditWords::tr("%n entries exported as %1", nullptr, int(entry.act.details["entradas"_L1].toInteger()))
                     .arg(detail(entry, "formato"_L1))};
         }},
        {u"journal.explained"_s,
         [](const Entry &entry) {
             return EntryLook{
                 u"info"_s, u"wait"_s,
                 withReason(
                     AuditWords::tr("Break at entry %1 explained").arg(entry.act.details["entrada"_L1].toInteger()),
                     entry)};
         }},
    };
    return acts;
}

} // namespace

EntryLook entryLook(const Entry &entry)
{
    const auto words = knownActs().constFind(entry.act.what);
    if (words == knownActs().cend())
        return {u"file"_s, u"textSecondary"_s, withReason(entry.act.what, entry)};
    return (*words)(entry);
}

QString kindName(audit::Kind kind)
{
    switch (kind) {
    case audit::Kind::Decision:
        return AuditWords::tr("Decisions");
    case audit::Kind::Deployment:
        return AuditWords::tr("Deployments");
    case audit::Kind::Settings:
        return AuditWords::tr("Settings and access");
    case audit::Kind::Item:
        break;
    }
    return AuditWords::tr("Items");
}

QString tableDigest(const QString &digest)
{
    if (digest.isEmpty())
        return u"—"_s;
    return digest.size() < 12 ? digest : u"%1 %2 … %3"_s.arg(digest.left(4), digest.mid(4, 4), digest.right(4));
}

QString entryReport(const Entry &entry)
{
    return QString::fromUtf8(QJsonDocument(entry.toJson()).toJson(QJsonDocument::Indented));
}

} // namespace pipeline::ui
