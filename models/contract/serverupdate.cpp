// SPDX-License-Identifier: Apache-2.0
#include "serverupdate.h"

#include "jsonreader.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace pipeline::contract {

QString toString(UpdateTarget target)
{
    return target == UpdateTarget::Workers ? u"workers"_s : u"camunda"_s;
}

Result<ServerUpdate> ServerUpdate::fromJson(const QJsonObject &object)
{
    static const QRegularExpression sha(u"\\A[0-9a-f]{7,40}\\z"_s);
    JsonReader reader(object);
    ServerUpdate update;
    const QString target = reader.text("alvo"_L1);
    if (target == toString(UpdateTarget::Camunda))
        update.target = UpdateTarget::Camunda;
    else if (!target.isEmpty() && target != toString(UpdateTarget::Workers))
        reader.problem("alvo"_L1, u"must be workers or camunda"_s);
    update.server = reader.text("servidor"_L1);
    update.commit = reader.optionalText("commit"_L1);
    if (!update.commit.isEmpty() && !sha.match(update.commit).hasMatch())
        reader.problem("commit"_L1, u"must be 7 to 40 hex digits"_s);
    update.call = reader.optionalText("id"_L1);
    if (const auto valid = reader.check(u"contexto of atualizar_servidor"_s); !valid)
        return fail(valid.error());
    return update;
}

} // namespace pipeline::contract
