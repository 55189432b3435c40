// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace pipeline::credentials {

/// A password, token or key. It has no way to a string, a log or JSON but reveal(), so that each use can be found.
class Secret {
public:
    Secret() = default;
    explicit Secret(QByteArray bytes) : m_bytes(std::move(bytes)) {}

    bool isEmpty() const { return m_bytes.isEmpty(); }
    const QByteArray &reveal() const { return m_bytes; }

private:
    QByteArray m_bytes;
};

} // namespace pipeline::credentials
