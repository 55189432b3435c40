// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace pipeline::process {

/// A seccomp program under which no UNIX socket can be made; socket pairs can.
///
/// Abstract sockets belong to the network's namespace: a child that shares our network could otherwise talk to a
/// message bus or a display that listens on one. Empty on a processor that it was not written for.
QByteArray withoutUnixSockets();

} // namespace pipeline::process
