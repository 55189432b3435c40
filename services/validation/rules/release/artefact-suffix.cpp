// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

void checkArtefactSuffix(const SourceFile &file, Remarks &remarks)
{
    const QString name = file.input().resource();
    if (engineReads(name, file.kind()))
        return;
    const QString suffix = u'.' + toString(file.kind());
    for (const FileKind other : {FileKind::Bpmn, FileKind::Dmn, FileKind::Form}) {
        if (engineReads(name, other)) {
            remarks.remark({},
                           u"The engine will read %1 as %2, not as %3, by its name."_s.arg(name, toString(other),
                                                                                           toString(file.kind())),
                           u"Rename it to end in %1, or correct its type."_s.arg(suffix));
            return;
        }
    }
    remarks.remark({}, u"The engine will store %1 and deploy nothing from it, by its name."_s.arg(name),
                   u"Rename it to end in %1, in lower case."_s.arg(suffix));
}

} // namespace

Rule artefactSuffix()
{
    return {u"artefact-suffix"_s,
            {FileKind::Bpmn, FileKind::Dmn, FileKind::Form},
            Rule::Needs::Nothing,
            checkArtefactSuffix};
}

} // namespace pipeline::validation::rules
