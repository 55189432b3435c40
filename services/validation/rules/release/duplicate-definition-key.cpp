// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"

#include <tuple>

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

/// The keys that were met in a release, and where.
class Keys {
public:
    Keys(std::span<const FileReport> files, Remarks &remarks) : m_files(files), m_remarks(remarks) {}

    void add(qsizetype file, const QString &kind, const QString &key, const Place &place)
    {
        const QString name = m_files[size_t(file)].deployment + u'\n' + kind + u'\n' + key;
        const auto known = m_first.constFind(name);
        if (known == m_first.cend()) {
            m_first.insert(name, file);
        } else if (*known != file) {
            m_remarks.remark(file, place,
                             u"The %1 key `%2` is taken: %3 has it."_s.arg(kind, key, m_files[size_t(*known)].path),
                             u"Give one of the two another id: the engine rejects a deployment that has both."_s);
        }
    }

private:
    std::span<const FileReport> m_files;
    Remarks &m_remarks;
    QHash<QString, qsizetype> m_first;
};

void checkDefinitionKeys(std::span<const FileReport> files, Remarks &remarks)
{
    Keys keys(files, remarks);
    for (qsizetype i = 0; i < qsizetype(files.size()); ++i) {
        const FileReport &file = files[size_t(i)];
        for (const ProcessFact &process : file.facts.processes) {
            if (process.executable)
                keys.add(i, u"process"_s, process.id, Place({process.line, process.column}, process.id));
        }
        for (const DecisionFact &decision : file.facts.decisions) {
            if (decision.hasLogic)
                keys.add(i, u"decision"_s, decision.id, Place({decision.line, decision.column}, decision.id));
        }
        if (const QString key = file.facts.requirementsKey(); !key.isEmpty())
            keys.add(i, u"decision requirements"_s, key, Place({1, 1}, key));
        // A form without id has the empty key, and that may be there once only as well.
        if (file.kind == FileKind::Form && file.readable)
            keys.add(i, u"form"_s, file.facts.form, Place({1, 1}));
    }
}

} // namespace

Rule duplicateDefinitionKey()
{
    return {.id = u"duplicate-definition-key"_s, .kinds = {}, .checkRelease = checkDefinitionKeys};
}

} // namespace pipeline::validation::rules
