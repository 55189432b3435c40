// SPDX-License-Identifier: Apache-2.0
#include "formcomponents.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace pipeline::validation {

namespace {

constexpr qsizetype mostComponents = 10'000;
constexpr int mostProperties = 10'000;

bool isOfInterest(const QString &member)
{
    static const QSet<QString> names{u"type"_s,       u"id"_s,         u"key"_s,       u"path"_s,
                                     u"components"_s, u"values"_s,     u"valuesKey"_s, u"valuesExpression"_s,
                                     u"expression"_s, u"dataSource"_s, u"columns"_s,   u"columnsExpression"_s,
                                     u"source"_s,     u"url"_s,        u"properties"_s};
    return names.contains(member);
}

} // namespace

bool isComponentType(const QString &type)
{
    static const QSet<QString> others{u"text"_s,   u"html"_s,      u"image"_s, u"table"_s,       u"spacer"_s,
                                      u"button"_s, u"separator"_s, u"group"_s, u"dynamiclist"_s, u"iframe"_s};
    return hasKey(type) || others.contains(type);
}

bool hasKey(const QString &type)
{
    static const QSet<QString> types{u"textfield"_s, u"textarea"_s,  u"number"_s, u"datetime"_s, u"expression"_s,
                                     u"checkbox"_s,  u"checklist"_s, u"radio"_s,  u"select"_s,   u"taglist"_s};
    return types.contains(type);
}

bool FormComponent::Member::isNothing() const
{
    switch (type) {
    case LenientJson::Type::Text:
        return text.isEmpty();
    case LenientJson::Type::Literal:
        return text == "null"_L1 || text == "false"_L1 || text == "0"_L1;
    case LenientJson::Type::Array:
        return isEmpty;
    case LenientJson::Type::Object:
        break;
    }
    return false;
}

const FormComponent::Member *FormComponent::member(const QString &name) const
{
    const auto found = members.constFind(name);
    return found == members.cend() ? nullptr : &*found;
}

QString FormComponent::text(const QString &name) const
{
    const Member *found = member(name);
    return found && found->isText() ? found->text : QString();
}

QString FormComponent::described() const
{
    for (const QString &name : {text(u"key"_s), text(u"id"_s)}) {
        if (!name.isEmpty())
            return u"component `%1`"_s.arg(name);
    }
    return u"component of the type `%1`"_s.arg(text(u"type"_s));
}

void FormComponentReader::read(const LenientJson::Value &value)
{
    m_frames.resize(size_t(value.depth));
    m_frames.push_back(frameOf(value));
}

FormComponentReader::Frame FormComponentReader::frameOf(const LenientJson::Value &value)
{
    if (value.depth == 0)
        return addComponent(value, -1);
    const Frame &around = m_frames.back();
    if (around.component < 0)
        return {};
    if (around.member.isEmpty())
        return isOfInterest(value.name) ? addMember(value, around.component) : Frame{};
    FormComponent::Member &member = m_components[around.component].members[around.member];
    member.isEmpty = false;
    if (around.member == "components"_L1 && member.type == LenientJson::Type::Array)
        return addComponent(value, around.component);
    if (around.member == "properties"_L1 && member.type == LenientJson::Type::Object)
        addProperty(value, around.component);
    return {};
}

FormComponentReader::Frame FormComponentReader::addComponent(const LenientJson::Value &value, int parent)
{
    if (m_components.size() == mostComponents)
        return {};
    m_components.push_back({parent, m_cursor.at(value.offset), value.type == LenientJson::Type::Object, {}, {}});
    return {int(m_components.size()) - 1, {}};
}

void FormComponentReader::addProperty(const LenientJson::Value &value, int component)
{
    if (value.type == LenientJson::Type::Text && m_properties++ < mostProperties)
        m_components[component].properties.push_back({value.name, value.text, m_cursor.at(value.offset)});
}

FormComponentReader::Frame FormComponentReader::addMember(const LenientJson::Value &value, int component)
{
    QHash<QString, FormComponent::Member> &members = m_components[component].members;
    members.insert(value.name,
                   {value.type, value.text, m_cursor.at(value.offset), value.type == LenientJson::Type::Array,
                    members.contains(value.name)});
    return {component, value.name};
}

} // namespace pipeline::validation
