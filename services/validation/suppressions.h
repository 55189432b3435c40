// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "xml/document.h"

#include <QHash>
#include <QList>
#include <QString>

#include <vector>

namespace pipeline::validation {

class Ruleset;

/// A place in a model that says that what one rule finds there is meant.
struct Suppression {
    QString rule; ///< as written
    QString reason; ///< empty: the suppression has no effect
    QString element; ///< id of the element that it stands on, or of the nearest around that
    xml::Position position;
    bool isUsed = false; ///< there was something to suppress, or the rule is not asked
    bool isRefused = false; ///< the engine rejects the file for what there was
};

/// The suppressions of a BPMN or DMN file. Each is an extension property of an element,
/// `extensionElements/camunda:properties/camunda:property`, whose name is `pipeline:ignore:<rule>` and whose value is
/// the reason; it holds for that element and all below.
class Suppressions {
public:
    Suppressions() = default;
    Suppressions(const xml::Document &document, const Ruleset &ruleset);

    /// Whether a finding of \a rule on \a element is not to be told; notes which suppressions are about it. What the
    /// engine rejects is always told.
    bool cover(const QString &rule, const QString &element, bool engine);

    const QList<Suppression> &all() const { return m_all; }

private:
    QList<Suppression> m_all;
    // Of a file without suppressions, which are most, nothing is kept.
    QMultiHash<std::pair<QString, int>, int> m_byPlace; ///< rule and element, by their numbers
    QHash<QString, int> m_numbers; ///< of the elements, by id
    std::vector<int> m_parents; ///< of each element; -1: none
};

} // namespace pipeline::validation
