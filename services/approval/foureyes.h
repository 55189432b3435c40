// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMap>
#include <QString>
#include <QStringList>

namespace pipeline::approval {

/// Who had a hand in a release and so may not approve it.
struct Preparers {
    QString creator; ///< `criado_por` of the `validar` item; empty when an outside insert did not say
    QStringList authors; ///< e-mail addresses of the authors of the pinned commits
};

/// Why \a approver may not approve what \a preparers made; empty when they are a second person.
///
/// \a people maps logins to e-mail addresses. Names and addresses are compared without regard to case.
QString fourEyesProblem(const QString &approver, const Preparers &preparers, const QMap<QString, QStringList> &people);

} // namespace pipeline::approval
