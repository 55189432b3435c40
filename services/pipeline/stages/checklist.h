// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "pipeline/run.h"

#include <QElapsedTimer>

namespace pipeline::runner {

/// How one check came out.
struct Finished {
    contract::CheckStatus status = contract::CheckStatus::Unknown;
    QString detail;
};

inline Finished passed(QString detail)
{
    return {contract::CheckStatus::Success, std::move(detail)};
}
inline Finished failed(QString detail)
{
    return {contract::CheckStatus::Failed, std::move(detail)};
}
inline Finished skipped(QString detail)
{
    return {contract::CheckStatus::Skipped, std::move(detail)};
}

/// Runs the checks of VERIFY one after another, times them and writes each down as it ends.
class Checklist {
public:
    explicit Checklist(Run &run) : m_run(run) {}

    /// \a check gives Result<Finished>; an error that may pass ends the list, any other one fails the check.
    template<class F>
    Result<void> add(const QString &name, F &&check)
    {
        QElapsedTimer timer;
        timer.start();
        const Result<Finished> outcome = check();
        if (!outcome && (isTransient(outcome.error().code) || outcome.error().code == ErrorCode::Cancelled))
            return fail(outcome.error());
        return record({name, outcome ? outcome->status : contract::CheckStatus::Failed,
                       outcome ? outcome->detail : outcome.error().text(), timer.elapsed()});
    }

    /// Whether no check failed.
    bool isPassed() const;

    /// The first failed checks in one sentence.
    QString problem() const;

private:
    Result<void> record(const contract::Check &check);

    Run &m_run;
};

} // namespace pipeline::runner
