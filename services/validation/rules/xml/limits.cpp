// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

void checkLimits(const SourceFile &file, Remarks &remarks)
{
    for (const xml::Problem &problem : file.problems()) {
        if (problem.kind == xml::ProblemKind::Limit)
            remarks.reject(Place(problem.position, problem.element), problem.message, problem.hint);
    }
    if (!file.tooLarge().isEmpty())
        remarks.reject({}, file.tooLarge());
}

} // namespace

Rule limits()
{
    return {u"limits"_s,
            {FileKind::Bpmn, FileKind::Dmn, FileKind::Form, FileKind::Html},
            Rule::Needs::Nothing,
            checkLimits};
}

} // namespace pipeline::validation::rules
