// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "compiledtexts.h"

#include <vector>

namespace pipeline::validation {

/// Hands on the texts of one element, or of a group of extension elements, that the engine compiles.
class CompiledTextCollector {
public:
    using Visit = std::function<void(const CompiledText &)>;

    explicit CompiledTextCollector(const Visit &visit) : m_visit(visit) {}

    void addMissing(const xml::Element &element, std::string_view attribute);
    /// Attributes without a namespace.
    void attributes(const xml::Element &element, std::initializer_list<std::string_view> names);
    /// Attributes in the engine's namespace.
    void extensions(const xml::Element &element, std::initializer_list<std::string_view> names);
    void lists(const xml::Element &element, std::initializer_list<std::string_view> names);
    /// A number, unless it begins with an expression.
    void priority(const xml::Element &element, std::string_view name);
    void text(const xml::Element *element);
    /// Unless it begins with an expression, the text is none.
    void wholeText(const xml::Element &element);
    static const xml::Element *child(const xml::Element &element, std::string_view name);
    void timer(const xml::Element &definition);
    void condition(const xml::Element &expression);
    /// A script in another language may be the value of an expression, or lie where one says.
    void script(const xml::Element &element, std::string_view language, const xml::Element *source,
                std::string_view resource);
    void fields(const xml::Element &element);
    void listeners(const xml::Element &element);
    /// The first of these that is there decides.
    void readListener(const xml::Element &listener);
    void inputOutput(const xml::Element &element);
    /// Of `inputOutput` elements.
    void mappings(const std::vector<const xml::Element *> &elements);
    void resourceAssignment(const xml::Element &resource);
    /// Of a user task, or of the start event of a process.
    void form(const xml::Element &element);
    void parameters(const xml::Element &element, std::string_view name);

private:
    void add(const xml::Element &element, const QString &what, std::string_view text);
    static QString nameOf(const xml::Element &element, std::string_view attribute);
    void nestedScript(const xml::Element &element);
    void nestedValue(const xml::Element &parameter);
    void value(const xml::Element &element);

    const Visit &m_visit;
};

} // namespace pipeline::validation
