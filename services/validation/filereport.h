// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fix.h"
#include "inputfile.h"
#include "suppressions.h"

#include "models/definitionfacts.h"
#include "models/finding.h"
#include "xml/position.h"

#include <QHash>

namespace pipeline::validation {

enum class Verdict { Accepted, Rejected };

/// "accepted" or "rejected".
QString toString(Verdict verdict);

/// The part of a source line around a finding.
struct Excerpt {
    QString text;
    int caret = 0; ///< index in the text of what the finding points at
};

/// What is to be said of one file.
struct FileReport {
    QString path;
    FileKind kind = FileKind::Bpmn;
    QString deployment; ///< of its InputFile
    QList<Finding> findings; ///< by line, column, rule
    DefinitionFacts facts; ///< empty when the file cannot be read
    Suppressions suppressions;
    bool readable = true; ///< otherwise nothing is known of its definitions
    QHash<std::pair<int, int>, Excerpt> excerpts; ///< by a finding's line and column

    QList<Fix> fixes = {}; ///< of findings that have one

    /// Whether the engine would take the file, alone, in a deployment.
    Verdict verdict() const;

    QString resource() const { return path.section(u'/', -1); }
};

/// Puts findings in the order of their paths, lines, columns and rules.
void sortFindings(QList<Finding> &findings);

} // namespace pipeline::validation
