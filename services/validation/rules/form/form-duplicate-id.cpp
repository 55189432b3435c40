// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

/// The form's own id is among them, for a viewer keeps all in one register.
void checkComponentIds(const SourceFile &file, Remarks &remarks)
{
    QHash<QString, int> lines;
    for (const FormComponent &component : file.form().components) {
        const FormComponent::Member *id = component.member(u"id"_s);
        if (!id || id->text.isEmpty() || id->isNothing())
            continue;
        const auto first = lines.constFind(id->text);
        if (first == lines.cend()) {
            lines.insert(id->text, id->position.line);
        } else {
            remarks.remark(Place(id->position, id->text),
                           u"The id `%1` is taken in line %2."_s.arg(id->text, QString::number(*first)),
                           u"Give the component another id, or none: the form cannot be shown."_s);
        }
    }
}

} // namespace

Rule formDuplicateId()
{
    return {u"form-duplicate-id"_s, {FileKind::Form}, Rule::Needs::Content, checkComponentIds};
}

} // namespace pipeline::validation::rules
