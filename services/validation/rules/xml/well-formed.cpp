// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

void checkWellFormed(const SourceFile &file, Remarks &remarks)
{
    for (const xml::Problem &problem : file.problems()) {
        if (problem.kind == xml::ProblemKind::NotWellFormed) {
            remarks.reject(Place(problem.position, problem.element),
                           u"The file is not well-formed XML: "_s + problem.message, problem.hint);
        }
    }
}

} // namespace

Rule wellFormed()
{
    return {u"well-formed"_s, {FileKind::Bpmn, FileKind::Dmn}, Rule::Needs::Nothing, checkWellFormed};
}

} // namespace pipeline::validation::rules
