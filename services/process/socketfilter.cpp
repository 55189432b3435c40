// SPDX-License-Identifier: Apache-2.0
#include "socketfilter.h"

#include <cerrno>
#include <cstddef>

#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/socket.h>
#include <sys/syscall.h>

namespace pipeline::process {

namespace {

#if defined(__x86_64__)
constexpr quint32 architecture = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr quint32 architecture = AUDIT_ARCH_AARCH64;
#else
constexpr quint32 architecture = 0;
#endif

constexpr sock_filter load(size_t offset)
{
    return {BPF_LD | BPF_W | BPF_ABS, 0, 0, quint32(offset)};
}

/// Goes on with the next instruction when the loaded value is \a value, else skips \a otherwise instructions.
constexpr sock_filter ifEqual(quint32 value, quint8 otherwise)
{
    return {BPF_JMP | BPF_JEQ | BPF_K, 0, otherwise, value};
}

constexpr sock_filter answer(quint32 action)
{
    return {BPF_RET | BPF_K, 0, 0, action};
}

// One instruction a line.
// clang-format off
constexpr sock_filter socketFilter[] = {
    load(offsetof(seccomp_data, arch)),
    {BPF_JMP | BPF_JEQ | BPF_K, 1, 0, architecture},
    answer(SECCOMP_RET_ERRNO | ENOSYS), // 32-bit calls have other numbers
    load(offsetof(seccomp_data, nr)),
#if defined(__x86_64__)
    {BPF_JMP | BPF_JGE | BPF_K, 0, 1, 0x40000000}, // so have those of x32
    answer(SECCOMP_RET_ERRNO | ENOSYS),
#endif
    ifEqual(SYS_io_uring_setup, 1), // makes sockets out of a filter's sight; Node.js does without
    answer(SECCOMP_RET_ERRNO | ENOSYS),
    ifEqual(SYS_socket, 3),
    load(offsetof(seccomp_data, args)), // the low half: both processors are little-endian
    ifEqual(AF_UNIX, 1),
    answer(SECCOMP_RET_ERRNO | EAFNOSUPPORT),
    answer(SECCOMP_RET_ALLOW),
};
// clang-format on

} // namespace

QByteArray withoutUnixSockets()
{
    if (architecture == 0)
        return {};
    return QByteArray(reinterpret_cast<const char *>(socketFilter), qsizetype(sizeof socketFilter));
}

} // namespace pipeline::process
