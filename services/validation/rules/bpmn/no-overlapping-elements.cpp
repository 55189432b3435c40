// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <unordered_map>

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

/// What a shape of a diagram covers.
struct Box {
    const xml::Element *plane = nullptr; ///< places in different diagrams have nothing to do with each other
    double left = 0;
    double top = 0;
    double width = 0;
    double height = 0;
    bool isExpanded = false;

    double right() const { return left + width; }
    double bottom() const { return top + height; }

    /// Or touches it, as bpmnlint has it.
    bool overlaps(const Box &other) const
    {
        return plane == other.plane && left <= other.right() && other.left <= right() && top <= other.bottom()
            && other.top <= bottom();
    }
    bool sticksOutOf(const Box &other) const
    {
        return left < other.left || top < other.top || right() > other.right() || bottom() > other.bottom();
    }
};

/// NaN for what is no number, which neither overlaps nor sticks out.
double number(const xml::Element &bounds, std::string_view name)
{
    const std::string_view text = xml::trimmed(bounds.attribute(name));
    double value = qQNaN();
    std::from_chars(text.data(), text.data() + text.size(), value);
    return std::isfinite(value) ? value : qQNaN();
}

/// An element with a shape.
struct Drawn {
    const xml::Element *element = nullptr;
    const Box *box = nullptr;
};

class Layout {
public:
    Layout(const SourceFile &file, Remarks &remarks) : m_file(file), m_remarks(remarks)
    {
        for (const xml::Element *shape : file.document().elements(bpmn::diagram, "BPMNShape")) {
            for (const xml::Element &bounds : shape->children()) {
                if (bounds.name != "Bounds")
                    continue;
                m_boxes[bpmn::localPart(shape->attribute("bpmnElement"))] = {
                    shape->parent,
                    number(bounds, "x"),
                    number(bounds, "y"),
                    number(bounds, "width"),
                    number(bounds, "height"),
                    xml::trimmed(shape->attribute("isExpanded")) == "true"};
            }
        }
    }

    void check()
    {
        std::vector<Drawn> pools;
        for (const xml::Element *participant : m_file.document().elements(bpmn::model, "participant"))
            add(*participant, pools);
        for (const Drawn &pool : pools)
            m_pools[bpmn::localPart(pool.element->attribute("processRef"))] = pool.box;
        checkOverlaps(pools);
        for (const bpmn::Scope &scope : m_file.definitions().scopes) {
            const xml::Element &around = m_file.element(scope.at);
            std::vector<Drawn> drawn;
            for (const xml::Element &child : around.children()) {
                if (child.name != "textAnnotation" && child.name != "group")
                    add(child, drawn);
            }
            if (const Box *box = boxAround(around))
                checkInside(drawn, *box, around);
            checkOverlaps(drawn);
        }
    }

private:
    /// Of all files that people draw, far less is enough; it bounds what a file can cost that nobody has drawn.
    static constexpr int mostComparisons = 2'000'000;

    const Box *boxOf(std::string_view id) const
    {
        const auto found = m_boxes.find(id);
        return found == m_boxes.end() ? nullptr : &found->second;
    }

    void add(const xml::Element &element, std::vector<Drawn> &drawn) const
    {
        const std::string_view id = xml::trimmed(element.attribute("id"));
        if (const Box *box = id.empty() ? nullptr : boxOf(id))
            drawn.push_back({&element, box});
    }

    /// That of the pool or of an expanded sub-process; null when there is none to stay within.
    const Box *boxAround(const xml::Element &around) const
    {
        const std::string_view id = xml::trimmed(around.attribute("id"));
        if (around.name == "process") {
            const auto pool = m_pools.find(id);
            return pool == m_pools.end() ? nullptr : pool->second;
        }
        const Box *box = boxOf(id);
        return box && box->isExpanded ? box : nullptr;
    }

    void checkInside(const std::vector<Drawn> &drawn, const Box &box, const xml::Element &around)
    {
        for (const Drawn &inner : drawn) {
            // Modellers let data stores stand outside.
            if (inner.element->name == "dataStoreReference" || inner.box->plane != box.plane
                || !inner.box->sticksOutOf(box))
                continue;
            m_remarks.remark(Place(*inner.element),
                             u"%1 is drawn outside of %2, which it belongs to."_s.arg(
                                 quoted(inner.element->attribute("id")), quoted(around.attribute("id"))),
                             u"Move it in, or make that larger."_s);
        }
    }

    /// Goes along the longer side of the diagram, so that few are side by side.
    void checkOverlaps(std::vector<Drawn> drawn)
    {
        std::erase_if(drawn, [](const Drawn &one) { return std::isnan(one.box->right() + one.box->bottom()); });
        const auto spread = [&](double Box::*side) {
            const auto [least, most] = std::ranges::minmax_element(drawn, {},
                                                                   [=](const Drawn &one) { return one.box->*side; });
            return drawn.empty() ? 0 : most->box->*side - least->box->*side;
        };
        const bool isWide = spread(&Box::left) >= spread(&Box::top);
        const auto begin = [=](const Drawn &one) { return isWide ? one.box->left : one.box->top; };
        const auto end = [=](const Drawn &one) { return isWide ? one.box->right() : one.box->bottom(); };
        std::ranges::stable_sort(drawn, {}, begin);
        std::vector<const xml::Element *> overlapped(drawn.size()); ///< one of those that each overlaps
        for (size_t i = 0; i < drawn.size(); ++i) {
            for (size_t j = i + 1; j < drawn.size() && begin(drawn[j]) <= end(drawn[i]); ++j) {
                if (++m_comparisons > mostComparisons)
                    break;
                const Drawn &first = drawn[i];
                const Drawn &second = drawn[j];
                if (first.box->overlaps(*second.box) && !isBoundaryEventOf(*first.element, *second.element)
                    && !isBoundaryEventOf(*second.element, *first.element)) {
                    overlapped[i] = second.element;
                    overlapped[j] = first.element;
                }
            }
        }
        for (size_t i = 0; i < drawn.size(); ++i) {
            if (!overlapped[i])
                continue;
            m_remarks.remark(Place(*drawn[i].element),
                             u"%1 and %2 overlap in the diagram, or touch."_s.arg(
                                 quoted(drawn[i].element->attribute("id")), quoted(overlapped[i]->attribute("id"))),
                             u"Move one of them."_s);
        }
    }

    static bool isBoundaryEventOf(const xml::Element &event, const xml::Element &host)
    {
        return event.name == "boundaryEvent"
            && bpmn::localPart(event.attribute("attachedToRef")) == xml::trimmed(host.attribute("id"));
    }

    const SourceFile &m_file;
    Remarks &m_remarks;
    std::unordered_map<std::string_view, Box> m_boxes; ///< by what they show
    std::unordered_map<std::string_view, const Box *> m_pools; ///< by their processes
    int m_comparisons = 0;
};

void checkNoOverlappingElements(const SourceFile &file, Remarks &remarks)
{
    Layout(file, remarks).check();
}

} // namespace

Rule noOverlappingElements()
{
    return {u"no-overlapping-elements"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkNoOverlappingElements};
}

} // namespace pipeline::validation::rules
