// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

void checkSchema(const SourceFile &file, Remarks &remarks)
{
    for (const xml::Problem &problem : file.problems()) {
        if (problem.kind == xml::ProblemKind::Schema)
            remarks.reject(Place(problem.position, problem.element), problem.message, problem.hint);
    }
    const xml::Element *root = file.document().root();
    if (file.kind() == FileKind::Dmn && root && !file.isKnownDmn()) {
        remarks.reject(
            Place(*root),
            u"The engine knows no DMN version with the namespace \"%1\"."_s.arg(xml::toQString(root->nameSpace)),
            u"Save the decision as DMN 1.3, for example; the engine knows 1.1 to 1.5."_s);
    }
}

} // namespace

Rule schema()
{
    return {u"schema"_s, {FileKind::Bpmn, FileKind::Dmn}, Rule::Needs::Nothing, checkSchema};
}

} // namespace pipeline::validation::rules
