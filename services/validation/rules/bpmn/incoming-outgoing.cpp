// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"

#include <unordered_map>

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

/// The lists of all nodes against the flows that there are.
class FlowLists {
public:
    FlowLists(const SourceFile &file, Remarks &remarks)
        : m_file(file), m_definitions(file.definitions()), m_remarks(remarks)
    {
        for (size_t i = 0; i < m_definitions.flows.size(); ++i)
            m_flows.insert({idOf(m_definitions.flows[i]), int(i)});
    }

    /// \a end is the one that the list belongs to, and \a verb what a flow does to a node there.
    void check(const char *list, int bpmn::SequenceFlow::*end, const QString &verb)
    {
        const QString hint =
            u"The engine goes by the flows alone, other tools by the lists: make them agree, or leave them out."_s;
        std::vector<bool> hasList(m_definitions.nodes.size());
        std::vector<bool> isListed(m_definitions.flows.size());
        for (size_t i = 0; i < m_definitions.nodes.size(); ++i) {
            const bpmn::FlowNode &node = m_definitions.nodes[i];
            for (const xml::Element &child : m_file.element(node.at).children()) {
                if (!child.is(bpmn::model, list))
                    continue;
                hasList[i] = true;
                const std::string_view id = bpmn::localPart(child.text);
                const auto flow = m_flows.find(id);
                if (flow != m_flows.end() && m_definitions.flows[size_t(flow->second)].*end == int(i)) {
                    isListed[size_t(flow->second)] = true;
                    continue;
                }
                m_remarks.remark(Place(child),
                                 u"The %1 lists %2 as `%3`, and no such flow %4 it."_s.arg(
                                     described(node), quoted(id), QLatin1StringView(list), verb),
                                 hint);
            }
        }
        for (size_t i = 0; i < m_definitions.flows.size(); ++i) {
            const bpmn::SequenceFlow &flow = m_definitions.flows[i];
            if (isListed[i] || flow.id.isEmpty() || flow.*end < 0 || !hasList[size_t(flow.*end)])
                continue;
            const bpmn::FlowNode &node = m_definitions.nodes[size_t(flow.*end)];
            m_remarks.remark(placeOf(node),
                             u"The %1 %2 the %3, which does not list it as `%4`."_s.arg(
                                 described(flow), verb, described(node), QLatin1StringView(list)),
                             hint);
        }
    }

private:
    std::string_view idOf(const bpmn::SequenceFlow &flow) const
    {
        return xml::trimmed(m_file.element(flow.at).attribute("id"));
    }

    const SourceFile &m_file;
    const bpmn::Definitions &m_definitions;
    Remarks &m_remarks;
    std::unordered_map<std::string_view, int> m_flows; ///< by id
};

void checkIncomingOutgoing(const SourceFile &file, Remarks &remarks)
{
    FlowLists lists(file, remarks);
    lists.check("incoming", &bpmn::SequenceFlow::to, u"enters"_s);
    lists.check("outgoing", &bpmn::SequenceFlow::from, u"leaves"_s);
}

} // namespace

Rule incomingOutgoing()
{
    return {u"incoming-outgoing"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkIncomingOutgoing};
}

} // namespace pipeline::validation::rules
