// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "filedescriptor.h"
#include "process.h"

namespace pipeline::process {

/// A child that was started: the leader of a process group, not yet reaped.
struct Child {
    pid_t pid = -1;
    FileDescriptor ended; ///< readable once the leader has ended
    FileDescriptor output; ///< reading ends of its channels, non-blocking
    FileDescriptor errors;
};

/// Starts \a command. Errors: ToolMissing, Storage, Internal.
Result<Child> spawn(const Command &command);

} // namespace pipeline::process
