// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../sourceedits.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

/// Without declarations of its own, it says nothing that the file's content could need.
Fix removed(const SourceFile &file, qsizetype begin)
{
    const QByteArrayView text = file.text();
    qsizetype end = begin;
    for (; end < text.size() && text[end] != '>'; ++end) {
        if (text[end] == '[')
            return {};
        if (text[end] == '"' || text[end] == '\'')
            end = text.indexOf(text[end], end + 1);
        if (end < 0)
            return {};
    }
    return end < text.size() ? SourceEdits(file).replace(begin, end + 1 - begin, {}) : Fix();
}

void checkDoctype(const SourceFile &file, Remarks &remarks)
{
    for (const xml::Problem &problem : file.problems()) {
        if (problem.kind == xml::ProblemKind::Doctype)
            remarks.reject(Place(problem.position), problem.message, problem.hint, removed(file, problem.offset));
    }
}

} // namespace

Rule doctype()
{
    return {u"doctype"_s, {FileKind::Bpmn, FileKind::Dmn}, Rule::Needs::Nothing, checkDoctype};
}

} // namespace pipeline::validation::rules
