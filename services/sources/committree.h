// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "filetree.h"

#include "repository/revision.h"

#include <QMap>

namespace pipeline::sources {

/// The files of a commit of the repository around the current folder, whatever is checked out.
class CommitTree : public FileTree {
public:
    /// \a name is whatever git takes for a commit. Errors as Revision::open().
    static Result<CommitTree> open(const QString &name, std::stop_token stop);

    Entry entryAt(const QString &path) const override;
    Result<QStringList> filesBelow(const QString &folder) const override;
    Result<void> read(const QStringList &files, const FileReceiver &receive, std::stop_token stop) const override;

private:
    explicit CommitTree(repository::Revision revision);

    repository::Revision m_revision;
    QMap<QString, repository::TreeEntry> m_files; ///< by their absolute paths, as if it were checked out
};

} // namespace pipeline::sources
