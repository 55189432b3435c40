// SPDX-License-Identifier: Apache-2.0
#include "finding.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pipeline {

QString toString(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return u"error"_s;
    case Severity::Warning:
        return u"warning"_s;
    case Severity::Info:
        return u"info"_s;
    }
    return {};
}

namespace {

Severity severityFrom(const QString &text)
{
    if (text == "warning"_L1)
        return Severity::Warning;
    return text == "info"_L1 ? Severity::Info : Severity::Error;
}

QJsonValue numberOrNull(int number)
{
    return number > 0 ? QJsonValue(number) : QJsonValue(QJsonValue::Null);
}

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

} // namespace

QString Finding::fileName() const
{
    return path.section(u'/', -1);
}

QJsonObject Finding::toResultado() const
{
    return {{u"arquivo"_s, fileName()},
            {u"path"_s, path},
            {u"linha"_s, numberOrNull(line)},
            {u"coluna"_s, numberOrNull(column)},
            {u"elemento"_s, textOrNull(element)},
            {u"regra"_s, rule},
            {u"severidade"_s, toString(severity)},
            {u"mensagem"_s, hint.isEmpty() ? message : message + u' ' + hint}};
}

Finding Finding::fromResultado(const QJsonObject &object)
{
    Finding finding;
    finding.rule = object["regra"_L1].toString();
    finding.severity = severityFrom(object["severidade"_L1].toString());
    finding.message = object["mensagem"_L1].toString();
    finding.path = object["path"_L1].toString();
    finding.element = object["elemento"_L1].toString();
    finding.line = object["linha"_L1].toInt();
    finding.column = object["coluna"_L1].toInt();
    return finding;
}

QJsonObject Finding::toReport() const
{
    return {{u"rule"_s, rule},
            {u"severity"_s, toString(severity)},
            {u"engine"_s, engine},
            {u"message"_s, message},
            {u"element"_s, textOrNull(element)},
            {u"line"_s, numberOrNull(line)},
            {u"column"_s, numberOrNull(column)},
            {u"hint"_s, textOrNull(hint)}};
}

bool hasErrors(const QList<Finding> &findings)
{
    return std::ranges::any_of(findings, [](const Finding &f) { return f.severity == Severity::Error; });
}

} // namespace pipeline
