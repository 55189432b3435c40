// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "pipelinecontext.h"

#include "../finding.h"

#include <optional>
#include <variant>

namespace pipeline::contract {

enum class StageStatus { Success, Failed, Skipped };

/// "success", "failed" or "skipped".
QString toString(StageStatus status);

struct ValidateResult {
    StageStatus status = StageStatus::Skipped;
    QList<Finding> errors; ///< `erros`: severity error only
    QList<Finding> warnings; ///< `avisos`: the rest

    QJsonObject toJson() const;
};

/// One failed test, or one suite that did not load.
struct TestFailure {
    QString file; ///< `arquivo`, relative to the workers' repository
    QString test;
    QString message;
    int line = 0; ///< 0 when unknown
};

struct TestResult {
    StageStatus status = StageStatus::Skipped;
    std::optional<double> coverage; ///< percent of lines
    int passed = 0;
    int failed = 0;
    QList<TestFailure> failures;

    QJsonObject toJson() const;
};

/// One definition that a deployment created.
struct DeployedDefinition {
    QString key;
    int version = 0;
    QString id;

    bool operator==(const DeployedDefinition &) const = default;
};

/// What was done for one product.
struct ProductDeployment {
    QString product;
    QString deploymentId; ///< empty: there was nothing to send
    QString name;
    QList<DeployedDefinition> definitions;
    QStringList sent; ///< paths
    QStringList unchanged; ///< paths whose bytes the engine had already

    QJsonObject toJson() const;
    static ProductDeployment fromJson(const QJsonObject &object);
};

struct DeployResult {
    StageStatus status = StageStatus::Skipped;
    QString workerCommit; ///< `commit_workers`: full SHA; empty without workers
    QList<ProductDeployment> deployments;

    /// The first product's, empty when nothing was sent for it.
    QString deploymentId() const { return deployments.isEmpty() ? QString() : deployments.first().deploymentId; }
    QJsonObject toJson() const;
};

enum class CheckStatus { Success, Failed, Unknown, Skipped };

/// "success", "failed", "unknown" or "skipped".
QString toString(CheckStatus status);

struct Check {
    QString name;
    CheckStatus status = CheckStatus::Unknown;
    QString detail;
    qint64 milliseconds = 0;

    QJsonObject toJson() const;
};

struct VerifyResult {
    StageStatus status = StageStatus::Skipped;
    QList<Check> checks;

    QJsonObject toJson() const;
};

/// `resultado` of an `executar_pipeline` item; it has the two stages of its mode.
struct PipelineResult {
    struct ValidateHalf {
        ValidateResult validate;
        TestResult test;
    };
    struct DeployHalf {
        DeployResult deploy;
        VerifyResult verify;
    };

    bool success = false;
    std::variant<ValidateHalf, DeployHalf> stages;
    QString reason; ///< `motivo`: the cause that is in no list
    QString manifest; ///< `manifesto`: the bytes that went through; empty when they could not be read

    explicit PipelineResult(Mode mode);

    Mode mode() const { return std::holds_alternative<ValidateHalf>(stages) ? Mode::Validate : Mode::Deploy; }
    QJsonObject toJson() const;
};

} // namespace pipeline::contract
