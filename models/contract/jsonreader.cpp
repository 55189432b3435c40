// SPDX-License-Identifier: Apache-2.0
#include "jsonreader.h"

using namespace Qt::StringLiterals;

namespace pipeline::contract {

bool JsonReader::has(QLatin1StringView key) const
{
    return !m_object[key].isUndefined() && !m_object[key].isNull();
}

QString JsonReader::text(QLatin1StringView key)
{
    if (!has(key))
        problem(key, u"is missing"_s);
    else if (!m_object[key].isString())
        problem(key, u"must be a text"_s);
    else if (m_object[key].toString().isEmpty())
        problem(key, u"is empty"_s);
    return m_object[key].toString();
}

QString JsonReader::optionalText(QLatin1StringView key)
{
    if (has(key) && !m_object[key].isString())
        problem(key, u"must be a text"_s);
    return m_object[key].toString();
}

std::optional<double> JsonReader::numberOrNull(QLatin1StringView key)
{
    if (!has(key))
        return {};
    if (!m_object[key].isDouble())
        problem(key, u"must be a number or null"_s);
    return m_object[key].toDouble();
}

std::optional<bool> JsonReader::boolOrNull(QLatin1StringView key)
{
    if (!has(key))
        return {};
    if (!m_object[key].isBool())
        problem(key, u"must be true, false or null"_s);
    return m_object[key].toBool();
}

QJsonArray JsonReader::array(QLatin1StringView key)
{
    if (!has(key))
        problem(key, u"is missing"_s);
    else if (!m_object[key].isArray())
        problem(key, u"must be a list"_s);
    return m_object[key].toArray();
}

void JsonReader::problem(QLatin1StringView key, const QString &what)
{
    m_problems << m_place + u'.' + key + u' ' + what;
}

Result<void> JsonReader::check(const QString &what) const
{
    if (m_problems.isEmpty())
        return {};
    return fail(ErrorCode::InvalidInput, what + u" is not valid"_s, m_problems.join("; "_L1),
                u"See the contract for the fields and their types"_s);
}

} // namespace pipeline::contract
