// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"

#include <unordered_set>

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

/// What the elements of the file refer to, by id.
std::unordered_set<std::string_view> referredIds(const xml::Document &document)
{
    std::unordered_set<std::string_view> ids;
    for (const xml::Element &element : document.elements()) {
        if (element.name.ends_with("MessageRef"))
            ids.insert(bpmn::localPart(element.text)); // of an operation
        for (const xml::Attribute &attribute : element.attributes) {
            const std::string_view name = attribute.name;
            if (name == "messageRef" || name == "signalRef" || name == "errorRef" || name == "escalationRef")
                ids.insert(bpmn::localPart(attribute.value));
        }
    }
    return ids;
}

class Globals {
public:
    Globals(const SourceFile &file, Remarks &remarks)
        : m_file(file), m_remarks(remarks), m_referred(referredIds(file.document()))
    {}

    void check(const bpmn::GlobalEvent &global)
    {
        const QString what = u"The %1 %2"_s.arg(toString(global.kind), quoted(global.id));
        const Place place = placeOf(global.at, global.id);
        if (!m_referred.contains(xml::trimmed(m_file.element(global.at).attribute("id")))) {
            m_remarks.remark(place, what + u" is not used."_s, u"Remove it, or let an event refer to it."_s);
            return;
        }
        if (global.kind == bpmn::EventKind::Signal)
            return; // signal-name
        if (global.name.trimmed().isEmpty()) {
            // An error or escalation is known by its code.
            if (global.kind == bpmn::EventKind::Message || global.code.trimmed().isEmpty())
                m_remarks.remark(place, what + u" has no name."_s, u"Name it, so that readers know it."_s);
        } else if (const QString &first = m_first[{int(global.kind), global.name}]; first.isNull()) {
            m_first[{int(global.kind), global.name}] = quoted(global.id);
        } else {
            m_remarks.remark(place, u"%1 has the name %2, and %3 has it too."_s.arg(what, quoted(global.name), first),
                             u"Keep one and let all events refer to that, or name them differently."_s);
        }
    }

private:
    const SourceFile &m_file;
    Remarks &m_remarks;
    std::unordered_set<std::string_view> m_referred;
    QHash<std::pair<int, QString>, QString> m_first; ///< by kind and name
};

void checkGlobal(const SourceFile &file, Remarks &remarks)
{
    Globals globals(file, remarks);
    for (const bpmn::GlobalEvent &global : file.definitions().globals)
        globals.check(global);
}

} // namespace

Rule global()
{
    return {u"global"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkGlobal};
}

} // namespace pipeline::validation::rules
