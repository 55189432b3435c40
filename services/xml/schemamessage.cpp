// SPDX-License-Identifier: Apache-2.0
#include "schemamessage.h"

#include <QHash>
#include <QRegularExpression>

#include <libxml/xmlerror.h>

using namespace Qt::StringLiterals;

namespace pipeline::xml {

namespace {

/// "{namespace}name" as people write it: the engine's and the diagram's names with their usual prefix.
QString shortName(const QString &name)
{
    static const QHash<QString, QString> prefixes{
        {u"http://camunda.org/schema/1.0/bpmn"_s, u"camunda:"_s},
        {u"http://camunda.org/schema/1.0/dmn"_s, u"camunda:"_s},
        {u"http://activiti.org/bpmn"_s, u"activiti:"_s},
        {u"http://operaton.org/schema/1.0/bpmn"_s, u"operaton:"_s},
        {u"http://operaton.org/schema/1.0/dmn"_s, u"operaton:"_s},
        {u"http://www.omg.org/spec/BPMN/20100524/DI"_s, u"bpmndi:"_s},
        {u"http://www.omg.org/spec/DD/20100524/DI"_s, u"di:"_s},
        {u"http://www.omg.org/spec/DD/20100524/DC"_s, u"dc:"_s},
    };
    if (!name.startsWith(u'{'))
        return name;
    const qsizetype end = name.indexOf(u'}');
    return prefixes.value(name.sliced(1, end - 1)) + name.sliced(end + 1);
}

QString code(const QString &name)
{
    return u'`' + name.simplified() + u'`';
}

/// The names in "Expected is one of ( {ns}a, {ns}b )."; several of them follow from one another through groups.
QStringList expectedNames(const QString &text)
{
    static const QRegularExpression list(u"Expected is (?:one of )?\\( (.*) \\)\\.$"_s);
    QStringList names;
    for (const QString &name : list.match(text).captured(1).split(u", "_s, Qt::SkipEmptyParts)) {
        if (name.startsWith("##"_L1) || name == "*"_L1)
            continue; // a wildcard: anything of another namespace
        names << code(shortName(name));
    }
    return names;
}

QString hintOf(const QStringList &expected)
{
    if (expected.isEmpty())
        return {};
    // libxml2 lists ten at most; so many say little.
    if (expected.size() > 6)
        return u"Expected here: %1, …"_s.arg(expected.first(6).join(", "_L1));
    return u"Expected here: %1."_s.arg(expected.join(", "_L1));
}

SchemaMessage unexpectedElement(const QString &text, const SchemaPlace &place)
{
    const Element &element = *place.element;
    const QString name = code(toQString(element.name));
    if (!element.parent)
        return {u"The file cannot begin with %1."_s.arg(name), hintOf(expectedNames(text))};

    const QString parent = code(toQString(element.parent->name));
    const bool sameNamespace = element.nameSpace == element.parent->nameSpace;
    if (place.previous && place.previous->name == element.name && place.previous->nameSpace == element.nameSpace)
        return {u"%1 has %2 too often."_s.arg(parent, name), hintOf(expectedNames(text))};
    if (place.previous && sameNamespace && (element.name == "documentation" || element.name == "extensionElements")) {
        return {u"%1 must come before %2 in %3."_s.arg(name, code(toQString(place.previous->name)), parent),
                u"Order: documentation, extensionElements, then everything else."_s};
    }
    if (!sameNamespace && element.parent->name != "extensionElements"
        && expectedNames(text).contains(u"`extensionElements`"_s)) {
        return {u"%1 of another namespace cannot stand directly in %2."_s.arg(name, parent),
                u"Put it into extensionElements."_s};
    }
    const QString after = place.previous ? u" after %1"_s.arg(code(toQString(place.previous->name))) : QString();
    return {u"%1 is not allowed in %2%3."_s.arg(name, parent, after), hintOf(expectedNames(text))};
}

SchemaMessage missingElement(const QString &text, const SchemaPlace &place)
{
    QStringList expected = expectedNames(text);
    // These may stand there, but are never what is missing.
    for (const QString &optional : {u"`documentation`"_s, u"`extensionElements`"_s, u"`di:extension`"_s})
        expected.removeAll(optional);
    const QString name = code(toQString(place.element->name));
    if (expected.isEmpty())
        return {u"%1 is incomplete: an element is missing at its end."_s.arg(name), {}};
    if (expected.size() == 1)
        return {u"%1 is incomplete: %2 is missing."_s.arg(name, expected.first()), {}};
    return {u"%1 is incomplete: one of %2 is missing."_s.arg(name, expected.join(", "_L1)), {}};
}

QString hintOfType(const QString &type)
{
    static const QHash<QString, QString> hints{
        {u"xs:boolean"_s, u"Write true or false."_s},
        {u"xs:ID"_s,
         u"An id begins with a letter or _ and goes on with letters, digits, - . _ only; it has no blanks or colons."_s},
        {u"xs:IDREF"_s, u"Write the id of an element of this file."_s},
        {u"xs:QName"_s, u"Write one id, without blanks; a prefix before a colon needs its namespace declared."_s},
        {u"xs:integer"_s, u"Write a whole number."_s},
        {u"xs:int"_s, u"Write a whole number."_s},
        {u"xs:double"_s, u"Write a number, with a point before its fraction."_s},
        {u"xs:anyURI"_s, u"Write an address (URI)."_s},
        {u"xs:dateTime"_s, u"Write a date and time as 2024-05-31T12:00:00."_s},
    };
    return hints.value(type);
}

} // namespace

bool isFacetError(int code)
{
    return code >= XML_SCHEMAV_CVC_FACET_VALID && code <= XML_SCHEMAV_CVC_ENUMERATION_VALID;
}

bool isInvalidValueError(int code)
{
    return code == XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_1 || code == XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_2
        || code == XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_3;
}

SchemaMessage explain(int errorCode, const QString &text, const SchemaPlace &place)
{
    static const QRegularExpression parts(u"^Element '([^']*)'(?:, attribute '([^']*)')?: (.*)$"_s,
                                          QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression quoted(u"'([^']*)'"_s);
    static const QRegularExpression attributeName(u"[Tt]he attribute '([^']*)'"_s);
    const auto match = parts.match(text.trimmed());
    const QString element = code(place.element ? toQString(place.element->name) : shortName(match.captured(1)));
    const QString attribute = match.captured(2);
    const QString said = match.hasMatch() ? match.captured(3) : text.trimmed();
    const QString where = attribute.isEmpty() ? element
                                              : u"attribute %1 of %2"_s.arg(code(shortName(attribute)), element);

    if (place.element && errorCode == XML_SCHEMAV_ELEMENT_CONTENT) {
        return said.startsWith("Missing child"_L1) ? missingElement(said, place) : unexpectedElement(said, place);
    }
    if (errorCode == XML_SCHEMAV_CVC_ELT_1) {
        return {u"The file cannot begin with %1."_s.arg(element),
                u"The first element is `definitions` in the namespace of BPMN 2.0 or of a version of DMN."_s};
    }
    if (errorCode == XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_1 || errorCode == XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_2) {
        const QString wrong = attributeName.match(said).captured(1);
        return {u"%1 must not have the attribute %2."_s.arg(element, code(shortName(wrong))),
                u"An attribute of the engine needs its prefix, for example camunda:assignee."_s, wrong};
    }
    if (errorCode == XML_SCHEMAV_CVC_COMPLEX_TYPE_4)
        return {u"%1 needs the attribute %2."_s.arg(element, code(shortName(attributeName.match(said).captured(1)))),
                {}};
    if (errorCode == XML_SCHEMAV_CVC_COMPLEX_TYPE_2_1)
        return {
            u"%1 must be empty, without so much as a blank between its tags."_s.arg(code(shortName(match.captured(1)))),
            {}};
    if (errorCode == XML_SCHEMAV_CVC_COMPLEX_TYPE_2_3)
        return {u"%1 must not have text between its tags."_s.arg(element), {}};
    if (errorCode == XML_SCHEMAV_CVC_ENUMERATION_VALID) {
        static const QRegularExpression allowed(u"\\{(.*)\\}"_s);
        return {u"%1 is not a value that %2 can have."_s.arg(
                    code(quoted.match(QString(said).remove(u"[facet 'enumeration'] "_s)).captured(1)), where),
                u"It can have: %1."_s.arg(allowed.match(said).captured(1).remove(u'\'')), attribute};
    }
    if (isInvalidValueError(errorCode)) {
        static const QRegularExpression type(u"type '([^']*)'\\.?$"_s);
        return {u"%1 is not a value that %2 can have."_s.arg(code(quoted.match(said).captured(1)), where),
                hintOfType(type.match(said).captured(1)), attribute, type.match(said).captured(1)};
    }
    static const QRegularExpression nameSpace(u"\\{[^}]*\\}"_s);
    static const QRegularExpression facet(u"^\\[facet '[^']*'\\] "_s);
    return {u"%1: %2"_s.arg(where, QString(said).remove(facet).remove(nameSpace)), {}};
}

} // namespace pipeline::xml
