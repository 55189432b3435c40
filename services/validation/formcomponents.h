// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "lenientjson.h"
#include "textcursor.h"

#include <QHash>
#include <QList>

#include <vector>

namespace pipeline::validation {

/// A component of a Camunda form, or the form itself, which is the first.
struct FormComponent {
    struct Member {
        LenientJson::Type type = LenientJson::Type::Object;
        QString text; ///< of a Text or Literal
        xml::Position position;
        bool isEmpty = false; ///< an array without elements
        bool isRepeated = false; ///< the name is there more than once; the last counts

        bool isText() const { return type == LenientJson::Type::Text; }
        /// As good as absent for JavaScript, or an array without elements.
        bool isNothing() const;
    };

    /// One of the texts that people add in the modeler as custom properties.
    struct Property {
        QString name;
        QString text;
        xml::Position position;
    };

    int parent = -1; ///< the component around it; -1 of the form
    xml::Position position;
    bool isObject = false; ///< otherwise something else stands where a component should
    QHash<QString, Member> members; ///< only those that a rule asks for
    QList<Property> properties; ///< those of the first 10,000 of the form

    /// Null when it is absent.
    const Member *member(const QString &name) const;
    /// Of a Text; empty for all else.
    QString text(const QString &name) const;
    /// "component `cpf`", by its key or id, or "component of the type `group`"
    QString described() const;
};

/// Whether the Tasklist of Camunda 7.24 has components of that type.
bool isComponentType(const QString &type);

/// Whether what is entered into a component of that type goes to a variable: the one that its `key` names.
bool hasKey(const QString &type);

/// Collects the components of a form from its values, the first 10,000 of them.
class FormComponentReader {
public:
    explicit FormComponentReader(QStringView text) : m_cursor(text) {}

    /// Of all values, in the order in which they begin.
    void read(const LenientJson::Value &value);

    const QList<FormComponent> &components() const { return m_components; }

private:
    /// What a value that is being read means for those in it.
    struct Frame {
        int component = -1; ///< the component that it is, or whose member it is
        QString member; ///< the member's name; empty: it is the component
    };

    Frame frameOf(const LenientJson::Value &value);
    Frame addComponent(const LenientJson::Value &value, int parent);
    void addProperty(const LenientJson::Value &value, int component);
    Frame addMember(const LenientJson::Value &value, int component);

    TextCursor m_cursor;
    std::vector<Frame> m_frames;
    QList<FormComponent> m_components;
    int m_properties = 0;
};

} // namespace pipeline::validation
