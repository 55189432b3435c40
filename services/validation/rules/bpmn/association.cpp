// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"

#include "../../omgids.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

void checkAssociation(const SourceFile &file, Remarks &remarks)
{
    Ids ids(file.document(), Ids::Of::Anything);
    for (const bpmn::Scope &scope : readScopes(file.definitions())) {
        for (const int index : scope.associations) {
            const xml::Element &association = file.element(file.definitions().associations[size_t(index)].at);
            for (const auto *name : {"sourceRef", "targetRef"}) {
                const std::string_view id = xml::trimmed(association.attribute(name));
                if (ids.contains(id))
                    continue;
                remarks.reject(Place(association),
                               u"The association has the `%1` %2, which is not in the file."_s.arg(
                                   QLatin1StringView(name), quoted(id)),
                               u"Correct the id, without a prefix, or remove the association."_s);
            }
        }
    }
}

} // namespace

Rule association()
{
    return {u"association"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkAssociation};
}

} // namespace pipeline::validation::rules
