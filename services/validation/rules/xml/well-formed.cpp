// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../sourceedits.h"

#include "bpmn/namespaces.h"
#include "dmn/dmnfacts.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

/// What stands before the XML declaration, when that is blank.
Fix declarationMovedToBegin(const SourceFile &file)
{
    const QByteArrayView text = file.text();
    const qsizetype begin = text.indexOf("<?xml");
    const bool isBlank = begin > 0 && text.first(begin).trimmed().isEmpty();
    return isBlank ? SourceEdits(file).replace(0, begin, {}) : Fix();
}

/// An ampersand where the parser is at a loss, which begins no reference: it stops behind it, or behind the name that
/// no semicolon follows.
Fix ampersandEscaped(const SourceFile &file, qsizetype stop)
{
    const QByteArrayView text = file.text();
    if (stop >= text.size() || text[stop] == ';')
        return {};
    const qsizetype begin = text.first(stop).lastIndexOf('&');
    if (begin < 0)
        return {};
    const QByteArrayView name = text.sliced(begin + 1, stop - begin - 1);
    const bool isName = std::ranges::all_of(name, [](char c) { return isalnum(uchar(c)) != 0 || c == '_'; });
    return isName ? SourceEdits(file).replace(begin, 1, "&amp;") : Fix();
}

/// A declaration at the root for a prefix that means one thing in files of that kind.
Fix prefixDeclared(const SourceFile &file, const QString &prefix)
{
    static const QHash<QString, std::string_view> general{{u"xsi"_s, "http://www.w3.org/2001/XMLSchema-instance"}};
    static const QHash<QString, std::string_view> ofBpmn{{u"camunda"_s, bpmn::camunda},
                                                         {u"bpmn"_s, bpmn::model},
                                                         {u"bpmndi"_s, bpmn::diagram},
                                                         {u"dc"_s, "http://www.omg.org/spec/DD/20100524/DC"},
                                                         {u"di"_s, "http://www.omg.org/spec/DD/20100524/DI"}};
    static const QHash<QString, std::string_view> ofDmn{{u"camunda"_s, dmn::camunda}};
    const auto nameSpace = (file.kind() == FileKind::Bpmn ? ofBpmn : ofDmn).value(prefix, general.value(prefix));
    const xml::Element *root = file.document().root();
    return root && !nameSpace.empty()
        ? SourceEdits(file).addAttribute(*root, u"xmlns:"_s + prefix, xml::toQString(nameSpace))
        : Fix();
}

Fix repaired(const SourceFile &file, const xml::Problem &problem)
{
    if (!problem.name.isEmpty())
        return prefixDeclared(file, problem.name);
    if (problem.offset < 0)
        return {};
    const Fix moved = declarationMovedToBegin(file);
    return moved.isEmpty() ? ampersandEscaped(file, problem.offset) : moved;
}

void checkWellFormed(const SourceFile &file, Remarks &remarks)
{
    for (const xml::Problem &problem : file.problems()) {
        if (problem.kind == xml::ProblemKind::NotWellFormed) {
            remarks.reject(Place(problem.position, problem.element),
                           u"The file is not well-formed XML: "_s + problem.message, problem.hint,
                           repaired(file, problem));
        }
    }
}

} // namespace

Rule wellFormed()
{
    return {u"well-formed"_s, {FileKind::Bpmn, FileKind::Dmn}, Rule::Needs::Nothing, checkWellFormed};
}

} // namespace pipeline::validation::rules
