// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../dmnrules.h"

#include <vector>

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

enum class LoopState { New, Open, Done };

/// Follows the requirements of a decision, depth first, without recursion: a file may have very many.
class LoopSearch {
public:
    LoopSearch(const SourceFile &file, std::vector<LoopState> &states, Remarks &remarks)
        : m_file(file), m_states(states), m_remarks(remarks)
    {}

    void run(int start)
    {
        enter(start);
        while (!m_path.empty()) {
            Step &step = m_path.back();
            const auto &requirements = decision(step.decision).requirements;
            if (step.next == requirements.size()) {
                m_states[size_t(step.decision)] = LoopState::Done;
                m_path.pop_back();
                continue;
            }
            const dmn::Requirement &requirement = requirements[step.next++];
            if (requirement.decision < 0)
                continue;
            if (m_states[size_t(requirement.decision)] == LoopState::New)
                enter(requirement.decision);
            else if (m_states[size_t(requirement.decision)] == LoopState::Open)
                report(requirement);
        }
    }

private:
    struct Step {
        int decision = -1;
        size_t next = 0; ///< of its requirements
    };

    const dmn::Decision &decision(int index) const { return m_file.graph().decisions[size_t(index)]; }

    void enter(int index)
    {
        m_states[size_t(index)] = LoopState::Open;
        m_path.push_back({index, 0});
    }

    void report(const dmn::Requirement &closing)
    {
        m_remarks.reject(placeOf(m_file, closing.at),
                         closing.decision == m_path.back().decision
                             ? u"The %1 requires its own result."_s.arg(described(decision(closing.decision)))
                             : u"The %1 requires the %2, which requires it in turn."_s.arg(
                                   described(decision(m_path.back().decision)), described(decision(closing.decision))),
                         u"Remove one of the requirements of the loop."_s);
    }

    const SourceFile &m_file;
    std::vector<LoopState> &m_states;
    Remarks &m_remarks;
    std::vector<Step> m_path;
};

/// Source: DefaultDmnTransform.ensureNoLoopInDecisions, error DMN-02015.
void checkRequirementLoop(const SourceFile &file, Remarks &remarks)
{
    const dmn::Graph &graph = file.graph();
    std::vector<LoopState> states(graph.decisions.size(), LoopState::New);
    for (size_t start = 0; start < graph.decisions.size(); ++start) {
        if (states[start] == LoopState::New)
            LoopSearch(file, states, remarks).run(int(start));
    }
}

} // namespace

Rule requirementLoop()
{
    return {u"requirement-loop"_s, {FileKind::Dmn}, Rule::Needs::Content, checkRequirementLoop};
}

} // namespace pipeline::validation::rules
