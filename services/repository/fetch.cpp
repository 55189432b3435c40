// SPDX-License-Identifier: Apache-2.0
#include "git.h"
#include "giterror.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QLockFile>

using namespace Qt::StringLiterals;

namespace pipeline::repository {

namespace {

/// Waits for another process that fetches into the same folder.
Result<void> acquire(QLockFile &lock, Git::Clock::time_point deadline, const QString &purpose, std::stop_token stop)
{
    lock.setStaleLockTime(0); // only the end of its owner makes a lock stale
    while (!lock.tryLock(50)) {
        if (lock.error() != QLockFile::LockFailedError)
            return fail(ErrorCode::Storage, purpose, u"the lock file %1 cannot be written"_s.arg(lock.fileName()));
        if (stop.stop_requested())
            return fail(ErrorCode::Cancelled, purpose, u"cancelled while another process fetched"_s);
        if (Git::Clock::now() >= deadline)
            return fail(ErrorCode::TimedOut, purpose, u"another process still fetches"_s);
    }
    return {};
}

/// Takes away what a git that was killed has left; the caller holds the mirror's lock, so nobody uses them.
void removeStaleLocks(const QString &folder)
{
    const QStringList pattern{u"*.lock"_s};
    QStringList stale;
    for (const QString &below : {u""_s, u"/objects"_s, u"/objects/info"_s, u"/objects/pack"_s})
        for (const QFileInfo &file : QDir(folder + below).entryInfoList(pattern, QDir::Files | QDir::Hidden))
            stale << file.filePath();
    QDirIterator references(folder + "/refs"_L1, pattern, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (references.hasNext())
        stale << references.next();
    for (const QString &file : std::as_const(stale))
        QFile::remove(file);
}

/// Makes the bare repository beside its place and moves it there, so that half a repository is never seen.
Result<void> initialise(const Git &git, const QString &folder, const QString &purpose, std::stop_token stop)
{
    const QString fresh = folder + ".new"_L1;
    QDir(fresh).removeRecursively();
    const Result<QByteArray> made = git.output(
        {.purpose = purpose, .arguments = {u"init"_s, u"--quiet"_s, u"--bare"_s, u"--template="_s}}, stop);
    if (!made)
        return fail(made.error());
    QDir().rmdir(folder);
    if (!QDir().rename(fresh, folder))
        return fail(ErrorCode::Storage, purpose, u"%1 is in the way and is not a git repository"_s.arg(folder),
                    u"Move it away"_s);
    return {};
}

} // namespace

Result<void> Mirror::fetch(std::stop_token stop)
{
    const Result<Remote> remote = withToken(stop);
    return remote ? fetch(Git(*remote, m_folder), stop) : fail(remote.error());
}

Result<void> Mirror::fetch(const Git &git, std::stop_token stop)
{
    const QString purpose = u"%1 could not be fetched from %2"_s.arg(m_remote.name,
                                                                     withoutCredentials(m_remote.url, git.remote()));
    const QString parent = QFileInfo(m_folder).path();
    if (!QDir().mkpath(parent))
        return fail(ErrorCode::Storage, purpose, u"the folder %1 cannot be made"_s.arg(parent));
    QLockFile lock(m_folder + ".lock"_L1);
    const Result<void> locked = acquire(lock, git.deadline(), purpose, stop);
    if (!locked)
        return locked;

    if (!exists()) {
        const Result<void> made = initialise(Git(m_remote, m_folder + ".new"_L1), m_folder, purpose, stop);
        if (!made)
            return made;
    }
    removeStaleLocks(m_folder);
    const Result<QByteArray> fetched = git.output(
        {.purpose = purpose,
         .arguments = {u"fetch"_s, u"--quiet"_s, u"--prune"_s, u"--no-tags"_s, u"--no-write-fetch-head"_s,
                       u"--no-recurse-submodules"_s, u"--no-show-forced-updates"_s, u"--"_s, git.url(),
                       u"+refs/heads/*:refs/heads/*"_s, u"+refs/tags/*:refs/tags/*"_s},
         .remote = true,
         .timeLimit = std::chrono::minutes(10)},
        stop);
    if (!fetched)
        return fail(fetched.error());
    return {};
}

bool Mirror::exists() const
{
    return QFileInfo::exists(m_folder + "/HEAD"_L1);
}

} // namespace pipeline::repository
