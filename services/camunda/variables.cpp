// SPDX-License-Identifier: Apache-2.0
#include "variables.h"

using namespace Qt::StringLiterals;

namespace pipeline::camunda {

QJsonObject toEngineVariables(const QJsonObject &plain)
{
    QJsonObject typed;
    for (auto variable = plain.begin(); variable != plain.end(); ++variable)
        typed.insert(variable.key(), QJsonObject{{u"value"_s, *variable}});
    return typed;
}

QJsonObject fromEngineVariables(const QJsonObject &typed)
{
    QJsonObject plain;
    for (auto variable = typed.begin(); variable != typed.end(); ++variable)
        plain.insert(variable.key(), variable->toObject().value("value"_L1));
    return plain;
}

QStringList pathOfKey(const Environment &environment, const QString &resource, const QString &key,
                      const QString &action)
{
    QStringList path{resource, u"key"_s, key};
    if (!environment.tenant.isEmpty())
        path << u"tenant-id"_s << environment.tenant;
    return path << action;
}

} // namespace pipeline::camunda
