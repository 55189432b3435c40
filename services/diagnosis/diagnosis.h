// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/contract/pipelineresult.h"
#include "models/error.h"

#include <QElapsedTimer>
#include <QList>

#include <optional>

namespace pipeline::diagnosis {

/// One thing that was looked at, and what to do when it is not as it should be.
struct Diagnosis {
    contract::Check check;
    QString hint;
    std::optional<ErrorCode> problem; ///< of a failed check

    /// As an entry of `checks`, with `hint`.
    QJsonObject toJson() const;
};

/// 0 when no check failed, else the largest of their exit codes.
int exitCode(const QList<Diagnosis> &diagnoses);

/// Makes diagnoses under one name, with the time since its construction.
class Examination {
public:
    explicit Examination(QString name) : m_name(std::move(name)) { m_clock.start(); }

    Diagnosis success(const QString &detail) const { return make(contract::CheckStatus::Success, detail); }
    Diagnosis skipped(const QString &detail, const QString &hint = {}) const
    {
        return make(contract::CheckStatus::Skipped, detail, hint);
    }
    Diagnosis unknown(const Error &error) const;
    Diagnosis failure(const Error &error) const;

private:
    Diagnosis make(contract::CheckStatus status, const QString &detail, const QString &hint = {},
                   std::optional<ErrorCode> problem = {}) const;

    const QString m_name;
    QElapsedTimer m_clock;
};

} // namespace pipeline::diagnosis
