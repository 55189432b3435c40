// SPDX-License-Identifier: Apache-2.0
#include "manifest.h"

#include <QCryptographicHash>

#include <algorithm>

namespace pipeline {

void Manifest::addFile(const QByteArray &sha256, const QString &type, const QString &path)
{
    m_lines << sha256 + "  " + type.toUtf8() + "  " + path.toUtf8() + '\n';
}

void Manifest::setWorkerCommit(const QString &fullSha)
{
    m_lines << fullSha.toUtf8() + "  commit  workers\n";
}

QString Manifest::digest() const
{
    QByteArrayList lines = m_lines;
    std::ranges::sort(lines);
    return QString::fromLatin1(sha256Hex(lines.join()));
}

QByteArray sha256Hex(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

} // namespace pipeline
