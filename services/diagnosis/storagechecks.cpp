// SPDX-License-Identifier: Apache-2.0
#include "storagechecks.h"

#include "store/integrity.h"

#include <QFileInfo>
#include <QLocale>
#include <QStorageInfo>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace pipeline::diagnosis {

namespace {

QString size(qint64 bytes)
{
    return QLocale::c().formattedDataSize(bytes, 1);
}

} // namespace

Diagnosis checkDatabase(const QString &url, std::stop_token stop)
{
    const Examination examination(u"database"_s);
    const QString path = url.mid(7);
    if (url.startsWith("sqlite:"_L1) && !path.isEmpty() && !QFileInfo::exists(path))
        return examination.skipped(u"%1 is not there yet; the first command that needs it makes it"_s.arg(path));
    const auto database = store::Database::open(url);
    if (!database)
        return examination.failure(database.error());
    const auto integrity = store::checkIntegrity(**database, stop);
    if (!integrity)
        return examination.failure(integrity.error());
    if (!integrity->problems.isEmpty())
        return examination.failure({ErrorCode::Corrupt, u"The backlog database %1 is damaged"_s.arg(path),
                                    integrity->problems.join("; "_L1), u"Restore it from a backup"_s});
    return examination.success(u"%1, schema %2, sound"_s.arg(path).arg(integrity->schema));
}

Diagnosis checkDisk(const QString &name, const QString &folder, qint64 bytes)
{
    const Examination examination(name);
    QFileInfo place(folder);
    while (!place.exists() && !place.isRoot())
        place = QFileInfo(place.absolutePath());
    const QString path = place.absoluteFilePath();
    if (::faccessat(AT_FDCWD, QFile::encodeName(path).constData(), W_OK | X_OK, AT_EACCESS) != 0)
        return examination.failure({ErrorCode::Storage, u"The folder %1 cannot be written"_s.arg(path),
                                    qt_error_string(errno), u"Check its owner and permissions"_s});
    const QStorageInfo disk(path);
    const qint64 available = disk.bytesAvailable();
    if (available < bytes)
        return examination.failure({ErrorCode::Storage, u"The disk of %1 is nearly full"_s.arg(path),
                                    u"%1 are free; at least %2 are needed"_s.arg(size(available), size(bytes)),
                                    u"Free some space"_s});
    return examination.success(u"%1 free in %2"_s.arg(size(available), path));
}

} // namespace pipeline::diagnosis
