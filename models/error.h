// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace pipeline {

/// What went wrong, as far as a caller may want to branch on it.
enum class ErrorCode {
    InvalidInput, ///< the call, the configuration or an item's contexto is wrong
    NotFound, ///< what was asked for does not exist
    Conflict, ///< somebody else was first: the row, the branch or the name has changed
    Refused, ///< a policy or a peer said no, and will say no again
    Unauthorized, ///< credentials are missing or wrong; trying again makes it worse
    Unreachable, ///< database, engine, repository or server did not answer; may work later
    TimedOut, ///< no answer within the time limit; the outcome is unknown
    KeychainUnavailable, ///< the system keychain is locked or missing
    ToolMissing, ///< a program that is needed is not installed
    Storage, ///< disk full, read-only or a file that cannot be written
    Corrupt, ///< stored data is damaged or newer than this program
    LeaseLost, ///< another runner holds the item now: nothing may be written any more
    Cancelled, ///< the caller asked to stop
    Internal, ///< a defect of this program
};

/// A failure that a person can act on.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    QString message; ///< what happened, naming the object and the place
    QString detail; ///< why, with the peer's own code or words
    QString hint; ///< what to do next

    bool operator==(const Error &) const = default;

    /// The three parts as one line of text; empty parts are left out.
    QString text() const;
};

/// Whether the same call may succeed when it is repeated after a while, with nothing changed.
bool isTransient(ErrorCode code);

/// The process's exit code for an error, as the contract's table says (1, 2, 3 or 130).
int exitCode(ErrorCode code);

} // namespace pipeline
