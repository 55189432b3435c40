// SPDX-License-Identifier: Apache-2.0
#include "multipart.h"

#include <QUuid>

namespace pipeline::http {
namespace {

QByteArray quoted(const QString &name)
{
    return '"' + name.toUtf8().replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A") + '"';
}

} // namespace

// 122 random bits do not occur in any file.
Multipart::Multipart() : m_boundary("pipeline-" + QUuid::createUuid().toByteArray(QUuid::Id128)) {}

void Multipart::addField(const QString &name, const QString &value)
{
    addPart("name=" + quoted(name) + "\r\n", value.toUtf8());
}

void Multipart::addFile(const QString &name, const QString &fileName, const QByteArray &bytes)
{
    addPart("name=" + quoted(name) + "; filename=" + quoted(fileName)
                + "\r\nContent-Type: application/octet-stream\r\n",
            bytes);
}

QByteArray Multipart::contentType() const
{
    return "multipart/form-data; boundary=" + m_boundary;
}

QByteArray Multipart::body() const
{
    return m_parts + "--" + m_boundary + "--\r\n";
}

void Multipart::addPart(const QByteArray &headers, const QByteArray &bytes)
{
    m_parts += "--" + m_boundary + "\r\nContent-Disposition: form-data; " + headers + "\r\n" + bytes + "\r\n";
}

} // namespace pipeline::http
