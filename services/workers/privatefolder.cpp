// SPDX-License-Identifier: Apache-2.0
#include "privatefolder.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace pipeline::workers {

Result<QTemporaryDir> makePrivateFolder(const QString &parent, const QString &prefix)
{
    // Without links, for tools name files by their real paths.
    const QString path = QDir().mkpath(parent) ? QFileInfo(parent).canonicalFilePath() : parent;
    QTemporaryDir folder(path + u'/' + prefix + "XXXXXX"_L1);
    if (!folder.isValid())
        return fail(ErrorCode::Storage, u"No folder could be made in %1"_s.arg(parent), folder.errorString(),
                    u"Make room, or check who may write there"_s);
    return folder;
}

void removeEntriesOlderThan(const QString &parent, int days)
{
    const QDateTime limit = QDateTime::currentDateTime().addDays(-days);
    const auto entries = QDir(parent).entryInfoList(QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot
                                                    | QDir::NoSymLinks);
    for (const QFileInfo &entry : entries)
        if (entry.lastModified() < limit)
            QDir(entry.filePath()).removeRecursively();
}

} // namespace pipeline::workers
