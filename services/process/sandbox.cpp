// SPDX-License-Identifier: Apache-2.0
#include "sandbox.h"

#include "socketfilter.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <cerrno>
#include <cstring>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace pipeline::process {

namespace {

// Descriptors on which bubblewrap reads the accounts and the system call filter.
constexpr int accountsDescriptor = 10;
constexpr int filterDescriptor = 11;

constexpr User nobody{65534, 65534};

QString findBubblewrap()
{
    return QStandardPaths::findExecutable(u"bwrap"_s);
}

/// The host's programs, libraries and certificates; never a private key, for root may read those in /etc/ssl.
QStringList systemArguments(bool network)
{
    QStringList arguments{u"--ro-bind"_s, u"/usr"_s, u"/usr"_s};
    for (const QString &path : {u"/bin"_s, u"/sbin"_s, u"/lib"_s, u"/lib32"_s, u"/lib64"_s, u"/libx32"_s}) {
        if (const QFileInfo info(path); info.isSymLink())
            arguments << u"--symlink"_s << QFile::symLinkTarget(path).mid(1) << path;
        else if (info.isDir())
            arguments << u"--ro-bind"_s << path << path;
    }
    QStringList files{u"/etc/ld.so.cache"_s,   u"/etc/alternatives"_s,    u"/etc/localtime"_s,
                      u"/etc/ssl/certs"_s,     u"/etc/ssl/openssl.cnf"_s, u"/etc/ca-certificates"_s,
                      u"/etc/pki/tls/certs"_s, u"/etc/pki/ca-trust"_s};
    if (network)
        files << u"/etc/resolv.conf"_s << u"/etc/hosts"_s << u"/etc/nsswitch.conf"_s << u"/etc/services"_s;
    for (const QString &file : files)
        arguments << u"--ro-bind-try"_s << file << file;
    // npm's global configuration may hold tokens.
    for (const QString &file : {u"/usr/etc/npmrc"_s, u"/usr/local/etc/npmrc"_s})
        if (QFileInfo::exists(file))
            arguments << u"--ro-bind"_s << u"/dev/null"_s << file;
    return arguments;
}

QStringList bubblewrapArguments(const View &view)
{
    // All namespaces anew; a user of its own without capabilities, for root would keep them otherwise.
    QStringList arguments{u"--die-with-parent"_s,
                          u"--new-session"_s,
                          u"--unshare-all"_s,
                          u"--unshare-user"_s,
                          u"--uid"_s,
                          u"1000"_s,
                          u"--gid"_s,
                          u"1000"_s,
                          u"--cap-drop"_s,
                          u"ALL"_s};
    if (view.network)
        arguments << u"--share-net"_s;
    arguments << systemArguments(view.network);
    arguments << u"--proc"_s << u"/proc"_s << u"--dev"_s << u"/dev"_s << u"--tmpfs"_s << u"/tmp"_s;
    arguments << u"--ro-bind-data"_s << QString::number(accountsDescriptor) << u"/etc/passwd"_s;
    for (const QString &path : view.readOnly)
        arguments << u"--ro-bind"_s << path << path;
    for (const QString &path : view.writable)
        arguments << u"--bind"_s << path << path;
    for (auto it = view.mounts.begin(); it != view.mounts.end(); ++it)
        arguments << u"--ro-bind"_s << it.key() << it.value();
    return arguments;
}

/// Gives everything at and below \a folder to \a user; links themselves, never what they point to.
Result<void> give(const QString &folder, User user)
{
    const auto giveOne = [&](const QString &path) -> Result<void> {
        // A second name of a file may lie outside of the folder.
        struct stat status{};
        if (lstat(QFile::encodeName(path).constData(), &status) == 0 && S_ISREG(status.st_mode) && status.st_nlink > 1)
            return {};
        if (lchown(QFile::encodeName(path).constData(), user.user, user.group) == 0)
            return {};
        return fail(ErrorCode::Storage, u"The owner of %1 could not be changed"_s.arg(path),
                    QString::fromLocal8Bit(std::strerror(errno)));
    };
    QDirIterator entries(folder, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                         QDirIterator::Subdirectories);
    while (entries.hasNext())
        if (const auto given = giveOne(entries.next()); !given)
            return given;
    return giveOne(folder);
}

Command inBubblewrap(Command command, const View &view)
{
    QStringList arguments = bubblewrapArguments(view);
    command.descriptors.insert(accountsDescriptor, "sandbox:x:1000:1000::/tmp:/bin/sh\n");
    if (const QByteArray filter = withoutUnixSockets(); view.network && !filter.isEmpty()) {
        command.descriptors.insert(filterDescriptor, filter);
        arguments << u"--seccomp"_s << QString::number(filterDescriptor);
    }
    if (!command.workingDirectory.isEmpty())
        arguments << u"--chdir"_s << command.workingDirectory;
    arguments << u"--"_s << command.program << command.arguments;
    command.program = findBubblewrap();
    command.arguments = arguments;
    command.workingDirectory.clear();
    return command;
}

/// Why bubblewrap cannot be used here, with a network of its own or with ours; empty when it can.
QString bubblewrapFault()
{
    const Command probe{
        .program = u"/usr/bin/true"_s, .environment = baseEnvironment(), .timeLimit = std::chrono::seconds(10)};
    for (const bool network : {false, true}) {
        const auto outcome = run(inBubblewrap(probe, {.network = network}), {});
        if (!outcome || outcome->exitCode != 0)
            return u"bubblewrap does not work here: %1"_s.arg(outcome ? QString::fromUtf8(outcome->errors).trimmed()
                                                                      : outcome.error().text());
    }
    return {};
}

} // namespace

Sandbox Sandbox::detect()
{
    const QString reason = findBubblewrap().isEmpty() ? u"bubblewrap is not installed"_s : bubblewrapFault();
    if (reason.isEmpty())
        return Sandbox(Kind::Bubblewrap);
    return Sandbox(geteuid() == 0 ? Kind::OwnUser : Kind::None, reason);
}

QString Sandbox::description() const
{
    switch (m_kind) {
    case Kind::Bubblewrap:
        return u"bubblewrap"_s;
    case Kind::OwnUser:
        return u"own user (nobody)"_s;
    case Kind::None:
        return u"none"_s;
    }
    return {};
}

QString Sandbox::warning() const
{
    if (m_kind == Kind::Bubblewrap)
        return {};
    const QString reach = m_kind == Kind::OwnUser
        ? u"is confined by a user of its own only: it reads what every user may read and reaches the network"_s
        : u"is not confined: it may read and change all that you may, the keychain and the backlog included"_s;
    const QString cause = m_reason.isEmpty() ? QString() : u" (%1)"_s.arg(m_reason);
    return u"Workers' code %1%2. Install bubblewrap and allow user namespaces."_s.arg(reach, cause);
}

Result<Command> Sandbox::confine(Command command, const View &view) const
{
    if (m_kind == Kind::None)
        return command;
    if (m_kind == Kind::OwnUser) {
        for (const QString &folder : view.writable)
            if (const auto given = give(folder, nobody); !given)
                return fail(given.error());
        command.user = nobody;
        return command;
    }
    if (findBubblewrap().isEmpty())
        return fail(ErrorCode::ToolMissing, u"bubblewrap is not installed any more"_s, {}, u"Install bubblewrap"_s);
    return inBubblewrap(std::move(command), view);
}

Result<void> Sandbox::reclaim(const QString &folder) const
{
    return m_kind == Kind::OwnUser ? give(folder, {geteuid(), getegid()}) : Result<void>();
}

} // namespace pipeline::process
