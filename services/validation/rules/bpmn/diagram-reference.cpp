// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"

#include "../../omgids.h"
#include "../../sourceedits.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

class Diagram {
public:
    Diagram(const SourceFile &file, Remarks &remarks)
        : m_file(file),
          m_remarks(remarks),
          m_ids(file.document(), Ids::Of::Anything),
          m_executable(std::ranges::any_of(file.definitions().processes, &bpmn::Process::executable))
    {}

    void checkPlane(const xml::Element &plane)
    {
        if (!hasReference(plane))
            return;
        for (const xml::Element &child : plane.children()) {
            // Without a process to run, the engine has nothing to find shapes for, but looks for edges still.
            const bool isShape = child.is(bpmn::diagram, "BPMNShape");
            if (!isShape && !child.is(bpmn::diagram, "BPMNEdge"))
                continue;
            if (hasReference(child) && (m_executable || !isShape))
                checkReference(child);
        }
    }

private:
    bool hasReference(const xml::Element &element)
    {
        if (!xml::trimmed(element.attribute("bpmnElement")).empty())
            return true;
        m_remarks.reject(Place(element),
                         u"A `%1` of the diagram does not say what it shows."_s.arg(xml::toQString(element.name)),
                         u"Set bpmnElement to the id of an element, or remove it from the diagram."_s);
        return false;
    }

    void checkReference(const xml::Element &element)
    {
        const xml::Attribute &reference = *element.findAttribute("bpmnElement");
        const std::string_view id = xml::trimmed(reference.value);
        if (m_ids.contains(id))
            return;
        const std::string_view bare = bpmn::localPart(id);
        m_remarks.reject(
            Place(element),
            u"A `%1` of the diagram shows %2, which is not in the file."_s.arg(xml::toQString(element.name),
                                                                               quoted(id)),
            u"Correct bpmnElement, without a prefix, or remove what is left of a deleted element."_s,
            m_ids.contains(bare) ? SourceEdits(m_file).setValue(element, reference, xml::toQString(bare)) : Fix());
    }

    const SourceFile &m_file;
    Remarks &m_remarks;
    Ids m_ids;
    bool m_executable;
};

void checkDiagramReference(const SourceFile &file, Remarks &remarks)
{
    const xml::Element *root = file.document().root();
    Diagram diagram(file, remarks);
    for (const xml::Element *plane : file.document().elements(bpmn::diagram, "BPMNPlane")) {
        if (plane->parent && plane->parent->is(bpmn::diagram, "BPMNDiagram") && plane->parent->parent == root)
            diagram.checkPlane(*plane);
    }
}

} // namespace

Rule diagramReference()
{
    return {u"diagram-reference"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkDiagramReference};
}

} // namespace pipeline::validation::rules
