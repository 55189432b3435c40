// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/result.h"

#include <QByteArray>
#include <QStringList>

#include <functional>
#include <stop_token>

namespace pipeline::sources {

/// Takes a file's bytes, or why it cannot be read.
using FileReceiver = std::function<void(const QString &path, Result<QByteArray> bytes)>;

/// Where files to validate are: a folder of this machine, or a commit. Paths are absolute or relative to the current
/// folder, with / between their parts and without "." and needless "..".
class FileTree {
public:
    enum class Entry { None, File, Folder };

    virtual ~FileTree() = default;

    virtual Entry entryAt(const QString &path) const = 0;

    /// The files below \a folder that are validated by their names, in the order of their paths. Hidden folders and
    /// node_modules are left out. Paths begin with \a folder, unless it is ".".
    virtual Result<QStringList> filesBelow(const QString &folder) const = 0;

    /// Hands over \a files one after the other. Of one that is larger than what is read, so much that it shows. An
    /// error ends the reading of all.
    virtual Result<void> read(const QStringList &files, const FileReceiver &receive, std::stop_token stop) const = 0;
};

} // namespace pipeline::sources
