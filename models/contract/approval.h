// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "artefact.h"

#include <QDateTime>

#include <optional>

namespace pipeline::contract {

/// `contexto` of an `aprovar_release` item: what a release manager is asked to approve.
struct ApprovalRequest {
    QString releaseRef;
    std::optional<bool> testsPassed; ///< `testes_passaram`; nothing is claimed that was not run
    std::optional<double> coverage; ///< `cobertura`, percent of lines
    QString sprint;
    QString environment;
    QList<Artefact> artefacts;
    QString manifest;
    qint64 origin = 0; ///< `origem`: the `validar` item

    QJsonObject toJson() const;
    static Result<ApprovalRequest> fromJson(const QJsonObject &object);
};

/// `resultado` of an `aprovar_release` item: who decided what, on which bytes, for which environment.
struct Decision {
    bool approved = false;
    QString by; ///< `por`
    QString account; ///< `conta`: the login
    QString guarantee; ///< `garantia`: "declarada" or "autenticada"
    QString reason; ///< `motivo`
    QDateTime at; ///< `em`
    QString environment;
    QString manifest;

    QJsonObject toJson() const;
    static Result<Decision> fromJson(const QJsonObject &object);
};

} // namespace pipeline::contract
