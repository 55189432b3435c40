// SPDX-License-Identifier: Apache-2.0
#include "extensionvocabulary.h"

#include "namespaces.h"

#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pipeline::bpmn {

/// One reading of the embedded list.
///
/// It has types with properties. A type that `extends` others adds attributes to theirs; a type that does not is an
/// element. Types also inherit from each other, and refer to those of the same list as `camunda:X`.
class VocabularyReader {
public:
    ExtensionVocabulary run()
    {
        QFile file(u":/pipeline/extensions/camunda.json"_s);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("the list of the engine's extensions is not embedded");
        for (const QJsonValue type : QJsonDocument::fromJson(file.readAll())["types"_L1].toArray())
            m_types.insert(type["name"_L1].toString(), type.toObject());
        for (const QJsonObject &type : std::as_const(m_types)) {
            if (type.contains("extends"_L1))
                readAttributes(type);
            else
                readElement(type);
        }
        addUnlisted();
        return std::move(m_vocabulary);
    }

private:
    /// What the engine's parser reads as well.
    void addUnlisted()
    {
        auto &attributes = m_vocabulary.m_attributes;
        attributes["decisionRefVersionTag"].places = {"BusinessRuleTask"};
        attributes["resultVariableName"] = attributes["resultVariable"];
        for (const auto name : {"src", "srcExpr", "dst", "dstExpr", "link", "linkExpr"})
            attributes[name].places = {"Property"};
        m_vocabulary.m_elements["field"].attributes.insert("expression");
    }

    static QStringList names(const QJsonValue &list)
    {
        QStringList names;
        for (const QJsonValue name : list.toArray())
            names << name.toString();
        return names;
    }

    static QString inList(const QString &name) { return name.startsWith("camunda:"_L1) ? name.sliced(8) : name; }

    static std::string asElement(const QString &type)
    {
        return (type.first(1).toLower() + type.sliced(1)).toStdString();
    }

    /// The BPMN types, or the extension elements, that \a wanted stands for.
    void addPlaces(const QString &wanted, ExtensionVocabulary::Places &places) const
    {
        if (wanted.startsWith("bpmn:"_L1)) {
            places.insert(wanted.sliced(5).toStdString());
            return;
        }
        const QJsonObject type = m_types.value(inList(wanted));
        if (!type.contains("extends"_L1)) {
            places.insert(wanted == "*"_L1 ? "*" : asElement(inList(wanted)));
            return;
        }
        for (const QString &extended : names(type["extends"_L1]))
            addPlaces(extended, places);
        // What inherits from the type takes what it adds to where it belongs itself.
        for (const QJsonObject &heir : m_types) {
            if (names(heir["superClass"_L1]).contains(wanted) && heir.contains("extends"_L1))
                addPlaces("camunda:"_L1 + heir["name"_L1].toString(), places);
        }
    }

    void readAttributes(const QJsonObject &type)
    {
        for (const QJsonValue property : type["properties"_L1].toArray()) {
            if (!property["isAttr"_L1].toBool())
                continue;
            auto &attribute = m_vocabulary.m_attributes[inList(property["name"_L1].toString()).toStdString()];
            addPlaces("camunda:"_L1 + type["name"_L1].toString(), attribute.places);
            attribute.isFlag = attribute.isFlag || property["type"_L1] == "Boolean"_L1;
        }
    }

    void readElement(const QJsonObject &type)
    {
        ExtensionVocabulary::Element element;
        for (const QString &place : names(type["meta"_L1]["allowedIn"_L1]))
            addPlaces(place, element.places);
        readProperties(type, element);
        if (!type["isAbstract"_L1].toBool())
            m_vocabulary.m_elements[asElement(type["name"_L1].toString())] = element;
    }

    void readProperties(const QJsonObject &type, ExtensionVocabulary::Element &element)
    {
        for (const QJsonValue property : type["properties"_L1].toArray()) {
            const std::string name = property["name"_L1].toString().toStdString();
            if (property["isAttr"_L1].toBool()) {
                element.attributes.insert(name);
                if (property["type"_L1] == "Boolean"_L1)
                    element.flags.insert(name);
            } else if (!property["isBody"_L1].toBool() && property["type"_L1] == "String"_L1) {
                m_vocabulary.m_elements[name]; // a child with text
            }
        }
        for (const QString &inherited : names(type["superClass"_L1])) {
            if (inherited.startsWith("bpmn:"_L1))
                element.isOpen = true;
            readProperties(m_types.value(inList(inherited)), element);
        }
    }

    QHash<QString, QJsonObject> m_types;
    ExtensionVocabulary m_vocabulary;
};

namespace {

template<class Map>
const typename Map::mapped_type *find(const Map &map, std::string_view name)
{
    const auto found = map.find(name);
    return found == map.end() ? nullptr : &found->second;
}

template<class Map>
QStringList keys(const Map &map)
{
    QStringList names;
    for (const auto &entry : map)
        names << QString::fromStdString(entry.first);
    return names;
}

} // namespace

const ExtensionVocabulary::Attribute *ExtensionVocabulary::attribute(std::string_view name) const
{
    return find(m_attributes, name);
}

const ExtensionVocabulary::Element *ExtensionVocabulary::element(std::string_view name) const
{
    return find(m_elements, name);
}

QStringList ExtensionVocabulary::attributeNames() const
{
    return keys(m_attributes);
}

QStringList ExtensionVocabulary::elementNames() const
{
    return keys(m_elements);
}

const ExtensionVocabulary &extensionVocabulary()
{
    static const ExtensionVocabulary vocabulary = VocabularyReader().run();
    return vocabulary;
}

bool isIn(const xml::Element &element, const ExtensionVocabulary::Places &places)
{
    const std::string_view name = element.name;
    const auto isPlace = [&](std::string_view place) { return places.contains(place); };
    if (isPlace("*"))
        return true;
    if (isExtension(element.nameSpace))
        return isPlace(name);
    std::string type(name);
    type.front() = char(std::toupper(type.front()));
    if (isPlace(type))
        return true;
    const bool isTask = name == "task" || name.ends_with("Task");
    const bool isSubProcess = name == "subProcess" || name == "transaction" || name == "adHocSubProcess";
    const bool isActivity = isTask || isSubProcess || name == "callActivity";
    const bool isGateway = name.ends_with("Gateway");
    const bool isEvent = name.ends_with("Event");
    const bool isFlowNode = isActivity || isGateway || isEvent;
    return (isTask && isPlace("Task")) || (isSubProcess && isPlace("SubProcess")) || (isActivity && isPlace("Activity"))
        || (isGateway && isPlace("Gateway")) || (isEvent && isPlace("Event"))
        || (isFlowNode && (isPlace("FlowNode") || isPlace("FlowElement")))
        || (name == "sequenceFlow" && isPlace("FlowElement"))
        || ((name == "conditionExpression" || name == "condition") && isPlace("FormalExpression"));
}

} // namespace pipeline::bpmn
