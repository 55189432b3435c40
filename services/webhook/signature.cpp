// SPDX-License-Identifier: Apache-2.0
#include "signature.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

namespace pipeline::webhook {

QByteArray signature(const QByteArray &secret, const QByteArray &timestamp, const QByteArray &body)
{
    const QByteArray code = QMessageAuthenticationCode::hash(timestamp + '.' + body, secret,
                                                             QCryptographicHash::Sha256);
    return "sha256=" + code.toHex();
}

} // namespace pipeline::webhook
