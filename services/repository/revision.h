// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "mirror.h"

#include <functional>

namespace pipeline::repository {

/// A commit of the repository around a folder, for reading. Nothing is fetched and nothing is written.
class Revision {
public:
    /// The commit that \a name stands for: a SHA, a branch, a tag, or whatever git takes for one. Errors: InvalidInput
    /// (no repository around \a folder, no such commit), ToolMissing, Cancelled, Corrupt.
    static Result<Revision> open(const QString &folder, const QString &name, std::stop_token stop);

    /// The folder that paths of files() count from.
    const QString &root() const { return m_root; }

    /// All files, links and submodules of the commit, in git's order.
    const QList<TreeEntry> &files() const { return m_files; }

    /// Hands over the bytes of \a entries one after the other, of each at most \a limit.
    Result<void> read(const QList<TreeEntry> &entries, qint64 limit,
                      const std::function<void(qsizetype index, const QByteArray &bytes)> &receive,
                      std::stop_token stop) const;

private:
    QString m_folder; ///< git's own
    QString m_root;
    QList<TreeEntry> m_files;
};

} // namespace pipeline::repository
