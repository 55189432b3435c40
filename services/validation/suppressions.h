// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "xml/position.h"

#include <QHash>
#include <QList>
#include <QString>

#include <vector>

namespace pipeline::validation {

class Ruleset;
class SourceFile;

/// A place in a file that says that what one rule finds there is meant.
struct Suppression {
    QString rule; ///< as written
    QString reason; ///< empty: the suppression has no effect
    QString element; ///< id of the element that it stands on, or of the nearest around that
    xml::Position position;
    bool isUsed = false; ///< there was something to suppress, or the rule is not asked
    bool isRefused = false; ///< the engine rejects the file for what there was
};

/// The suppressions of a file, each of which holds for an element and all below.
///
/// In BPMN and DMN it is an extension property, `extensionElements/camunda:properties/camunda:property`, whose name is
/// `pipeline:ignore:<rule>` and whose value is the reason; or, as BPMN's root has no extension elements, an attribute
/// of the root in the namespace `urn:prometheus-pipeline:ignore` with the rule's name. In a form it is a member of that
/// name of the `properties` of a component or of the form; in a page a comment, `<!-- pipeline:ignore:<rule> reason
/// -->`, which holds for the whole page.
class Suppressions {
public:
    Suppressions() = default;
    Suppressions(const SourceFile &file, const Ruleset &ruleset);

    /// Whether a finding of \a rule on \a element, an id, is not to be told; notes which suppressions are about it.
    /// What names no element of the file is on its root. What the engine rejects is always told.
    bool cover(const QString &rule, const QString &element, bool engine);

    const QList<Suppression> &all() const { return m_all; }

private:
    void readXml(const SourceFile &file);
    void readForm(const SourceFile &file);
    void readPage(const SourceFile &file);
    void add(Suppression suppression, int place);

    QList<Suppression> m_all;
    // Of a file without suppressions, which are most, nothing is kept.
    QMultiHash<std::pair<QString, int>, int> m_byPlace; ///< rule and element, by their numbers
    QHash<QString, int> m_numbers; ///< of the elements, by id
    std::vector<int> m_parents; ///< of each element, the root first; -1: none
};

} // namespace pipeline::validation
