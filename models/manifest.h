// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QString>

namespace pipeline {

/// The exact bytes of a release, as one digest: what is validated, approved, deployed and read back.
class Manifest {
public:
    /// \a sha256 is in hex; \a type is the artefact's tipo.
    void addFile(const QByteArray &sha256, const QString &type, const QString &path);

    /// The whole commit goes out with workers, so it is part of what is approved.
    void setWorkerCommit(const QString &fullSha);

    /// SHA-256, in hex, of the sorted lines.
    QString digest() const;

private:
    QByteArrayList m_lines;
};

/// Lower-case hex SHA-256 of \a bytes.
QByteArray sha256Hex(const QByteArray &bytes);

} // namespace pipeline
