// SPDX-License-Identifier: Apache-2.0
#include "foldercopy.h"

#include "process.h"

using namespace Qt::StringLiterals;

namespace pipeline::process {

Result<void> copyFolder(const QString &source, const QString &target, std::chrono::milliseconds timeLimit,
                        std::stop_token stop)
{
    const auto outcome = run({.program = u"cp"_s,
                              .arguments = {u"-a"_s, u"--reflink=auto"_s, u"-T"_s, source, target},
                              .environment = baseEnvironment(),
                              .timeLimit = timeLimit},
                             stop);
    if (!outcome)
        return fail(outcome.error());
    if (outcome->exitCode != 0)
        return fail(ErrorCode::Storage, u"%1 could not be copied to %2"_s.arg(source, target),
                    QString::fromUtf8(outcome->errors).trimmed());
    return {};
}

} // namespace pipeline::process
