// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

namespace pipeline::http {

/// A body of type multipart/form-data (RFC 7578), names quoted as browsers do: " and line breaks in percent, else
/// UTF-8.
class Multipart {
public:
    Multipart();

    void addField(const QString &name, const QString &value);
    void addFile(const QString &name, const QString &fileName, const QByteArray &bytes);

    QByteArray contentType() const;
    QByteArray body() const;

private:
    void addPart(const QByteArray &headers, const QByteArray &bytes);

    const QByteArray m_boundary;
    QByteArray m_parts;
};

} // namespace pipeline::http
