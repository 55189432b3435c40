// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"

#include "bpmn/effectiveevent.h"
#include "bpmn/namespaces.h"
#include "expression/juel.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

/// The engine compiles any text and expects true or false of it when it gets there.
void checkConditionText(const xml::Element &condition, const QString &whose, Remarks &remarks)
{
    const bool isScript = condition.findAttribute("language");
    if (isScript && bpmn::extension(condition, "resource"))
        return;
    const QString text = xml::toQString(xml::trimmed(condition.text));
    static const QString hint = u"Write it between braces, for example ${amount > 1000}."_s;
    if (text.isEmpty()) {
        remarks.remark(Place(condition),
                       u"The condition of %1 is empty, so the engine fails when it gets there."_s.arg(whose),
                       isScript ? u"Write the script between the tags."_s : hint);
        return;
    }
    if (isScript)
        return;
    const expression::Juel juel = expression::readJuel(text);
    const bool isWord = juel.constant
        && (juel.constant->compare("true"_L1, Qt::CaseInsensitive) == 0
            || juel.constant->compare("false"_L1, Qt::CaseInsensitive) == 0);
    if (!juel.problem && !juel.dynamic && !isWord) {
        remarks.remark(
            Place(condition),
            u"The condition \"%1\" of %2 is plain text, so the engine fails when it gets there."_s.arg(text, whose),
            hint);
    }
}

void checkExpressionCondition(const SourceFile &file, Remarks &remarks)
{
    const bpmn::Definitions &definitions = file.definitions();
    for (const bpmn::SequenceFlow &flow : definitions.flows) {
        if (flow.isConditional() && definitions.scopes[size_t(flow.scope)].read)
            checkConditionText(file.element(flow.condition), u"the sequence flow `%1`"_s.arg(flow.id), remarks);
    }
    for (const bpmn::FlowNode &node : definitions.nodes) {
        const bpmn::EventDefinition *event = node.isRead() ? bpmn::effectiveEvent(definitions, node) : nullptr;
        if (!event || event->kind != bpmn::EventKind::Conditional)
            continue;
        if (const xml::Element *condition = file.element(event->at).child(bpmn::model, "condition"))
            checkConditionText(*condition, u"the event `%1`"_s.arg(node.id), remarks);
    }
}

} // namespace

Rule expressionCondition()
{
    return {u"expression-condition"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkExpressionCondition};
}

} // namespace pipeline::validation::rules
