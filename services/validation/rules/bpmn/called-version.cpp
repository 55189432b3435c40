// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"

#include <charconv>

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

/// Which attributes say the version of what is called.
struct Names {
    const char *binding;
    const char *version;
    const char *versionTag;
};

/// The engine reads it when it gets there.
bool isUsable(std::string_view value, bool isTag)
{
    if (value.find("${") != std::string_view::npos || value.find("#{") != std::string_view::npos)
        return true;
    int number = 0;
    const auto end = value.data() + value.size();
    return isTag ? !value.empty() : std::from_chars(value.data(), end, number) == std::from_chars_result{end, {}};
}

void checkVersion(const SourceFile &file, const bpmn::FlowNode &node, const Names &names, Remarks &remarks)
{
    const xml::Element &element = file.element(node.at);
    const std::string_view binding = bpmn::extensionValue(element, names.binding);
    const char *missing = nullptr;
    if (binding == "version")
        missing = names.version;
    else if (binding == "versionTag")
        missing = names.versionTag;
    else if (!binding.empty() && binding != "latest" && binding != "deployment") {
        remarks.remark(placeOf(node),
                       u"The %1 has camunda:%2 %3, which the engine does not know and takes for latest."_s.arg(
                           described(node), QLatin1StringView(names.binding), quoted(binding)),
                       u"Write latest, deployment, version or versionTag."_s);
    }
    if (!missing)
        return;
    const xml::Attribute *version = bpmn::extension(element, missing);
    if (!version) {
        remarks.reject(placeOf(node),
                       u"The %1 calls by %2 and has no camunda:%3."_s.arg(described(node), xml::toQString(binding),
                                                                          QLatin1StringView(missing)),
                       u"Set camunda:%1, or another binding."_s.arg(QLatin1StringView(missing)));
    } else if (!isUsable(version->value, binding == "versionTag")) {
        remarks.remark(
            placeOf(node),
            u"The %1 calls by %2, and camunda:%3 %4 is none, so that the engine fails when it gets there."_s.arg(
                described(node), xml::toQString(binding), QLatin1StringView(missing), quoted(version->value)),
            u"Write a whole number, a tag or an expression, as the binding has it."_s);
    }
}

void checkCalledVersion(const SourceFile &file, Remarks &remarks)
{
    for (const bpmn::FlowNode &node : readNodes(file.definitions())) {
        const xml::Element &element = file.element(node.at);
        if (node.kind == bpmn::NodeKind::BusinessRuleTask && bpmn::extension(element, "decisionRef")) {
            checkVersion(file, node, {"decisionRefBinding", "decisionRefVersion", "decisionRefVersionTag"}, remarks);
        } else if (node.kind == bpmn::NodeKind::CallActivity && element.findAttribute("calledElement")) {
            checkVersion(file, node, {"calledElementBinding", "calledElementVersion", "calledElementVersionTag"},
                         remarks);
        } else if (node.kind == bpmn::NodeKind::CallActivity) {
            // A case has no version tag of its own, and the engine looks for the process's.
            checkVersion(file, node, {"caseBinding", "caseVersion", "calledElementVersionTag"}, remarks);
        }
    }
}

} // namespace

Rule calledVersion()
{
    return {u"called-version"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkCalledVersion};
}

} // namespace pipeline::validation::rules
