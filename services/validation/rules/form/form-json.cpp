// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

void checkFormJson(const SourceFile &file, Remarks &remarks)
{
    const FormFile &form = file.form();
    if (form.rejected)
        remarks.reject(Place(form.rejected.position), form.rejected.message);
    else if (form.lenient)
        remarks.remark(Place(form.lenient.position), form.lenient.message,
                       u"The engine stores it, but no form can be shown from it."_s);
}

} // namespace

Rule formJson()
{
    return {u"form-json"_s, {FileKind::Form}, Rule::Needs::Nothing, checkFormJson};
}

} // namespace pipeline::validation::rules
