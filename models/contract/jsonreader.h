// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "../result.h"

#include <QJsonArray>
#include <QJsonObject>

#include <optional>

namespace pipeline::contract {

/// Reads the fields of one JSON object strictly: a missing field or a wrong type is a problem with a place.
///
/// Problems are collected, so that a producer hears of all of them at once. Unknown fields are left alone: the
/// contract may grow.
class JsonReader {
public:
    explicit JsonReader(const QJsonObject &object, QString place = QStringLiteral("contexto"))
        : m_object(object), m_place(std::move(place))
    {}

    bool has(QLatin1StringView key) const;
    QString text(QLatin1StringView key); ///< required, not empty
    QString optionalText(QLatin1StringView key);
    std::optional<double> numberOrNull(QLatin1StringView key);
    std::optional<bool> boolOrNull(QLatin1StringView key);
    QJsonArray array(QLatin1StringView key); ///< required, may be empty

    void problem(QLatin1StringView key, const QString &what);
    void adopt(const JsonReader &nested) { m_problems += nested.m_problems; }

    const QStringList &problems() const { return m_problems; }

    /// InvalidInput with all problems, when there are any.
    Result<void> check(const QString &what) const;

private:
    const QJsonObject m_object;
    const QString m_place;
    QStringList m_problems;
};

} // namespace pipeline::contract
