// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../dmnrules.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

void checkBusinessKnowledge(const SourceFile &file, Remarks &remarks)
{
    const xml::Element &root = file.element(file.graph().at);
    for (const xml::Element *knowledge : file.document().elements(root.nameSpace, "businessKnowledgeModel")) {
        remarks.remark(
            Place(*knowledge),
            u"The engine ignores the business knowledge model `%1`: an expression that calls it fails."_s.arg(
                xml::toQString(knowledge->attribute("name"))),
            u"Make it a decision that others require, or write its expression where it is called."_s);
    }
}

} // namespace

Rule businessKnowledge()
{
    return {u"business-knowledge"_s, {FileKind::Dmn}, Rule::Needs::Content, checkBusinessKnowledge};
}

} // namespace pipeline::validation::rules
