// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "artefact.h"

namespace pipeline::contract {

enum class Mode { Validate, Deploy };

/// "validar" or "implantar".
QString toString(Mode mode);

enum class Operation { Deploy, Redeploy, Rollback };

/// `contexto` of an `executar_pipeline` item: which bytes go through which half of the pipeline.
struct PipelineContext {
    Mode mode = Mode::Validate;
    QString releaseRef;
    QString sprint; ///< `sprint_origem`
    QString environment; ///< `ambiente`; empty: the configured default
    QList<Artefact> artefacts;
    Operation operation = Operation::Deploy; ///< `operacao`
    QString reason; ///< `motivo` of a redeploy or roll-back

    bool operator==(const PipelineContext &) const = default;

    QJsonObject toJson() const;

    /// \a modeColumn is the item's `modo`; it and `contexto.modo` may each be missing, but must not disagree.
    static Result<PipelineContext> fromJson(const QJsonObject &object, const QString &modeColumn);
};

/// Whether \a text is 1–100 of letters, digits and . _ - /
bool isReleaseRef(const QString &text);

} // namespace pipeline::contract
