// SPDX-License-Identifier: Apache-2.0
#include "untrustedfile.h"

#include <QFile>

#include <fcntl.h>
#include <sys/stat.h>

namespace pipeline::workers {

std::optional<QByteArray> readUntrusted(const QString &path, qint64 limit)
{
    const int descriptor = open(QFile::encodeName(path).constData(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    QFile file;
    if (descriptor < 0 || !file.open(descriptor, QIODevice::ReadOnly, QFile::AutoCloseHandle))
        return std::nullopt;
    struct stat status{};
    if (fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode) || status.st_size > limit)
        return std::nullopt;
    return file.read(limit);
}

} // namespace pipeline::workers
