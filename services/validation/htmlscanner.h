// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QList>
#include <QString>

namespace pipeline::validation {

/// A place where HTML markup does not close as it opens.
struct HtmlProblem {
    qsizetype offset = 0; ///< in the scanned text
    QString message;
    QString hint;
};

/// An element that means something to an embedded form.
struct HtmlElement {
    QString name; ///< in lower case
    qsizetype offset = 0; ///< in the scanned text
    QHash<QString, QString> attributes; ///< by name in lower case
    bool isConditional = false; ///< AngularJS may leave it out, or show it several times
    qsizetype contentBegin = 0; ///< of a script
    qsizetype contentEnd = 0;

    bool has(const QString &attribute) const { return attributes.contains(attribute); }
};

/// What stands between `<!--` and `-->`.
struct HtmlComment {
    qsizetype begin = 0; ///< in the scanned text
    qsizetype end = 0;
};

struct HtmlPage {
    QString text;
    QList<HtmlProblem> problems; ///< in the order of the text, the first 100
    /// Scripts, forms that are not within another form, and what has an attribute that begins with `cam-`, in the order
    /// of the text; the first 10,000 of them.
    QList<HtmlElement> elements;
    QList<HtmlComment> comments; ///< in the order of the text; the first 10,000 of them
};

/// Looks for tags, comments, attribute values and elements without an end, for end tags without a begin, and for
/// attributes given twice.
///
/// It knows which elements HTML lets a writer leave open (p, li, td and the like) and which have no end (input, br),
/// and takes any element name, for forms use those of HTML 5 and of components.
HtmlPage scanHtml(const QString &text);

} // namespace pipeline::validation
