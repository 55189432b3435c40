// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

constexpr qsizetype longestPath = 250; ///< UTF-16 units; longer ones are not compared

/// The paths by which the components of a form are bound to its data, as a tree of their segments.
///
/// A component with a key takes its path for itself alone. The path of a group may lie on those of others; into that of
/// a dynamic list only what is in the list may write.
class BindingPaths {
public:
    explicit BindingPaths(const QList<FormComponent> &components) : m_components(components) { m_nodes.emplace_back(); }

    /// The component whose path does not go together with that of \a component; -1: there is none, and it has it now.
    /// Components have to be added in the order of the form.
    int add(int component)
    {
        const FormComponent &added = m_components[component];
        const QString type = added.text(u"type"_s);
        const bool closed = hasKey(type);
        const bool repeats = type == "dynamiclist"_L1;
        int node = added.parent < 0 ? 0 : m_ends[size_t(added.parent)];
        QString path = closed               ? added.text(u"key"_s)
            : type == "group"_L1 || repeats ? added.text(u"path"_s)
                                            : QString();
        if ((path.isEmpty() && (closed || repeats)) || path.size() > longestPath)
            path = u"\n%1"_s.arg(component); // a viewer makes up a name
        int clash = -1;
        if (!path.isEmpty()) {
            clash = clashOf(component, node, path.split(u'.'), closed || repeats);
            // After a clash the component's own begin anew, so that each clash is told once.
            node = clash < 0 ? claim(component, node, path.split(u'.')) : nodeOf(component);
            m_nodes[size_t(node)].closed = closed;
            m_nodes[size_t(node)].repeats = repeats;
        }
        m_ends.push_back(node);
        return clash;
    }

private:
    struct Node {
        int component = -1; ///< that was the first to claim it
        bool closed = false; ///< the end of a key
        bool repeats = false; ///< the end of a dynamic list's path
    };

    int nodeOf(int component)
    {
        m_nodes.push_back({component});
        return int(m_nodes.size()) - 1;
    }

    int clashOf(int component, int node, const QStringList &segments, bool alone) const
    {
        if (m_nodes[size_t(node)].closed)
            return m_nodes[size_t(node)].component;
        for (const QString &segment : segments) {
            node = m_children.value({node, segment}, -1);
            if (node < 0)
                return -1;
            const Node &reached = m_nodes[size_t(node)];
            if (reached.closed || (reached.repeats && !isWithin(component, reached.component)))
                return reached.component;
        }
        return alone ? m_nodes[size_t(node)].component : -1;
    }

    int claim(int component, int node, const QStringList &segments)
    {
        for (const QString &segment : segments) {
            const auto next = m_children.constFind({node, segment});
            node = next != m_children.cend() ? *next : *m_children.insert({node, segment}, nodeOf(component));
        }
        return node;
    }

    bool isWithin(int component, int ancestor) const
    {
        while (component >= 0 && component != ancestor)
            component = m_components[component].parent;
        return component >= 0;
    }

    const QList<FormComponent> &m_components;
    std::vector<Node> m_nodes; ///< the first is the root
    QHash<std::pair<int, QString>, int> m_children; ///< by node and segment
    std::vector<int> m_ends; ///< of each component: the node at which its path ends
};

/// The member that says to which path a component is bound.
const FormComponent::Member *bindingOf(const FormComponent &component)
{
    return component.member(hasKey(component.text(u"type"_s)) ? u"key"_s : u"path"_s);
}

QString clashMessage(const FormComponent::Member *binding, const FormComponent::Member *taken)
{
    if (!binding || !taken)
        return u"A component that has a value of its own cannot hold others that have one."_s;
    const QString line = QString::number(taken->position.line);
    return binding->text == taken->text
        ? u"`%1` is taken in line %2."_s.arg(binding->text, line)
        : u"`%1` does not go together with `%2` in line %3."_s.arg(binding->text, taken->text, line);
}

void checkFormPaths(const SourceFile &file, Remarks &remarks)
{
    const QList<FormComponent> &components = file.form().components;
    BindingPaths paths(components);
    for (int i = 0; i < components.size(); ++i) {
        const int other = paths.add(i);
        if (other < 0)
            continue;
        const FormComponent::Member *binding = bindingOf(components[i]);
        remarks.remark(Place(binding ? binding->position : components[i].position, components[i].text(u"id"_s)),
                       clashMessage(binding, bindingOf(components[other])),
                       u"Bind the component to another path: the form cannot be shown."_s);
    }
}

} // namespace

Rule formPath()
{
    return {u"form-path"_s, {FileKind::Form}, Rule::Needs::Content, checkFormPaths};
}

} // namespace pipeline::validation::rules
