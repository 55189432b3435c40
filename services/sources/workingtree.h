// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "filetree.h"

namespace pipeline::sources {

/// The files of this machine as they are now. Links to files are followed, those to folders are not.
class WorkingTree : public FileTree {
public:
    Entry entryAt(const QString &path) const override;
    Result<QStringList> filesBelow(const QString &folder) const override;
    Result<void> read(const QStringList &files, const FileReceiver &receive, std::stop_token stop) const override;
};

} // namespace pipeline::sources
