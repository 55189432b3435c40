// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"

#include <unordered_set>

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

/// What `incoming` or `outgoing` of a node say, against the flows that there are.
class FlowLists {
public:
    FlowLists(const SourceFile &file, Remarks &remarks) : m_file(file), m_remarks(remarks) {}

    void check(const bpmn::FlowNode &node, const char *list, const std::vector<int> &flows)
    {
        std::unordered_set<std::string_view> ids;
        for (const int flow : flows)
            ids.insert(idOf(flow));
        std::unordered_set<std::string_view> listed;
        for (const xml::Element &child : m_file.element(node.at).children()) {
            if (!child.is(bpmn::model, list))
                continue;
            const std::string_view id = bpmn::localPart(child.text);
            listed.insert(id);
            if (!ids.contains(id)) {
                m_remarks.remark(Place(child),
                                 u"The %1 lists %2 as `%3`, and no such flow %4 it."_s.arg(
                                     described(node), quoted(id), QLatin1StringView(list), verb(list)),
                                 hint());
            }
        }
        if (listed.empty())
            return;
        for (const int flow : flows) {
            if (const std::string_view id = idOf(flow); !id.empty() && !listed.contains(id)) {
                m_remarks.remark(placeOf(node),
                                 u"The sequence flow %1 %2 the %3, which does not list it as `%4`."_s.arg(
                                     quoted(id), verb(list), described(node), QLatin1StringView(list)),
                                 hint());
            }
        }
    }

private:
    std::string_view idOf(int flow) const
    {
        return xml::trimmed(m_file.element(m_file.definitions().flows[size_t(flow)].at).attribute("id"));
    }

    static QString verb(std::string_view list) { return list == "incoming" ? u"enters"_s : u"leaves"_s; }
    static QString hint()
    {
        return u"The engine goes by the flows alone, other tools by the lists: make them agree, or leave them out."_s;
    }

    const SourceFile &m_file;
    Remarks &m_remarks;
};

void checkIncomingOutgoing(const SourceFile &file, Remarks &remarks)
{
    FlowLists lists(file, remarks);
    for (const bpmn::FlowNode &node : file.definitions().nodes) {
        lists.check(node, "incoming", node.incoming);
        lists.check(node, "outgoing", node.outgoing);
    }
}

} // namespace

Rule incomingOutgoing()
{
    return {u"incoming-outgoing"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkIncomingOutgoing};
}

} // namespace pipeline::validation::rules
