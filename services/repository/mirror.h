// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "credentials/secret.h"
#include "models/result.h"

#include <QList>
#include <QString>

#include <functional>
#include <optional>
#include <stop_token>

namespace pipeline::repository {

class Git;

/// A git repository of the configuration.
struct Remote {
    QString name; ///< "artefatos" or "workers"
    QString url; ///< whatever git takes
    QString branch; ///< "main"
    credentials::Secret token; ///< for https; empty: the user's own git set-up decides
    std::optional<Error> noToken = {}; ///< why it could not be asked for
};

/// Gives the remote's token at the moment of a call, for it may be replaced while a program runs; nothing when there is
/// none. Where the keychain cannot be asked, the user's own git set-up is tried; when that does not do, the keychain is
/// the error.
using TokenSource = std::function<Result<std::optional<credentials::Secret>>(std::stop_token stop)>;

enum class EntryKind { File, Symlink, Submodule };

/// One entry of a commit's tree.
struct TreeEntry {
    QString path;
    EntryKind kind = EntryKind::File;
    QString object; ///< git's object id
    qint64 size = 0; ///< bytes; 0 for a submodule
};

/// A bare local copy of a remote's branches and tags, from which bytes are read by commit and path.
///
/// Work goes through `git` as a child process with an allow-listed environment; a token reaches it on a file descriptor
/// only. Several processes may use one folder at once, and threads one mirror. Errors: InvalidInput (no SHA, a path
/// that leads out), ToolMissing (no git), Unreachable, Unauthorized, NotFound, Refused, TimedOut (fetch: 10 minutes),
/// Cancelled, Storage, Corrupt (the local copy is damaged); what talks to the remote also those of the token's source.
class Mirror {
public:
    /// \a folder holds the bare repository and is made on the first fetch. What \a token gives takes the place of the
    /// remote's own.
    Mirror(Remote remote, QString folder, TokenSource token = {});

    const Remote &remote() const { return m_remote; }
    const QString &folder() const { return m_folder; }

    /// Brings refs/heads/* and refs/tags/* up to date (pruned); no other ref, for pull requests carry strangers'
    /// commits.
    Result<void> fetch(std::stop_token stop);

    /// The full SHA of a commit given by 7 to 40 hex digits. Fetches when it is not here yet. NotFound when there is no
    /// such commit, when it is ambiguous, or when no branch or tag of the remote reaches it.
    Result<QString> resolve(const QString &sha, std::stop_token stop);

    /// The regular files, symlinks and submodules at or below \a path; empty when there is nothing at that path. A path
    /// that runs *through* a symlink or submodule gives that entry, with its own path.
    Result<QList<TreeEntry>> list(const QString &commit, const QString &path, std::stop_token stop);

    /// The bytes of \a entries, in their order. Refused when one is larger than \a limit bytes.
    Result<QList<QByteArray>> read(const QList<TreeEntry> &entries, qint64 limit, std::stop_token stop);

    /// Lower-case hex SHA-256 of each of \a entries, without holding them in memory.
    Result<QList<QByteArray>> digests(const QList<TreeEntry> &entries, std::stop_token stop);

    /// The e-mail address of a commit's author.
    Result<QString> authorOf(const QString &commit, std::stop_token stop);

    /// Writes the tree of \a commit into the empty folder \a target, without its history. Symlinks stay symlinks.
    /// Attributes do not count: bytes are written as committed, without filters or line end conversion.
    Result<void> checkout(const QString &commit, const QString &target, std::stop_token stop);

    /// The commit that the remote's branch is at now, asked of the remote. NotFound when there is no such branch.
    Result<QString> head(std::stop_token stop);

    /// Plain push of \a commit to the remote's branch, never forced. Conflict when the branch is ahead of it or
    /// elsewhere, which the message says. False when the branch was there already. Time limit 60 s.
    Result<bool> push(const QString &commit, std::stop_token stop);

private:
    bool exists() const;
    Result<Remote> withToken(std::stop_token stop) const;
    Result<void> fetch(const Git &git, std::stop_token stop);
    /// Whether \a ancestor is \a commit or one of its ancestors; both must be here.
    static Result<bool> isAncestor(const Git &git, const QString &ancestor, const QString &commit,
                                   std::stop_token stop);
    Result<bool> isAhead(const Git &git, const QString &commit, const QString &purpose, std::stop_token stop);

    const Remote m_remote;
    const QString m_folder;
    const TokenSource m_token;
};

} // namespace pipeline::repository
