// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "mirror.h"

namespace pipeline::repository {

class Git;

/// The working clone that a server's programs run from. Untracked files in it, as `.env`, are theirs and stay.
///
/// Commits come from a mirror of the same remote. Errors: NotFound (no clone there), Conflict (it cannot go where it is
/// to go), and those of Mirror.
class Clone {
public:
    /// \a folder is absolute; \a mirror must outlive the clone.
    Clone(QString folder, Mirror &mirror);

    const QString &folder() const { return m_folder; }

    /// A folder of our own within git's, on the file system of the clone.
    QString ownFolder() const;

    /// The commit that the clone's branch is at.
    Result<QString> head(std::stop_token stop) const;

    /// Whether the clone has \a commit behind it, being at another one.
    Result<bool> isPast(const QString &commit, std::stop_token stop) const;

    /// Brings branch and files to \a commit, which the remote's branch must have. Conflict, and nothing is changed,
    /// when the clone has commits of its own, is on another branch, or when changes in its files stand in the way.
    Result<void> fastForward(const QString &commit, std::stop_token stop);

    /// Brings branch and files back to \a commit. Conflict as above.
    Result<void> goBack(const QString &commit, std::stop_token stop);

private:
    Result<QByteArray> git(const QString &purpose, const QStringList &arguments, std::stop_token stop) const;

    const QString m_folder;
    Mirror &m_mirror;
};

} // namespace pipeline::repository
