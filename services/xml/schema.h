// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <mutex>
#include <string_view>

struct _xmlSchema;

namespace pipeline::xml {

/// A compiled XML schema, which any number of threads may validate with at once.
class Schema {
public:
    ~Schema();
    Schema(const Schema &) = delete;
    Schema &operator=(const Schema &) = delete;

    _xmlSchema *handle() const { return m_schema; }

private:
    friend class Schemas;

    /// \a file is relative to the embedded folder of schemas, for example "bpmn/BPMN20.xsd". Ends the program when it
    /// does not compile, for the programs are then built wrongly.
    explicit Schema(const char *file);

    _xmlSchema *m_schema = nullptr;
};

/// The schemas that the engine validates with, each compiled when it is first asked for; safe from any thread.
class Schemas {
public:
    Schemas();
    ~Schemas();

    /// BPMN 2.0 and its diagram interchange; the engine takes it whatever the root element's namespace is.
    const Schema &bpmn() const;

    /// The DMN version that the root element's namespace says, 1.1 to 1.5; null for any other namespace.
    const Schema *dmn(std::string_view rootNamespace) const;

private:
    struct Entry;

    std::unique_ptr<Entry[]> m_entries;
};

} // namespace pipeline::xml
