// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

/// What the components of a type need beside their key: one of each list.
struct Need {
    QStringList types;
    QStringList oneOf;
    QString without; ///< what happens otherwise
};

const QList<Need> &needs()
{
    static const QList<Need> all{
        {{u"radio"_s, u"select"_s, u"checklist"_s, u"taglist"_s},
         {u"values"_s, u"valuesKey"_s, u"valuesExpression"_s},
         u"there is nothing to choose from"_s},
        {{u"dynamiclist"_s}, {u"path"_s}, u"its entries go to a variable with a random name"_s},
        {{u"expression"_s}, {u"expression"_s}, u"its variable stays empty"_s},
        {{u"table"_s}, {u"dataSource"_s}, u"it stays empty"_s},
        {{u"table"_s}, {u"columns"_s, u"columnsExpression"_s}, u"it gets columns that nobody wants"_s},
        {{u"image"_s}, {u"source"_s}, u"a placeholder is shown"_s},
        {{u"iframe"_s}, {u"url"_s}, u"a placeholder is shown"_s},
    };
    return all;
}

class ComponentCheck {
public:
    ComponentCheck(const FormComponent &component, Remarks &remarks) : m_component(component), m_remarks(remarks) {}

    void check()
    {
        const QString type = m_component.text(u"type"_s);
        if (hasKey(type)) {
            checkText(u"key"_s);
            checkNeed({u"key"_s}, u"what is entered goes to a variable with a random name"_s);
        }
        if (type == "group"_L1 || type == "dynamiclist"_L1)
            checkText(u"path"_s);
        for (const Need &need : needs()) {
            if (need.types.contains(type))
                checkNeed(need.oneOf, need.without);
        }
        for (const auto &[name, member] : m_component.members.asKeyValueRange()) {
            if (member.isRepeated)
                remark(member.position, u"The %1 has `%2` more than once; the last counts."_s.arg(described(), name),
                       u"Remove all but one."_s);
        }
    }

private:
    QString described() const { return m_component.parent < 0 ? u"form"_s : m_component.described(); }

    void remark(const xml::Position &position, const QString &message, const QString &hint)
    {
        m_remarks.remark(Place(position, m_component.text(u"id"_s)), message, hint);
    }

    void checkText(const QString &name)
    {
        const FormComponent::Member *member = m_component.member(name);
        if (member && !member->isText() && !member->isNothing())
            remark(member->position, u"The `%1` of the %2 is not a text."_s.arg(name, described()),
                   u"Put it in quotes: the form cannot be shown."_s);
    }

    void checkNeed(const QStringList &oneOf, const QString &without)
    {
        const bool isMet = std::ranges::any_of(oneOf, [this](const QString &name) {
            const FormComponent::Member *member = m_component.member(name);
            return member && !member->isNothing();
        });
        if (!isMet)
            remark(m_component.position, u"The %1 has no `%2`: %3."_s.arg(described(), oneOf.join(u"`, `"_s), without),
                   oneOf.size() > 1 ? u"Give it one of them."_s : u"Give it one."_s);
    }

    const FormComponent &m_component;
    Remarks &m_remarks;
};

void checkFormProperties(const SourceFile &file, Remarks &remarks)
{
    for (const FormComponent &component : file.form().components)
        ComponentCheck(component, remarks).check();
}

} // namespace

Rule formProperty()
{
    return {u"form-property"_s, {FileKind::Form}, Rule::Needs::Content, checkFormProperties};
}

} // namespace pipeline::validation::rules
