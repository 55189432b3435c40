// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clitest.h"
#include "samples.h"
#include "support/gitrepository.h"

namespace pipeline::tests {

/// A repository of artefacts with one process, configured for \a user, and a release of it.
class ReleaseSample {
public:
    /// \a engine is that of the environment "producao".
    explicit ReleaseSample(CliUser &user, const QByteArray &model = process("analise_credito"),
                           const QByteArray &engine = "http://127.0.0.1:1", const QByteArray &more = {})
        : m_user(user), m_repository(user.file(QStringLiteral("artefatos")))
    {
        m_repository.write(QStringLiteral("Genesis/bpmn/analise-credito.bpmn"), model);
        m_commit = m_repository.commit();
        m_repository.push();
        user.configure("default_environment = \"producao\"\n\n[runner]\nname = \"runner-1\"\n\n"
                       "[repositories.artefatos]\nurl = \"@FOLDER@/artefatos/remote.git\"\n\n"
                       "[environments.producao]\nengine = \""
                       + engine + "\"\nsettle_s = 0\n" + more);
    }

    QString commit() const { return m_commit; }

    /// The item that PROMETHEUS inserts.
    QByteArray item(const QByteArray &mode = "validar", const QByteArray &ref = "R-2026.11.3") const
    {
        return R"({"tipo": "executar_pipeline", "modo": ")" + mode + R"(", "contexto": {"release_ref": ")" + ref
            + R"(", "sprint_origem": "S028", "ambiente": "producao", "artefatos": [{"tipo": "bpmn",
            "arquivo": "analise-credito.bpmn", "path": "Genesis/bpmn/analise-credito.bpmn", "sha": ")"
            + m_commit.toUtf8() + R"("}]}})";
    }

    void insert(const QByteArray &item) const
    {
        m_user.run(
            {QStringLiteral("backlog"), QStringLiteral("add"), QStringLiteral("--by"), QStringLiteral("PROMETHEUS")},
            item);
    }

private:
    CliUser &m_user;
    const GitRepository m_repository;
    QString m_commit;
};

} // namespace pipeline::tests
