// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../omgids.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

void checkIdref(const SourceFile &file, Remarks &remarks)
{
    Ids ids(file.document(), Ids::Of::Schemas);
    for (const xml::Element &element : file.document().elements()) {
        for (const XmlReference &reference : xmlReferences(element)) {
            if (ids.contains(reference.target))
                continue;
            const QString from = reference.attribute.empty()
                ? u"`%1`"_s.arg(xml::toQString(element.name))
                : u"`%1` of `%2`"_s.arg(xml::toQString(reference.attribute), xml::toQString(element.name));
            remarks.reject(
                Place(element),
                u"%1 refers to `%2`, which is not in the file."_s.arg(from, xml::toQString(reference.target)),
                u"Refer to the id of an element of this file, or remove the reference."_s);
        }
    }
}

} // namespace

Rule idref()
{
    return {u"idref"_s, {FileKind::Bpmn, FileKind::Dmn}, Rule::Needs::Content, checkIdref};
}

} // namespace pipeline::validation::rules
