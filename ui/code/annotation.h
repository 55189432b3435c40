// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/finding.h"

#include <QList>
#include <QString>

namespace pipeline::ui {

/// What is said about a place of a source: an icon in the gutter, a wavy line, a sentence under the statement.
struct Annotation {
    Severity severity = Severity::Error;
    int line = 0; ///< from 1, as the source counts
    int column = 0; ///< from 1; 0 when unknown
    QString text;
    QString code; ///< the rule, in mono behind the text
};

/// The icon and the colour family of a severity.
struct SeverityLook {
    QString icon;
    QString tone;
};
SeverityLook lookOf(Severity severity);

/// The part of \a line that a wavy line goes under: the word at \a column, or all but the indent.
struct WordRange {
    int start = 0;
    int length = 0;
};
WordRange wordAt(const QString &line, int column);

/// The index of the line on which the statement that begins in line \a first of \a lines ends: that of a start tag, or
/// the same one.
int endOfStatement(const QStringList &lines, int first);

} // namespace pipeline::ui
