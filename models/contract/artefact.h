// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "../result.h"

#include <QJsonObject>
#include <QList>
#include <QString>

namespace pipeline::contract {

enum class ArtefactType { Bpmn, Dmn, Form, Worker };

/// "bpmn", "dmn", "form" or "worker".
QString toString(ArtefactType type);

/// One file (for a worker: a file or a folder) of a release, pinned to a commit.
struct Artefact {
    ArtefactType type = ArtefactType::Bpmn;
    QString file; ///< `arquivo`: the resource name on the engine, the path's last part
    QString path; ///< relative to the repository of its kind
    QString sha; ///< commit, 7 to 40 hex digits

    bool operator==(const Artefact &) const = default;

    bool isWorker() const { return type == ArtefactType::Worker; }

    /// The product that the artefact belongs to: the path's first part.
    QString product() const { return path.section(u'/', 0, 0); }

    QJsonObject toJson() const;
};

/// Reads `artefatos`; every problem of every entry is in the error.
Result<QList<Artefact>> artefactsFromJson(const QJsonArray &array);
QJsonArray toJson(const QList<Artefact> &artefacts);

/// Why \a path may not name an artefact; empty when it may.
QString pathProblem(const QString &path);

} // namespace pipeline::contract
