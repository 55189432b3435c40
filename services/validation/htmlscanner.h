// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

namespace pipeline::validation {

/// A place where HTML markup does not close as it opens.
struct HtmlProblem {
    qsizetype offset = 0; ///< in the scanned text
    QString message;
    QString hint;
};

/// Looks for tags, comments, attribute values and elements without an end, for end tags without a begin, and for
/// attributes given twice.
///
/// It knows which elements HTML lets a writer leave open (p, li, td and the like) and which have no end (input, br),
/// and takes any element name, for forms use those of HTML 5 and of components.
QList<HtmlProblem> scanHtml(QStringView text);

} // namespace pipeline::validation
