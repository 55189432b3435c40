// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"

#include "../../fields.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

const QStringList &fieldsOf(ServiceLike::Way way)
{
    static const QStringList mail{u"to"_s,      u"from"_s, u"cc"_s,   u"bcc"_s,
                                  u"subject"_s, u"text"_s, u"html"_s, u"charset"_s};
    static const QStringList shell{u"command"_s,       u"wait"_s,           u"arg1"_s,
                                   u"arg2"_s,          u"arg3"_s,           u"arg4"_s,
                                   u"arg5"_s,          u"outputVariable"_s, u"errorCodeVariable"_s,
                                   u"redirectError"_s, u"cleanEnv"_s,       u"directory"_s};
    return way == ServiceLike::Way::Mail ? mail : shell;
}

void checkMail(const ServiceLike &service, const QSet<QString> &names, Remarks &remarks)
{
    if (!names.contains(u"to"_s))
        remarks.reject(Place(*service.element), u"The %1 sends a mail to nobody."_s.arg(described(*service.node)),
                       u"Add the field to."_s);
    if (!names.contains(u"text"_s) && !names.contains(u"html"_s))
        remarks.reject(Place(*service.element),
                       u"The %1 sends a mail with nothing in it."_s.arg(described(*service.node)),
                       u"Add the field text or html."_s);
}

void checkShellField(const ServiceLike &service, const FieldValue &field, Remarks &remarks)
{
    static const QStringList flags{u"wait"_s, u"redirectError"_s, u"cleanEnv"_s};
    const QString name = xml::toQString(field.name);
    if (field.isExpression) {
        remarks.reject(
            Place(*field.element),
            u"The field %1 of a shell task is an expression, and the engine takes texts only."_s.arg(quoted(name)),
            u"Write the value as stringValue."_s);
    } else if (const QString value = xml::toQString(field.value).toLower();
               flags.contains(name) && value != "true"_L1 && value != "false"_L1) {
        remarks.reject(Place(*service.element),
                       u"The field %1 of a shell task is %2."_s.arg(quoted(name), quoted(field.value)),
                       u"Write true or false."_s);
    }
}

void checkBuiltInTask(const SourceFile &file, Remarks &remarks)
{
    for (const ServiceLike &service : serviceLikes(file)) {
        const bool isMail = service.way == ServiceLike::Way::Mail;
        if (!isMail && service.way != ServiceLike::Way::Shell)
            continue;
        QSet<QString> names;
        for (const FieldValue &field : fieldValues(*service.element)) {
            const QString name = xml::toQString(field.name);
            names.insert(name);
            if (!isMail)
                checkShellField(service, field, remarks);
            if (!fieldsOf(service.way).contains(name)) {
                remarks.reject(Place(*field.element),
                               u"A %1 task has no field %2."_s.arg(isMail ? u"mail"_s : u"shell"_s, quoted(name)),
                               u"It has: %1."_s.arg(fieldsOf(service.way).join(", "_L1)));
            }
        }
        if (isMail)
            checkMail(service, names, remarks);
        else if (!names.contains(u"command"_s))
            remarks.reject(Place(*service.element), u"The %1 runs no command."_s.arg(described(*service.node)),
                           u"Add the field command."_s);
    }
}

} // namespace

Rule builtInTask()
{
    return {u"built-in-task"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkBuiltInTask};
}

} // namespace pipeline::validation::rules
