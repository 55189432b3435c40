// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/gitrepository.h"
#include "ui/support/consolefixture.h"

namespace pipeline::tests {

/// The sample's files in a real repository, so that the four eyes of its open approvals are really looked at.
class SampleRepository {
public:
    /// Below \a folder. The approval items of \a console are pinned to its commit and to the manifest of its bytes.
    SampleRepository(const QString &folder, ConsoleFixture &console);

    Result<std::unique_ptr<approval::Approvals>> approvals(ConsoleFixture &console);

private:
    void pin(qint64 item, const QString &commit, ConsoleFixture &console);

    GitRepository m_git;
    repository::Mirror m_mirror;
    repository::ReleaseReader m_reader;
};

} // namespace pipeline::tests
