// SPDX-License-Identifier: Apache-2.0
#include "error.h"

#include <QStringList>

namespace pipeline {

QString Error::text() const
{
    QStringList parts;
    for (const QString &part : {message, detail, hint}) {
        if (part.isEmpty())
            continue;
        static const QString ends = QStringLiteral(".!?:");
        parts << (ends.contains(part.back()) ? part : part + u'.');
    }
    return parts.join(u' ');
}

bool isTransient(ErrorCode code)
{
    return code == ErrorCode::Unreachable || code == ErrorCode::TimedOut || code == ErrorCode::KeychainUnavailable;
}

int exitCode(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidInput:
    case ErrorCode::NotFound:
        return 2;
    case ErrorCode::Conflict:
    case ErrorCode::Refused:
    case ErrorCode::Unauthorized:
        return 1;
    case ErrorCode::Unreachable:
    case ErrorCode::TimedOut:
    case ErrorCode::KeychainUnavailable:
    case ErrorCode::ToolMissing:
    case ErrorCode::Storage:
    case ErrorCode::Corrupt:
    case ErrorCode::LeaseLost:
    case ErrorCode::Internal:
        return 3;
    case ErrorCode::Cancelled:
        return 130;
    }
    return 3;
}

} // namespace pipeline
