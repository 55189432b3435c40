// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client.h"

#include <QNetworkReply>
#include <QSslError>

namespace pipeline::http {

/// How an exchange ended that brought no whole answer.
struct Failure {
    QNetworkReply::NetworkError error;
    QString words; ///< Qt's
    QList<QSslError> certificateErrors;
    bool answering; ///< the status line had come
};

Error networkError(const Request &request, const Failure &failure);
Error timeLimitError(const Request &request);
Error tooLargeError(const Request &request);

/// Why \a request cannot be sent at all, if so.
Result<void> checkRequest(const Request &request);

} // namespace pipeline::http
