// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "rejection.h"

namespace pipeline::camunda {

/// An element of a model. Line and column are those of the end of its start tag, as in the engine's reports.
struct ModelPlace {
    QString file;
    int line = 0;
    int column = 0;
    QString element; ///< its id, or that of the nearest element around it that has one

    bool operator==(const ModelPlace &) const = default;
};

/// The elements that have this id. Files that are not well-formed are read as far as they go.
QList<ModelPlace> elementsWithId(const QList<ResourceFile> &files, const QString &id);

/// The elements that have \a text as the whole of an attribute or of their text; when there are none, those that
/// have it as a part of them.
QList<ModelPlace> placesOf(const QList<ResourceFile> &files, const QString &text);

} // namespace pipeline::camunda
