// SPDX-License-Identifier: Apache-2.0
#include "workersupdate.h"

#include "pipeline/stages/workerhealth.h"
#include "process/foldercopy.h"
#include "store/database.h"

#include <QDir>
#include <QDirIterator>

using namespace Qt::StringLiterals;

namespace pipeline::runner {

namespace {

constexpr auto RestartLimit = std::chrono::minutes(1);
constexpr auto CopyLimit = std::chrono::minutes(5);

/// The folders of \a checkout that have a package.json, relative to it.
QStringList packagesIn(const QString &checkout)
{
    QStringList packages;
    QDirIterator files(checkout, {u"package.json"_s}, QDir::Files | QDir::NoSymLinks, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = QDir(checkout).relativeFilePath(files.next());
        if (!path.split(u'/').contains("node_modules"_L1))
            packages << (path.contains(u'/') ? path.section(u'/', 0, -2) : u"."_s);
    }
    packages.sort();
    return packages;
}

Result<void> moveFolder(const QString &from, const QString &to)
{
    if (!QDir().mkpath(QFileInfo(to).path()) || !QDir().rename(from, to))
        return fail(ErrorCode::Storage, u"%1 could not be moved to %2"_s.arg(from, to));
    return {};
}

/// Puts \a fresh into \a place, and what is there to \a before.
Result<void> exchange(const QString &place, const QString &fresh, const QString &before)
{
    // An attempt that was cut off here has put the ones to go back to aside already.
    if (QFileInfo::exists(before))
        QDir(place).removeRecursively();
    else if (QFileInfo::exists(place)) {
        if (const auto aside = moveFolder(place, before); !aside)
            return aside;
    }
    return moveFolder(fresh, place);
}

/// Undoes exchange(), if it came to that.
Result<void> putBack(const QString &place, const QString &fresh, const QString &before)
{
    const bool hadSome = QFileInfo::exists(before);
    if (hadSome || !QFileInfo::exists(fresh))
        QDir(place).removeRecursively();
    return hadSome ? moveFolder(before, place) : Result<void>();
}

/// The update of this item that was begun earlier, or the one that begins now.
Result<events::Effect> begin(events::EffectLedger &ledger, const Update &update, const QString &commit,
                             const QString &before)
{
    const auto effects = ledger.list(update.item.id, update.stop);
    if (!effects)
        return fail(effects.error());
    for (const events::Effect &effect : *effects) {
        if (effect.kind == "update"_L1 && effect.intent["commit"_L1] == commit)
            return effect;
    }
    return ledger.intend(update.claim, u"update"_s, contract::toString(update.order.target),
                         {{u"commit"_s, commit}, {u"anterior"_s, before}}, update.stop);
}

} // namespace

WorkersUpdate::WorkersUpdate(store::Database &database, http::Client &http, repository::Mirror &mirror,
                             const workers::WorkerChecks &checks, const configuration::Repository &repository,
                             QString cacheFolder)
    : m_database(database),
      m_http(http),
      m_mirror(mirror),
      m_checks(checks),
      m_repository(repository),
      m_cacheFolder(std::move(cacheFolder))
{}

Result<Updated> WorkersUpdate::run(Update &update) const
{
    if (m_repository.restart.isEmpty())
        return fail(ErrorCode::InvalidInput, u"The workers cannot be restarted"_s,
                    u"[repositories.workers] has no `restart`"_s,
                    u"For example: restart = [\"pm2\", \"restart\", \"0\"]"_s);
    const auto commit = commitOf(update, m_mirror);
    if (!commit)
        return fail(commit.error());
    if (const auto allowed = requireAllowed(update, *commit); !allowed)
        return fail(allowed.error());
    repository::Clone clone(m_repository.clone, m_mirror);
    const auto head = clone.head(update.stop);
    const auto past = clone.isPast(*commit, update.stop);
    if (!head || !past)
        return fail(!head ? head.error() : past.error());
    if (*past)
        return Updated{.reason = u"The clone is at %1, which has %2 behind it"_s.arg(head->left(12), commit->left(12)),
                       .commit = *commit,
                       .before = *head};

    const QString folder = clone.ownFolder() + u'/' + QString::number(update.item.id);
    const auto modules = stageModules(update, *commit, folder);
    if (!modules)
        return fail(modules.error());
    events::EffectLedger ledger(m_database);
    const auto effect = begin(ledger, update, *commit, *head);
    if (!effect)
        return fail(effect.error());
    update.checkpoint("update-intended"_L1);
    Updated updated{.commit = *commit, .before = effect->intent["anterior"_L1].toString()};
    update.info(u"git"_s, u"%1 from %2 to %3"_s.arg(clone.folder(), updated.before.left(12), commit->left(12)));
    if (const auto forward = clone.fastForward(*commit, update.stop); !forward)
        return fail(forward.error());
    update.checkpoint("clone-forwarded"_L1);

    Result<void> exchanged;
    for (const Modules &each : *modules)
        exchanged = exchanged.and_then([&] { return exchange(each.place, each.fresh, each.before); });
    const auto wrong = exchanged.and_then([&] { return restart(update, update.stop); });
    updated.success = wrong && wrong->isEmpty(); // a stop that comes after it does not undo it
    if (!updated.success) {
        const QString cancelledBy = update.lease.cancelledBy();
        if (update.stop.stop_requested() && cancelledBy.isEmpty())
            return fail(ErrorCode::Cancelled, u"The update was stopped"_s); // and the next attempt goes on
        updated.reason = !cancelledBy.isEmpty() ? u"Cancelled by %1."_s.arg(cancelledBy)
            : wrong                             ? *wrong
                                                : wrong.error().text();
        auto back = clone.goBack(updated.before, {});
        for (const Modules &each : *modules)
            back = back.and_then([&] { return putBack(each.place, each.fresh, each.before); });
        const auto still = back.and_then([&] { return restart(update, {}); });
        const QString problem = still ? *still : still.error().text();
        updated.reason += problem.isEmpty()
            ? u" The workers run %1 again."_s.arg(updated.before.left(12))
            : u" Going back to %1 did not help: %2"_s.arg(updated.before.left(12), problem);
    }
    const QJsonObject record{{u"commit"_s, *commit}, {u"anterior"_s, updated.before}, {u"motivo"_s, updated.reason}};
    const auto answered = ledger.answer(update.claim, *effect, record,
                                        {.what = updated.success ? u"server.updated"_s : u"server.update-failed"_s,
                                         .item = update.item.id,
                                         .releaseRef = {},
                                         .environment = update.environment.name,
                                         .manifest = {},
                                         .details = record},
                                        {});
    if (!answered)
        return fail(answered.error());
    QDir(clone.ownFolder()).removeRecursively();
    return updated;
}

/// A push to the branch must not slip code into an environment that nobody allowed there.
Result<void> WorkersUpdate::requireAllowed(const Update &update, const QString &commit) const
{
    if (update.environment.policy == Policy::None)
        return {};
    const auto pushed = events::EffectLedger(m_database).wasPushed(commit, update.environment.name, update.stop);
    if (!pushed)
        return fail(pushed.error());
    if (*pushed)
        return {};
    return fail(ErrorCode::Refused, u"The workers were not updated to %1"_s.arg(commit.left(12)),
                u"no release that was deployed to %1 carries this commit"_s.arg(update.environment.name),
                u"Put a release with it on the backlog"_s);
}

Result<QList<WorkersUpdate::Modules>> WorkersUpdate::stageModules(Update &update, const QString &commit,
                                                                  const QString &folder) const
{
    const QString checkouts = m_cacheFolder + u"/checkouts"_s;
    QDir().mkpath(checkouts);
    const QTemporaryDir checkout(checkouts + u"/update-%1-XXXXXX"_s.arg(update.item.id));
    if (!checkout.isValid())
        return fail(ErrorCode::Storage, u"A folder for the workers' checkout cannot be made in %1"_s.arg(checkouts),
                    checkout.errorString());
    if (const auto done = m_mirror.checkout(commit, checkout.path(), update.stop); !done)
        return fail(done.error());
    const auto installed = m_checks.modules(
        {checkout.path(), packagesIn(checkout.path())},
        [&update](const QString &source, const QString &text) { update.info(source, text); }, update.stop);
    if (!installed)
        return fail(installed.error());
    // What other items left, and what an attempt before this one had not yet moved into the clone.
    for (const QFileInfo &left : QFileInfo(folder).dir().entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        if (left.filePath() != folder)
            QDir(left.filePath()).removeRecursively();
    }
    QDir(folder + u"/new"_s).removeRecursively();
    if (!QDir().mkpath(folder + u"/new"_s))
        return fail(ErrorCode::Storage, u"%1 could not be made"_s.arg(folder));
    QList<Modules> staged;
    for (const workers::PackageModules &modules : *installed) {
        const QString number = QString::number(staged.size());
        const Modules next{.place = QDir::cleanPath(m_repository.clone + u'/' + modules.package) + u"/node_modules"_s,
                           .fresh = folder + u"/new/"_s + number,
                           .before = folder + u"/before/"_s + number};
        if (const auto copied = process::copyFolder(modules.folder, next.fresh, CopyLimit, update.stop); !copied)
            return fail(copied.error());
        staged << next;
    }
    return staged;
}

Result<QString> WorkersUpdate::restart(Update &update, std::stop_token stop) const
{
    if (const auto held = update.lease.ensure(RestartLimit); !held)
        return fail(held.error());
    const QString command = m_repository.restart.join(u' ');
    update.info(u"restart"_s, command);
    const auto outcome = process::run({.program = m_repository.restart.first(),
                                       .arguments = m_repository.restart.mid(1),
                                       .workingDirectory = m_repository.clone,
                                       .environment = process::baseEnvironment(
                                           {u"HOME"_s, u"USER"_s, u"LOGNAME"_s, u"PM2_HOME"_s, u"XDG_RUNTIME_DIR"_s}),
                                       .timeLimit = RestartLimit},
                                      stop);
    if (!outcome)
        return fail(outcome.error());
    update.checkpoint("workers-restarted"_L1);
    if (outcome->exitCode != 0)
        return u"%1 ended with %2: %3"_s.arg(command)
            .arg(outcome->exitCode)
            .arg(QString::fromUtf8(outcome->errors.right(2000)).trimmed());
    QStringList problems;
    for (const QUrl &url : update.environment.workerHealth) {
        const auto healthy = checkWorkerHealth(update.environment, m_http, url, stop);
        if (!healthy)
            return fail(healthy.error());
        if (healthy->status != contract::CheckStatus::Success)
            problems << u"%1: %2"_s.arg(url.toString(QUrl::RemoveUserInfo), healthy->detail);
    }
    return problems.isEmpty() ? QString()
                              : u"The workers do not answer after the restart: %1."_s.arg(problems.join(u"; "_s));
}

} // namespace pipeline::runner
