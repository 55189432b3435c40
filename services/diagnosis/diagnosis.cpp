// SPDX-License-Identifier: Apache-2.0
#include "diagnosis.h"

#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pipeline::diagnosis {

namespace {

/// What happened and why; what to do stands apart.
QString account(const Error &error)
{
    return Error{error.code, error.message, error.detail, {}}.text();
}

} // namespace

QJsonObject Diagnosis::toJson() const
{
    QJsonObject object = check.toJson();
    object.insert("hint"_L1, hint);
    return object;
}

int exitCode(const QList<Diagnosis> &diagnoses)
{
    int code = 0;
    for (const Diagnosis &diagnosis : diagnoses)
        if (diagnosis.problem)
            code = std::max(code, pipeline::exitCode(*diagnosis.problem));
    return code;
}

Diagnosis Examination::unknown(const Error &error) const
{
    return make(contract::CheckStatus::Unknown, account(error), error.hint);
}

Diagnosis Examination::failure(const Error &error) const
{
    return make(contract::CheckStatus::Failed, account(error), error.hint, error.code);
}

Diagnosis Examination::make(contract::CheckStatus status, const QString &detail, const QString &hint,
                            std::optional<ErrorCode> problem) const
{
    return {{.name = m_name, .status = status, .detail = detail, .milliseconds = m_clock.elapsed()}, hint, problem};
}

} // namespace pipeline::diagnosis
