// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "../command.h"

namespace pipeline::cli {

/// `audit log`: shows the journal, the newest entry first.
class AuditLogCommand : public Command {
public:
    QString name() const override { return QStringLiteral("audit log"); }
    QString summary() const override { return QStringLiteral("Show who did what, the newest first"); }
    void declare(QCommandLineParser &parser) const override;
    int run(Call &call) override;
};

/// `audit verify`: reads the whole chain of the journal.
class AuditVerifyCommand : public Command {
public:
    QString name() const override { return QStringLiteral("audit verify"); }
    QString summary() const override { return QStringLiteral("Check that no entry of the journal was changed or removed"); }
    int run(Call &call) override;
};

} // namespace pipeline::cli
