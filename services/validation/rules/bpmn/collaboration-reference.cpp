// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"
#include "../../omgids.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

/// The engine ignores what it does not find of a collaboration, and the schema does not follow these references.
void checkCollaborationReference(const SourceFile &file, Remarks &remarks)
{
    Ids ids(file.document(), Ids::Of::Schemas);
    const auto check = [&](const xml::Element &element, const QString &what, std::string_view attribute) {
        const std::string_view reference = xml::trimmed(element.attribute(attribute));
        if (reference.empty() || ids.contains(bpmn::localPart(reference)))
            return;
        remarks.remark(Place(element), u"The %1 %2, which is not in the file."_s.arg(what, quoted(reference)),
                       u"Correct the reference, or remove what is left of something that was deleted."_s);
    };
    for (const xml::Element *pool : file.document().elements(bpmn::model, "participant"))
        check(*pool, u"pool shows the process"_s, "processRef");
    for (const xml::Element *flow : file.document().elements(bpmn::model, "messageFlow")) {
        check(*flow, u"message flow comes from"_s, "sourceRef");
        check(*flow, u"message flow leads to"_s, "targetRef");
    }
}

} // namespace

Rule collaborationReference()
{
    return {u"collaboration-reference"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkCollaborationReference};
}

} // namespace pipeline::validation::rules
