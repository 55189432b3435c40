// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "git.h"

namespace pipeline::repository {

/// A tree's entry, with what only a checkout needs to know.
struct CheckoutEntry : TreeEntry {
    bool executable = false;
};

/// The entries at or below \a path, which is empty for the whole tree or has passed checkPath().
Result<QList<CheckoutEntry>> listTree(const Git &git, const QString &commit, const QString &path, std::stop_token stop);

/// InvalidInput unless \a path stays inside the repository: no leading slash, no empty part, "." or "..", no control
/// character.
Result<void> checkPath(const QString &path);

/// InvalidInput unless \a sha is a full SHA, so that it can be given to git as an argument.
Result<void> checkCommit(const QString &sha);

} // namespace pipeline::repository
