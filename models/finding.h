// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>

namespace pipeline {

enum class Severity { Error, Warning, Info };

/// "error", "warning" or "info".
QString toString(Severity severity);

/// One thing that is wrong with a file, and where.
struct Finding {
    QString rule; ///< id of the rule, for example "history-time-to-live"
    Severity severity = Severity::Error;
    bool engine = false; ///< the engine would reject the file for it
    QString message; ///< what is wrong
    QString path; ///< relative to the file's repository or to the folder that was asked for
    QString element; ///< id of the element; empty when there is none
    int line = 0; ///< from 1; 0 when unknown
    int column = 0; ///< from 1; 0 when unknown
    QString hint; ///< how to repair it

    bool operator==(const Finding &) const = default;

    /// The last part of the path.
    QString fileName() const;

    /// As an entry of `erros` or `avisos` in a resultado.
    QJsonObject toResultado() const;
    static Finding fromResultado(const QJsonObject &object);

    /// As an entry of `findings` in `validate --format json`.
    QJsonObject toReport() const;
};

bool hasErrors(const QList<Finding> &findings);

} // namespace pipeline
