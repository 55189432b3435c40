// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

void checkDoctype(const SourceFile &file, Remarks &remarks)
{
    for (const xml::Problem &problem : file.problems()) {
        if (problem.kind == xml::ProblemKind::Doctype)
            remarks.reject(Place(problem.position), problem.message, problem.hint);
    }
}

} // namespace

Rule doctype()
{
    return {u"doctype"_s, {FileKind::Bpmn, FileKind::Dmn}, Rule::Needs::Nothing, checkDoctype};
}

} // namespace pipeline::validation::rules
