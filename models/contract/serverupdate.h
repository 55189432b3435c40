// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "../result.h"

#include <QJsonObject>
#include <QString>

namespace pipeline::contract {

enum class UpdateTarget { Workers, Camunda };

/// "workers" or "camunda".
QString toString(UpdateTarget target);

/// `contexto` of an `atualizar_servidor` item: what a host is to bring to a commit of its main branch.
struct ServerUpdate {
    UpdateTarget target = UpdateTarget::Workers; ///< `alvo`
    QString server; ///< `servidor`: the host that does it
    QString commit; ///< full or shortened SHA; empty: where the branch is
    QString call; ///< `id` of the signed request that asked for it

    /// InvalidInput names all that is wrong.
    static Result<ServerUpdate> fromJson(const QJsonObject &object);
};

} // namespace pipeline::contract
