// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

void checkFormId(const SourceFile &file, Remarks &remarks)
{
    const FormFile &form = file.form();
    static const QString hint = u"Give the form an \"id\" that is a text: formRef finds it by that."_s;
    if (form.idRejected) {
        remarks.reject(Place(form.idRejected.position), form.idRejected.message, hint);
    } else if (!form.hasId || form.id.isEmpty()) {
        remarks.remark(Place(form.hasId ? form.idPosition : xml::Position{1, 1}),
                       u"The form has no id, so its key is empty."_s, hint);
    } else if (!form.idIsText) {
        remarks.remark(Place(form.idPosition), u"The form's id is not a text."_s, hint);
    }
}

} // namespace

Rule formId()
{
    return {u"form-id"_s, {FileKind::Form}, Rule::Needs::Content, checkFormId};
}

} // namespace pipeline::validation::rules
