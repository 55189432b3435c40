// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

void checkImport(const SourceFile &file, Remarks &remarks)
{
    const xml::Element *root = file.document().root();
    for (const xml::Element *import : file.document().elements(bpmn::model, "import")) {
        if (import->parent != root)
            continue;
        remarks.reject(Place(*import),
                       u"The file imports %1, and the engine imports nothing: it refuses the type %2."_s.arg(
                           quoted(import->attribute("location")), quoted(import->attribute("importType"))),
                       u"Remove the import and what refers to it; the process runs without."_s);
    }
}

} // namespace

Rule import()
{
    return {u"import"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkImport};
}

} // namespace pipeline::validation::rules
