// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "command.h"

#include "sources/filetree.h"

namespace pipeline::cli {

/// What a call of `validate` is about: files of a folder or commit, and a text from standard input.
struct Selection {
    std::unique_ptr<sources::FileTree> tree;
    QStringList paths; ///< as they were given
    QStringList files; ///< that they mean
    std::optional<validation::InputFile> input; ///< takes the place of the file of its name
};

/// Finds the files that the call's arguments, --revision and --stdin-name mean.
Result<Selection> select(const Call &call);

/// A file with its bytes as the validator takes it.
validation::InputFile inputFile(const QString &path, const QByteArray &bytes);

/// Hands over all files of \a selection. Those that cannot be read are reported and left out; gives how many these are.
Result<int> forEachFile(const Call &call, const Selection &selection,
                        const std::function<void(validation::InputFile file)> &receive);

} // namespace pipeline::cli
