// SPDX-License-Identifier: Apache-2.0
#include "modulecache.h"

#include "privatefolder.h"
#include "untrustedfile.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace pipeline::workers {

namespace {

constexpr int daysUnused = 30;

QByteArray withoutTokens(const QByteArray &npmrc)
{
    QByteArray result;
    for (const QByteArray &line : npmrc.split('\n'))
        if (!line.contains("_auth") && !line.contains("_password"))
            result += line + '\n';
    return result;
}

} // namespace

ModuleCache::ModuleCache(QString folder) : m_folder(std::move(folder)) {}

QString ModuleCache::key(const QString &packageFolder, const QByteArray &lock, const QString &platform)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const QByteArray npmrc = readUntrusted(packageFolder + "/.npmrc"_L1).value_or(QByteArray());
    for (const QByteArray &part : {readUntrusted(packageFolder + "/package.json"_L1).value_or(QByteArray()), lock,
                                   withoutTokens(npmrc), platform.toUtf8()}) {
        hash.addData(QByteArray::number(part.size()) + ':');
        hash.addData(part);
    }
    return QString::fromLatin1(hash.result().toHex());
}

std::optional<QString> ModuleCache::find(const QString &key) const
{
    const QString entry = m_folder + u'/' + key;
    const QString modules = entry + "/node_modules"_L1;
    if (!QFileInfo(modules).isDir())
        return std::nullopt;
    utimensat(AT_FDCWD, QFile::encodeName(entry).constData(), nullptr, 0);
    return modules;
}

Result<QTemporaryDir> ModuleCache::makeStagingFolder() const
{
    return makePrivateFolder(m_folder, u".staging-"_s);
}

Result<QString> ModuleCache::add(const QString &key, QTemporaryDir staging) const
{
    const QString entry = m_folder + u'/' + key;
    if (std::rename(QFile::encodeName(staging.path()).constData(), QFile::encodeName(entry).constData()) == 0)
        staging.setAutoRemove(false);
    else if (errno != ENOTEMPTY && errno != EEXIST)
        return fail(ErrorCode::Storage, u"%1 could not be made"_s.arg(entry),
                    QString::fromLocal8Bit(std::strerror(errno)));
    removeEntriesOlderThan(m_folder, daysUnused);
    return entry + "/node_modules"_L1;
}

} // namespace pipeline::workers
