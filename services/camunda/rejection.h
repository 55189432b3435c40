// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engineanswer.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace pipeline::camunda {

/// A file as the engine gets it.
struct ResourceFile {
    QString name;
    QByteArray bytes;
};

/// One thing that the engine found wrong. What it does not tell is looked for in the files that were sent.
struct EngineProblem {
    QString file; ///< resource name; empty when unknown
    int line = 0; ///< from 1; 0 when unknown
    int column = 0;
    QString element; ///< id; empty when unknown
    QString message;
    bool warning = false; ///< of a deployment that was rejected for other reasons

    bool operator==(const EngineProblem &) const = default;
};

/// The engine's verdict that it does not take a deployment: the same files get the same verdict again.
struct Rejection {
    QString message; ///< the engine's words, on one line
    QString code; ///< "ENGINE-09005"; empty when the engine gave none
    QList<EngineProblem> problems; ///< of the first bad file only: the engine stops there
};

Rejection rejectionOf(const EngineFault &fault, const QList<ResourceFile> &files);

} // namespace pipeline::camunda
